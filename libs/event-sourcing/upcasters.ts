import type { RecordedEvent } from '#libs/event-sourcing/event';

type Data = Record<string, unknown>;
/** Turns the data of version n into the data of version n + 1. */
export type Upcast = (data: Data) => Data;

/** An event written by a newer program: it is neither dropped nor guessed at. */
export class NewerSchema extends Error {}

/**
 * The versions of every event type. `chains[type]` holds the steps 1→2, 2→3 …; a type without a chain is at version 1.
 * Stored events are never rewritten: they are brought up to date when read.
 */
export class Upcasters {
  constructor(private readonly chains: Readonly<Record<string, readonly (Upcast | undefined)[]>> = {}) {
    for (const [type, steps] of Object.entries(chains)) {
      const gap = Array.from(steps).findIndex((step) => step === undefined);
      if (gap !== -1) throw new Error(`${type}: no upcaster from version ${gap + 1} to ${gap + 2}`);
    }
  }

  currentVersion(type: string): number {
    return (this.chains[type]?.length ?? 0) + 1;
  }

  /** The event in the newest shape, and of its version. @throws NewerSchema */
  upcast(event: RecordedEvent): RecordedEvent {
    const current = this.currentVersion(event.type);
    const stored = Number(event.meta.schemaVersion);
    if (stored === current) return event;
    if (!(stored >= 1 && stored < current)) {
      throw new NewerSchema(`${event.type} ${event.stream}@${event.revision} has version ${event.meta.schemaVersion}, known are 1 to ${current}`);
    }
    const steps = this.chains[event.type]?.slice(stored - 1) ?? [];
    const data = steps.reduce<Data>((older, step) => step?.(older) ?? older, event.data as Data);
    return { ...event, data, meta: { ...event.meta, schemaVersion: String(current) } };
  }
}
