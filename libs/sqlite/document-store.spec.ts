import { DatabaseSync } from 'node:sqlite';
import { UnknownCollection } from '#libs/event-sourcing/document-request';
import { findQuery } from '#libs/sqlite/document-query';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { position } from '#test/support/position';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

describe('documents in SQLite', () => {
  let folder: TemporaryFolder;
  let store: SqliteDocumentStore;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await SqliteDocumentStore.open(folder.file('documents.db'));
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });
  const document = (to: number, loaded?: string) => ({ key: 'a', body: { area: '350100' }, position: position(to), loaded });

  it('are guarded also between two stores of one file', async () => {
    await store.declare('cases', ['area']);
    const other = await SqliteDocumentStore.open(folder.file('documents.db'));
    const created = await Promise.all([store, other].map((each, index) => each.write('cases', [document(index + 1)])));
    expect(created.flat()).toEqual(['a']);
    const replaced = await Promise.all([store, other].map((each) => each.write('cases', [document(9, position(1))])));
    expect(replaced.flat()).toEqual(['a']);
    await other.drop('cases');
    await other.close();
    await expect(store.get('cases', ['a'])).rejects.toBeInstanceOf(UnknownCollection);
  });

  it.each([
    [{ where: { area: '350100' }, limit: 5 }, /^SEARCH documents_1 USING INDEX documents_1_by_1 \(<expr>=\?\)$/],
    [{ range: { member: 'area', from: '350100' }, order: { member: 'area', descending: true }, limit: 5 }, /^SEARCH documents_1 USING INDEX documents_1_by_1/],
    [{ order: { member: 'area' }, limit: 5 }, /^SCAN documents_1 USING INDEX documents_1_by_1$/],
  ])('are found and sorted through the index of the member: %j', async (query, plan) => {
    await store.declare('cases', ['area']);
    const db = new DatabaseSync(folder.file('documents.db'), { readOnly: true });
    const { sql } = findQuery({ table: 'documents_1', members: new Set(['area']) }, query);
    expect(db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()).toEqual([expect.objectContaining({ detail: expect.stringMatching(plan) })]);
    db.close();
  });
});
