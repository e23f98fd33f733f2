import type { Collection } from 'mongodb';
import { type Checkpoint, CheckpointOfAnotherLog } from '#libs/event-sourcing/document-store';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import { isDuplicateKey, type Keyed, type MongoConnection } from '#libs/mongodb/connection';

interface CheckpointEntry extends Keyed {
  readonly position: GlobalPosition;
  readonly storeId: string;
}

interface PointerEntry extends Keyed {
  readonly target: string;
}

/** Checkpoints and pointers: how far a reader came, and which collection serves it. */
export class DocumentProgress {
  constructor(private readonly connection: MongoConnection) {}

  private get checkpoints(): Collection<CheckpointEntry> {
    return this.connection.collection('_checkpoints');
  }

  private get pointers(): Collection<PointerEntry> {
    return this.connection.collection('_pointers');
  }

  async checkpoint(name: string): Promise<Checkpoint | undefined> {
    const entry = await this.checkpoints.findOne({ _id: name });
    return entry === null ? undefined : { position: entry.position, storeId: entry.storeId };
  }

  /** What does not match the guard collides with what is there: then it is further, of another log, or was made just now. */
  async save(name: string, { position, storeId }: Checkpoint): Promise<void> {
    const isKept = await succeeds(() =>
      this.checkpoints.updateOne({ _id: name, storeId, position: { $lt: position } }, { $set: { position, storeId } }, { upsert: true }),
    );
    if (isKept) return;
    const kept = await this.checkpoint(name);
    if (kept !== undefined && kept.storeId !== storeId) throw new CheckpointOfAnotherLog(name, kept.storeId, storeId);
    if (kept === undefined || kept.position < position) await this.save(name, { position, storeId });
  }

  async forget(name: string): Promise<void> {
    await this.checkpoints.deleteOne({ _id: name });
  }

  async pointer(name: string): Promise<string | undefined> {
    return (await this.pointers.findOne({ _id: name }))?.target;
  }

  async move(name: string, expected: string | undefined, next: string): Promise<boolean> {
    if (expected === undefined) return succeeds(() => this.pointers.insertOne({ _id: name, target: next }));
    const { matchedCount } = await this.pointers.updateOne({ _id: name, target: expected }, { $set: { target: next } });
    return matchedCount === 1;
  }
}

/** False where the key is taken already. */
async function succeeds(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
