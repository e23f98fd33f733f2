import type { Context, Decider } from '#libs/event-sourcing/decider';
import type { Actor, EventMeta, Fact, Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import { NotAllowed, Refused, type Rule } from '#libs/event-sourcing/rule';

/** A recorded event with plain metadata, for tests of folds and views. */
export function recorded(fact: Fact, at: Partial<RecordedEvent> & { readonly occurredAt?: Instant; readonly meta?: Partial<EventMeta> } = {}): RecordedEvent {
  const { occurredAt = '2026-03-02T02:00:00.000Z', meta: overrides, revision = 0, ...place } = at;
  const meta: EventMeta = {
    schemaVersion: '1', occurredAt, recordedAt: occurredAt, command: 'Test', commandId: '', commandHash: '', causationId: '',
    correlationId: '', actor: 'system', role: 'SYSTEM', organisation: '', basis: '', area: 'FJ', prevHash: '', hash: '', ...overrides,
  };
  const id = `${fact.type}-${revision}`;
  const position = String(revision).padStart(20, '0');
  return { stream: 'test-1', id, revision, position, dataText: '', metaText: '', ...place, ...fact, meta };
}

let checkFact: (fact: Fact) => void = () => undefined;

/** Every fact that a decision brings is shown to the checker, which throws where its shape is wrong. */
export function checkEveryFact(checker: (fact: Fact) => void): void {
  checkFact = checker;
}

/**
 * Given events, when a command, then facts or a refusal:
 * `given(agencyDecider, events).by(actor).knowing(facts).when('RegisterAgency', body).expectFacts([...])`.
 */
export function given<S, E extends Fact>(decider: Decider<S, E>, events: readonly (E | (E & { readonly occurredAt: Instant }))[] = []) {
  return new Given(decider, events, {
    target: '1',
    now: '2026-03-02T02:00:00.000Z',
    occurredAt: '2026-03-02T02:00:00.000Z',
    actor: { person: 'system', role: 'SYSTEM', organisation: '' },
    known: undefined,
    prepared: [],
  });
}

class Given<S, E extends Fact> {
  constructor(
    private readonly decider: Decider<S, E>,
    private readonly events: readonly E[],
    private readonly context: Context,
  ) {}

  /** State after the events, for tests of `evolve`. */
  state(): S {
    return this.events.reduce<S>(
      (state, fact, revision) => this.decider.evolve(state, recorded(fact, { revision, ...fact, stream: `${this.decider.category}-${this.context.target}` }) as unknown as Recorded<E>),
      this.decider.initial,
    );
  }

  by(actor: Actor): Given<S, E> {
    return new Given(this.decider, this.events, { ...this.context, actor });
  }

  knowing(known: unknown): Given<S, E> {
    return new Given(this.decider, this.events, { ...this.context, known });
  }

  at(now: Instant, occurredAt: Instant = now): Given<S, E> {
    return new Given(this.decider, this.events, { ...this.context, now, occurredAt });
  }

  about(target: string): Given<S, E> {
    return new Given(this.decider, this.events, { ...this.context, target });
  }

  afterPreparing(...prepared: readonly RecordedEvent[]): Given<S, E> {
    return new Given(this.decider, this.events, { ...this.context, prepared });
  }

  when(command: string, body: object = {}): Decision<E> {
    const rule = this.decider.commands[command];
    if (rule === undefined) throw new Error(`no command ${command}`);
    const state = this.state();
    if (this.decider.hides?.(state, this.context.actor) === true) return new Decision<E>([], undefined, true);
    try {
      return new Decision<E>(this.decided(rule, body, state), undefined);
    } catch (error) {
      if (error instanceof Refused || error instanceof NotAllowed) return new Decision<E>([], error);
      throw error;
    }
  }

  private decided(rule: Decider<S, E>['commands'][string], body: object, state: S): readonly E[] {
    rule.authorise(body, state, this.context);
    rule.guard?.(body, state, this.context);
    const facts = rule.decide(body, state, this.context);
    for (const fact of facts) checkFact(fact);
    return facts;
  }
}

class Decision<E extends Fact> {
  constructor(
    readonly facts: readonly E[],
    readonly refusal: Refused | NotAllowed | undefined,
    /** The stream is to the actor as if it did not exist. */
    private readonly isHidden = false,
  ) {}

  expectFacts(facts: readonly E[]): void {
    if (this.refusal !== undefined) throw this.refusal;
    expect([this.isHidden, ...this.facts]).toStrictEqual([false, ...facts]);
  }

  /** Only the names, where the data is long or checked elsewhere. */
  expectTypes(types: readonly E['type'][]): void {
    if (this.refusal !== undefined) throw this.refusal;
    expect([this.isHidden, ...this.facts.map((fact) => fact.type)]).toStrictEqual([false, ...types]);
  }

  expectNotFound(): void {
    expect(this.isHidden).toBe(true);
  }

  expectRefusal(rule: Rule): void {
    expect(this.isHidden ? 'not found' : this.refusal?.rule ?? this.facts).toStrictEqual(rule);
  }
}
