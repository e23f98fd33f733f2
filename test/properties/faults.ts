import type { DocumentStore } from '#libs/event-sourcing/document-store';
import { AppendOutcomeUnknown, type EventStore } from '#libs/event-sourcing/event-store';

/**
 * What can go wrong: the answer to an append is lost, once or twice in a row, or the append itself; the process dies when an
 * append was written, when documents were and their checkpoint was not, or between two documents.
 */
export const FAULTS = ['ANSWER_LOST', 'ANSWER_LOST_TWICE', 'APPEND_LOST', 'DIES_AFTER_APPEND', 'DIES_BEFORE_CHECKPOINT', 'DIES_AFTER_WRITE'] as const;
export type Fault = (typeof FAULTS)[number];

/** The process is gone: nothing of it may go on. */
export class Died extends Error {}

/** Faults that wait for their moment; each happens once. */
export class Faults {
  private waiting: { readonly fault: Fault; readonly after: number }[] = [];
  readonly happened: Fault[] = [];

  arm(fault: Fault, after: number): void {
    this.waiting.push({ fault, after });
    if (fault === 'ANSWER_LOST_TWICE') this.waiting.push({ fault, after: after + 1 });
  }

  disarm(): void {
    this.waiting = [];
  }

  /** Counts one call; the fault whose turn it is, if any. */
  private next(...at: readonly Fault[]): Fault | undefined {
    const [mine, others] = [this.waiting.filter(({ fault }) => at.includes(fault)), this.waiting.filter(({ fault }) => !at.includes(fault))];
    const due = mine.find(({ after }) => after === 0);
    this.waiting = [...others, ...mine.filter((each) => each !== due).map((each) => ({ ...each, after: Math.max(0, each.after - 1) }))];
    if (due !== undefined) this.happened.push(due.fault);
    return due?.fault;
  }

  throughEvents<S extends EventStore>(store: S): S {
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      const fault = this.next('ANSWER_LOST', 'ANSWER_LOST_TWICE', 'APPEND_LOST', 'DIES_AFTER_APPEND');
      if (fault === 'APPEND_LOST') throw new AppendOutcomeUnknown(stream, fault);
      const appended = await append(stream, expected, events);
      if (fault === 'DIES_AFTER_APPEND') throw new Died(fault);
      if (fault !== undefined) throw new AppendOutcomeUnknown(stream, fault);
      return appended;
    };
    return store;
  }

  throughDocuments<S extends DocumentStore>(store: S): S {
    const write = store.write.bind(store);
    const saveCheckpoint = store.saveCheckpoint.bind(store);
    store.write = async (collection, writes) => {
      const missed = await write(collection, writes);
      if (writes.length > 0 && this.next('DIES_AFTER_WRITE') !== undefined) throw new Died('DIES_AFTER_WRITE');
      return missed;
    };
    store.saveCheckpoint = async (name, checkpoint) => {
      if (this.next('DIES_BEFORE_CHECKPOINT') !== undefined) throw new Died('DIES_BEFORE_CHECKPOINT');
      return saveCheckpoint(name, checkpoint);
    };
    return store;
  }
}
