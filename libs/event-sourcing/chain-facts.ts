import type { Context } from '#libs/event-sourcing/decider';
import type { Envelope, Link } from '#libs/event-sourcing/envelope';
import type { EventMeta, Fact, NewEvent, RecordedEvent, Revision } from '#libs/event-sourcing/event';
import { commandHash, derivedId } from '#libs/event-sourcing/ids';
import type { UpcastingStore } from '#libs/event-sourcing/upcasting';

/** What a decision brought, and where it goes. */
export interface Decided {
  readonly stream: string;
  /** Last event of the stream before the decision. */
  readonly last: RecordedEvent | undefined;
  readonly envelope: Envelope;
  readonly context: Context;
  readonly facts: readonly Fact[];
  readonly basis: Readonly<Record<string, readonly string[]>>;
  readonly area: string;
  /** Version of the policy that it was made under. */
  readonly policy?: string | undefined;
}

export const nextRevision = (last: RecordedEvent | undefined): Revision => (last === undefined ? 0 : last.revision + 1);

/** The facts as events, each linked to the one before. The same decision gives the same bytes. */
export function chainFacts({ link, store }: { readonly link: Link; readonly store: Pick<UpcastingStore, 'upcasters'> }, decided: Decided): readonly NewEvent[] {
  const { stream, last, envelope, facts } = decided;
  const meta = metaOf(decided);
  const events: NewEvent[] = [];
  for (const [index, { type, data }] of facts.entries()) {
    const id = derivedId(envelope.commandId, String(index));
    const basis = (decided.basis[type] ?? []).join(' ');
    const schemaVersion = String(store.upcasters.currentVersion(type));
    const prevHash = (events.at(-1) ?? last)?.meta.hash;
    events.push(link(stream, nextRevision(last) + index, prevHash, { id, type, data, meta: { schemaVersion, ...meta, basis } }));
  }
  return events;
}

const metaOf = ({ envelope, context, area, policy }: Decided): Omit<EventMeta, 'prevHash' | 'hash' | 'basis' | 'schemaVersion'> => ({
  occurredAt: context.occurredAt,
  recordedAt: context.now,
  command: envelope.name,
  commandId: envelope.commandId,
  commandHash: commandHash(envelope.name, envelope.target, envelope.body),
  causationId: envelope.causationId ?? envelope.commandId,
  correlationId: envelope.correlationId ?? envelope.commandId,
  actor: context.actor.person,
  role: context.actor.role,
  organisation: context.actor.organisation,
  ...(policy !== undefined && { policy }),
  area,
});
