import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { jest } from '@jest/globals';
import { PASSING } from '#test/support/passing-store';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { DocumentVault } from '#libs/vault/document-vault';
import { NotSealed, SealedOtherwise, SubjectShredded } from '#libs/vault/vault';

const MASTER = new Uint8Array(32).fill(5);
const ONE = { kind: 'reporter', id: 'one' };
const DATA = { name: '张三(样例)', phone: '13800000000' };

describe('the vault', () => {
  let folder: TemporaryFolder;
  let keys: SqliteDocumentStore;
  let texts: SqliteDocumentStore;
  let vault: DocumentVault;
  const open = (name: string) => SqliteDocumentStore.open(folder.file(name), { ...PASSING, erases: true });
  const files = () => {
    const path = dirname(folder.file('x'));
    return readdirSync(path).map((name) => readFileSync(`${path}/${name}`).toString('latin1')).join('\n');
  };
  const stored = async (store: SqliteDocumentStore) => (await store.get<Record<string, unknown>>('vault', ['reporter:one']))[0]?.body;
  beforeEach(async () => {
    folder = temporaryFolder();
    keys = await open('keys.db');
    texts = await open('texts.db');
    vault = new DocumentVault(keys, texts, MASTER);
  });
  afterEach(async () => {
    await vault.close();
    folder.remove();
  });

  it('opens once its stores are there, also where they were away at the first use', async () => {
    const away = jest.spyOn(texts, 'declare').mockRejectedValueOnce(new StoreUnavailable('texts', new Error('away')));
    await expect(vault.seal(ONE, DATA)).rejects.toBeInstanceOf(StoreUnavailable);
    away.mockRestore();
    await vault.seal(ONE, DATA);
    expect(await vault.open(ONE)).toEqual(DATA);
  });

  it('gives back what was sealed, and has no word of it on the disk', async () => {
    await vault.seal(ONE, DATA);
    expect(await vault.open(ONE)).toEqual(DATA);
    expect(files()).not.toContain('13800000000');
    expect(files()).not.toContain(Buffer.from('张三').toString('latin1'));
    await expect(vault.open({ kind: 'reporter', id: 'other' })).rejects.toBeInstanceOf(NotSealed);
    await vault.commitTo({ kind: 'reporter', id: 'other' }, DATA);
    await expect(vault.open({ kind: 'reporter', id: 'other' })).rejects.toBeInstanceOf(NotSealed);
  });

  it('is sealed once: the same data again changes nothing, other data is refused', async () => {
    await Promise.all([vault.seal(ONE, DATA), vault.seal(ONE, { phone: DATA.phone, name: DATA.name })]);
    const before = await stored(texts);
    await vault.seal(ONE, DATA);
    expect(await stored(texts)).toEqual(before);
    await expect(vault.seal(ONE, { ...DATA, phone: '13900000000' })).rejects.toBeInstanceOf(SealedOtherwise);
    await expect(vault.seal(ONE, { name: DATA.name })).rejects.toBeInstanceOf(SealedOtherwise);
    expect(await vault.open(ONE)).toEqual(DATA);
  });

  it('binds the log to the data by a commitment that is the same each time, and another for each subject', async () => {
    const commitment = await vault.commitTo(ONE, DATA);
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(await vault.commitTo(ONE, { phone: DATA.phone, name: DATA.name })).toBe(commitment);
    expect(await vault.commitTo(ONE, { ...DATA, name: '李四(样例)' })).not.toBe(commitment);
    expect(await vault.commitTo({ kind: 'reporter', id: 'two' }, DATA)).not.toBe(commitment);
  });

  it('leaves nothing of a key that was destroyed, in no file', async () => {
    await vault.seal(ONE, DATA);
    const { wrapped } = (await stored(keys)) as { readonly wrapped: string };
    const { fields } = (await stored(texts)) as { readonly fields: Record<string, string> };
    expect(files()).toContain(wrapped);
    await vault.shred(ONE);
    await vault.shred(ONE);
    for (const gone of [wrapped, ...Object.values(fields)]) expect(files()).not.toContain(gone);
    for (const attempt of [vault.open(ONE), vault.seal(ONE, DATA), vault.commitTo(ONE, DATA)]) await expect(attempt).rejects.toBeInstanceOf(SubjectShredded);
  });

  it('keeps a subject shredded of which nothing was ever sealed', async () => {
    await vault.shred(ONE);
    await expect(vault.seal(ONE, DATA)).rejects.toBeInstanceOf(SubjectShredded);
  });

  it('opens nothing with another master key, nor what was put under another subject or field', async () => {
    await vault.seal(ONE, DATA);
    await expect(new DocumentVault(keys, texts, new Uint8Array(32).fill(6)).open(ONE)).rejects.toThrow();
    const [wrapped, sealed] = [await stored(keys), await stored(texts)];
    const put = (store: SqliteDocumentStore, key: string, body: object) => store.write('vault', [{ key, loaded: undefined, position: '1'.padStart(20, '0'), body }]);
    await put(keys, 'reporter:two', wrapped ?? {});
    await put(texts, 'reporter:two', sealed ?? {});
    await expect(vault.open({ kind: 'reporter', id: 'two' })).rejects.toThrow();
    const { fields } = sealed as { readonly fields: Record<string, string> };
    await vault.commitTo({ kind: 'reporter', id: 'three' }, DATA);
    await put(texts, 'reporter:three', { fields: { name: fields['phone'], phone: fields['name'] } });
    await expect(vault.open({ kind: 'reporter', id: 'three' })).rejects.toThrow();
  });
});
