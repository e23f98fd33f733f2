import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Request } from '#libs/event-sourcing/decider';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import { NotAllowed, Refused } from '#libs/event-sourcing/rule';
import type { Lag } from '#libs/event-sourcing/view-reader';
import type { Delivery } from '#libs/webhooks/webhook-journal';
import type { WebhookLag } from '#libs/webhooks/webhook-lag';

/** What is read anew whenever somebody asks for the metrics. */
export interface Measured {
  readonly lag: () => Promise<readonly Lag[]>;
  /** First event that a view has not folded. */
  readonly nextAfter: (position: Lag['position']) => Promise<RecordedEvent | undefined>;
  /** Timers that are due and have not fired. */
  readonly dueTimers: () => Promise<number>;
  /** Open cases with a deadline that has passed. */
  readonly overdueCases: () => Promise<number>;
  /** Deliveries to subscribers, how far they are behind. */
  readonly webhooks: () => Promise<WebhookLag>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Upper bounds in seconds. */
const DURATIONS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** The program's numbers about itself, in Prometheus' words. Labels are names of the program, never ids or people. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly appends = new Histogram({ name: 'dudao_append_seconds', help: 'Seconds until appended events were durable', buckets: DURATIONS, registers: this.registers });
  private readonly requests = new Histogram({
    name: 'dudao_http_seconds', help: 'Seconds until a request was answered', labelNames: ['method', 'route', 'status'], buckets: DURATIONS, registers: this.registers,
  });
  private readonly refusals = new Counter({ name: 'dudao_refusals_total', help: 'Commands that a rule refused', labelNames: ['rule', 'name', 'command'], registers: this.registers });
  private readonly deliveries = new Histogram({
    name: 'dudao_webhook_delivery_seconds', help: 'Seconds of an attempt to deliver an event to a webhook', labelNames: ['outcome'], buckets: DURATIONS, registers: this.registers,
  });
  private readonly lagEvents = this.gauge('dudao_view_lag_events', 'Log that a view has not folded, in the unit of the event store', 'view');
  private readonly lagSeconds = this.gauge('dudao_view_lag_seconds', 'Age of the first event that a view has not folded', 'view');
  private readonly parked = this.gauge('dudao_view_parked_documents', 'Documents that stopped at an event they could not fold', 'view');
  private readonly dueTimers = this.gauge('dudao_timers_overdue', 'Timers that are due and have not fired');
  private readonly overdueCases = this.gauge('dudao_cases_overdue', 'Open cases with a deadline that has passed');

  private readonly webhooks = this.gauge('dudao_webhooks', 'Webhooks that are delivered to, and that are not', 'state');
  private readonly webhookLagEvents = this.gauge('dudao_webhook_lag_events', 'Log that the active webhook furthest behind was not delivered, in the unit of the event store');
  private readonly webhookLagSeconds = this.gauge('dudao_webhook_lag_seconds', 'Age of the first event that the active webhook furthest behind was not delivered');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  appended(seconds: number): void {
    this.appends.observe(seconds);
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  delivered({ outcome, milliseconds }: Delivery): void {
    this.deliveries.observe({ outcome }, milliseconds / 1000);
  }

  /** Counts what a rule refused; other errors are not refusals. */
  refused(command: Request['name'], reason: unknown): void {
    if (reason instanceof Refused || reason instanceof NotAllowed) this.refusals.inc({ rule: reason.rule.id, name: reason.rule.name, command });
  }

  /** Everything in the text format of Prometheus, the gauges as they are now. */
  async text(measured: Measured): Promise<string> {
    for (const { view, behind, position, parked } of await measured.lag()) {
      const next = behind > 0 ? await measured.nextAfter(position) : undefined;
      this.lagEvents.set({ view }, behind);
      this.lagSeconds.set({ view }, next === undefined ? 0 : (measured.now() - Date.parse(next.meta.recordedAt)) / 1000);
      this.parked.set({ view }, parked);
    }
    this.dueTimers.set(await measured.dueTimers());
    this.overdueCases.set(await measured.overdueCases());
    const { active, suspended, behind, seconds } = await measured.webhooks();
    this.webhooks.set({ state: 'active' }, active);
    this.webhooks.set({ state: 'suspended' }, suspended);
    this.webhookLagEvents.set(behind);
    this.webhookLagSeconds.set(seconds);
    return this.registry.metrics();
  }

  private gauge(name: string, help: string, ...labelNames: readonly string[]): Gauge {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: this.registers });
  }
}
