import { chainFacts, type Decided, nextRevision } from '#libs/event-sourcing/chain-facts';
import type { Clock } from '#libs/event-sourcing/clock';
import { type CommandRule, type Context, type Decider, KnownTooEarly, type Lookup, type Request, type Terms } from '#libs/event-sourcing/decider';
import {
  CommandIdReused,
  type Envelope,
  type Link,
  OccursInFuture,
  type Outcome,
  RevisionMismatch,
  StreamExists,
  StreamNotFound,
  UnknownCommand,
} from '#libs/event-sourcing/envelope';
import type { Actor, Fact, Instant, NewEvent, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import { AppendOutcomeUnknown, type Expected, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import { NotAllowed, type Rule } from '#libs/event-sourcing/rule';
import { commandHash, derivedId } from '#libs/event-sourcing/ids';
import type { Folded, StreamFolds, Trace } from '#libs/event-sourcing/stream-folds';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';

export interface Kernel {
  readonly store: UpcastingStore;
  /** Over the same store. */
  readonly folds: StreamFolds;
  readonly clock: Clock;
  readonly lookup: Lookup;
  readonly link: Link;
  /** Read for each command. */
  readonly terms?: () => Promise<Terms>;
}

const ATTEMPTS = 8;

// Each decider has its own state and facts; the registry is where they meet.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyDecider = Decider<any, any>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyRule = CommandRule<any, any, Fact, any>;

type Loaded = Folded<unknown>;

const NO_TERMS: Terms = { nameAt: () => undefined, under: (work) => work() };

/** Authorise, read the stream, fold, decide, append at the revision read. */
export class CommandHandler {
  private readonly deciders = new Map<string, AnyDecider>();

  constructor(private readonly kernel: Kernel, deciders: readonly AnyDecider[]) {
    for (const decider of deciders) {
      for (const name of Object.keys(decider.commands)) {
        if (this.deciders.has(name)) throw new Error(`two deciders take ${name}`);
        this.deciders.set(name, decider);
      }
    }
  }

  /** @throws Refused, NotAllowed, StreamNotFound, StreamExists, RevisionMismatch, CommandIdReused, AppendOutcomeUnknown */
  async handle(envelope: Envelope): Promise<Outcome> {
    const decider = this.deciders.get(envelope.name);
    if (decider === undefined) throw new UnknownCommand(envelope.name);
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(decider, envelope);
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision || error instanceof KnownTooEarly) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async attempt(decider: AnyDecider, envelope: Envelope): Promise<Outcome> {
    const stream = `${decider.category}-${envelope.target}`;
    const rule = decider.commands[envelope.name] as AnyRule;
    const loaded = visible(decider, await this.kernel.folds.fold(stream, decider.initial as unknown, decider.evolve), envelope.actor);
    const repeated = earlierOutcome(stream, loaded, envelope);
    if (repeated !== undefined) return unlessRefused(decider, repeated);
    checkExistence(stream, rule, loaded);
    checkRevision(stream, loaded, envelope);
    const context = await this.decisionContext(rule, loaded, envelope);
    const terms = (await this.kernel.terms?.()) ?? NO_TERMS;
    const request = terms.under(() => {
      rule.authorise(envelope.body, loaded.state, context);
      rule.guard?.(envelope.body, loaded.state, context);
      return rule.prepare?.(envelope.body, loaded.state, context);
    });
    const prepared = await this.prepare(request, envelope);
    const facts = terms.under(() => rule.decide(envelope.body, loaded.state, { ...context, prepared }));
    return unlessRefused(decider, await this.append(decider, stream, loaded, envelope, { facts, context, policy: terms.nameAt(context.occurredAt) }));
  }

  private async decisionContext(rule: AnyRule, loaded: Loaded, envelope: Envelope): Promise<Context> {
    const now = later(this.kernel.clock.now(), loaded.last?.meta.recordedAt);
    const said = (envelope.body as { occurredAt?: Instant }).occurredAt ?? envelope.occurredAt ?? now;
    if (said > now) throw new OccursInFuture(`${said} is later than ${now}`);
    const known: unknown = await rule.gather?.(envelope.body, loaded.state, this.kernel.lookup, envelope.target, now);
    return { target: envelope.target, now, occurredAt: said, actor: envelope.actor, known, prepared: [] };
  }

  private async prepare(request: Request | undefined, envelope: Envelope): Promise<readonly RecordedEvent[]> {
    if (request === undefined) return [];
    const commandId = derivedId(envelope.commandId, `prepare ${request.name}`);
    const { stream, events } = await this.handle({
      ...request,
      commandId,
      actor: envelope.actor,
      correlationId: envelope.correlationId ?? envelope.commandId,
      causationId: envelope.commandId,
    });
    const prepared: RecordedEvent[] = [];
    for (const { revision } of events) {
      for await (const event of this.kernel.store.readStream(stream, { from: revision, to: revision })) prepared.push(event);
    }
    return prepared;
  }

  private async append(
    decider: AnyDecider,
    stream: string,
    loaded: Loaded,
    envelope: Envelope,
    { facts, context, policy }: Pick<Decided, 'facts' | 'context' | 'policy'>,
  ): Promise<Outcome> {
    if (facts.length === 0) return outcomeOf(stream, loaded.last, [], false);
    const after = facts.reduce<unknown>(
      (state, fact) => decider.evolve(state, { ...fact, stream, meta: { occurredAt: context.occurredAt } } as unknown as Recorded<Fact>),
      loaded.state,
    );
    const events = chainFacts(this.kernel, { stream, last: loaded.last, envelope, context, policy, facts, basis: decider.basis, area: decider.area(after) });
    const expected = loaded.last?.revision ?? 'no_stream';
    const { position, repeated } = await this.appendSurely(stream, expected, events);
    const first = nextRevision(loaded.last);
    return {
      stream,
      revision: first + events.length - 1,
      position,
      events: events.map(({ id, type }, index) => ({ id, type, revision: first + index })),
      repeated,
    };
  }

  /** An unknown outcome is answered by the same bytes at the same revision, once. */
  private async appendSurely(stream: string, expected: Expected, events: readonly NewEvent[]) {
    try {
      return await this.kernel.store.append(stream, expected, events);
    } catch (error) {
      if (!(error instanceof AppendOutcomeUnknown)) throw error;
      return this.kernel.store.append(stream, expected, events);
    }
  }
}

/** The stream as the actor may know of it. */
const visible = ({ hides, initial }: AnyDecider, loaded: Loaded, actor: Actor): Loaded =>
  hides?.(loaded.state, actor) === true ? { state: initial, last: undefined, byCommand: new Map() } : loaded;

/** The outcome, unless what was written is the record of a refusal. */
function unlessRefused({ refusals }: AnyDecider, outcome: Outcome): Outcome {
  const rule = outcome.events.map(({ type }) => refusals?.[type] as Rule | undefined).find((found) => found !== undefined);
  if (rule !== undefined) throw new NotAllowed(rule);
  return outcome;
}

const later = (now: Instant, last: Instant | undefined): Instant => (last !== undefined && last > now ? last : now);

function earlierOutcome(stream: string, { byCommand, last }: Loaded, envelope: Envelope): Outcome | undefined {
  const mine = byCommand.get(envelope.commandId);
  const [first] = mine ?? [];
  if (mine === undefined || first === undefined) return undefined;
  if (first.meta.commandHash !== commandHash(envelope.name, envelope.target, envelope.body)) {
    throw new CommandIdReused(`command ${envelope.commandId} was ${first.meta.command} with another body`);
  }
  return outcomeOf(stream, last, mine, true);
}

const outcomeOf = (stream: string, last: Trace | undefined, events: readonly Trace[], repeated: boolean): Outcome => ({
  stream,
  revision: events.at(-1)?.revision ?? last?.revision ?? 0,
  position: events.at(-1)?.position ?? last?.position,
  events: events.map(({ id, type, revision }) => ({ id, type, revision })),
  repeated,
});

function checkExistence(stream: string, rule: AnyRule, { last }: Loaded): void {
  if (rule.creates === true && last !== undefined) throw new StreamExists(stream);
  if (rule.creates === undefined && last === undefined) throw new StreamNotFound(stream);
}

function checkRevision(stream: string, { last }: Loaded, { expected }: Envelope): void {
  if (expected !== undefined && expected !== last?.revision) throw new RevisionMismatch(stream, expected, last?.revision ?? 'no_stream');
}
