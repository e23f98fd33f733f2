import type { DocumentStore, StoredDocument } from '#libs/event-sourcing/document-store';
import { onceDone } from '#libs/event-sourcing/once-done';
import { derivedKey, hmacHex, newKey, sealed, unsealed } from '#libs/vault/sealing';
import { NotSealed, type PersonalData, SealedOtherwise, type Subject, SubjectShredded, type Vault } from '#libs/vault/vault';

interface WrappedKey {
  readonly wrapped: string;
}

interface SealedData {
  readonly fields: Readonly<Record<string, string>>;
}

const COLLECTION = 'vault';
const FIRST = '1'.padStart(20, '0');
/** After the tombstone nothing follows. */
const LAST = '2'.padStart(20, '0');

const keyOf = ({ kind, id }: Subject): string => `${kind}:${id}`;
const aboutKey = ({ kind, id }: Subject): readonly string[] => ['dudao vault key', kind, id];
const aboutField = ({ kind, id }: Subject, field: string): readonly string[] => ['dudao vault field', kind, id, field];

/** Two orders of the same members are the same data. */
const partsOf = (data: PersonalData): readonly string[] => Object.keys(data).sort().flatMap((field) => [field, data[field] ?? '']);

/**
 * A vault over two document stores: wrapped keys in one, ciphertexts in the other, so that they are kept and backed up
 * apart. `master`: 32 bytes that lie in neither; the key-encryption key of each kind of subject derives from them.
 */
export class DocumentVault implements Vault {
  private readonly declare = onceDone(() => Promise.all([this.keys.declare(COLLECTION, []), this.texts.declare(COLLECTION, [])]));

  constructor(
    private readonly keys: DocumentStore,
    private readonly texts: DocumentStore,
    private readonly master: Uint8Array,
  ) {}

  async commitTo(subject: Subject, data: PersonalData): Promise<string> {
    return hmacHex(derivedKey(await this.ownKey(subject), 'dudao vault commitment'), partsOf(data));
  }

  async seal(subject: Subject, data: PersonalData): Promise<void> {
    const key = await this.ownKey(subject);
    const fields = Object.fromEntries(Object.entries(data).map(([field, value]) => [field, sealed(key, Buffer.from(value), aboutField(subject, field))]));
    const body: SealedData = { fields };
    const missed = await this.texts.write(COLLECTION, [{ key: keyOf(subject), loaded: undefined, position: FIRST, body }]);
    if (missed.length === 0) return;
    const before = await this.open(subject);
    if (partsOf(before).join('\n') !== partsOf(data).join('\n')) throw new SealedOtherwise(`${keyOf(subject)} is sealed with other data`);
  }

  async open(subject: Subject): Promise<PersonalData> {
    await this.declare();
    const wrapped = await this.read<WrappedKey>(this.keys, subject);
    if (wrapped === undefined) throw new NotSealed(keyOf(subject));
    const key = this.unwrapped(subject, wrapped);
    const text = (await this.read<SealedData>(this.texts, subject))?.body;
    if (text === undefined || text === null) throw new NotSealed(keyOf(subject));
    return Object.fromEntries(Object.entries(text.fields).map(([field, value]) => [field, Buffer.from(unsealed(key, value, aboutField(subject, field))).toString()]));
  }

  async shred(subject: Subject): Promise<void> {
    await this.declare();
    await this.destroy(this.keys, subject);
    await this.destroy(this.texts, subject);
  }

  async close(): Promise<void> {
    await this.keys.close();
    await this.texts.close();
  }

  /** The key that stands, made if there is none. Whoever writes first has made it. */
  private async ownKey(subject: Subject): Promise<Uint8Array> {
    await this.declare();
    const found = await this.read<WrappedKey>(this.keys, subject);
    if (found !== undefined) return this.unwrapped(subject, found);
    const key = newKey();
    const body: WrappedKey = { wrapped: sealed(this.keyOfKind(subject), key, aboutKey(subject)) };
    const missed = await this.keys.write(COLLECTION, [{ key: keyOf(subject), loaded: undefined, position: FIRST, body }]);
    return missed.length === 0 ? key : this.ownKey(subject);
  }

  private unwrapped(subject: Subject, { body }: StoredDocument<WrappedKey>): Uint8Array {
    if (body === null) throw new SubjectShredded(keyOf(subject));
    return unsealed(this.keyOfKind(subject), body.wrapped, aboutKey(subject));
  }

  private keyOfKind({ kind }: Subject): Uint8Array {
    return derivedKey(this.master, `dudao vault ${kind}`);
  }

  private async destroy(store: DocumentStore, subject: Subject): Promise<void> {
    const loaded = (await this.read(store, subject))?.position;
    if (loaded === LAST) return;
    const missed = await store.write(COLLECTION, [{ key: keyOf(subject), loaded, position: LAST, body: null }]);
    if (missed.length > 0) await this.destroy(store, subject);
  }

  private async read<D>(store: DocumentStore, subject: Subject): Promise<StoredDocument<D> | undefined> {
    return (await store.get<D>(COLLECTION, [keyOf(subject)]))[0];
  }
}
