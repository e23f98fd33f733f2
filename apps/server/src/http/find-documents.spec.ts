import { FindDocuments, FindDocumentsHandler, MAX_LOOKED_AT } from '#apps/server/src/http/find-documents';
import type { Readable } from '#apps/server/src/http/readable';
import type { Find, StoredDocument } from '#libs/event-sourcing/document-store';
import type { View } from '#libs/event-sourcing/view';
import type { ViewReader } from '#libs/event-sourcing/view-reader';

interface Numbered {
  readonly no: number;
}

const COUNT = 2 * MAX_LOOKED_AT + 5;
const documents: readonly StoredDocument[] = Array.from({ length: COUNT }, (_none, no) => ({ key: String(no).padStart(5, '0'), position: '1', body: { no } }));
const views = {
  find: async (_view: unknown, { after, limit }: Find) => documents.filter(({ key }) => after === undefined || key > after.key).slice(0, limit),
} as unknown as ViewReader;
const from = { view: { name: 'numbers' } as View<Numbered>, sight: { open: true }, category: 'number' } satisfies Readable<Numbered>;
const actor = { person: 'p', role: 'AUDITOR', organisation: 'FJ' };

/** All pages: how many documents each has. */
async function pages(limit: number, keeps?: (document: Numbered) => boolean): Promise<{ readonly sizes: number[]; readonly found: number[] }> {
  const handler = new FindDocumentsHandler(views);
  const sizes: number[] = [];
  const found: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = new FindDocuments(from, actor, { limit, ...(cursor === undefined ? {} : { cursor }) }, { keeps });
    const page = await handler.execute(query as unknown as FindDocuments<object>);
    sizes.push(page.items.length);
    found.push(...page.items.map((item) => (item as Numbered).no));
    cursor = page.next;
  }
  return { sizes, found };
}

describe('a list that no index answers', () => {
  it('comes page by page, each document once', async () => {
    const odd = await pages(200, ({ no }) => no % 2 === 1);
    expect(odd.found).toEqual(documents.map((_document, no) => no).filter((no) => no % 2 === 1));
    expect(odd.sizes.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
  });

  it('comes short where too much has to be looked at, with a cursor to go on from', async () => {
    const last = await pages(10, ({ no }) => no === COUNT - 1);
    expect(last).toEqual({ sizes: [0, 0, 1], found: [COUNT - 1] });
  });

  it('has a next page only where there is more', async () => {
    expect((await pages(5, ({ no }) => no < 5)).sizes.reduce((sum, size) => sum + size, 0)).toBe(5);
    expect((await pages(401)).sizes).toEqual([401, 401, 401, 401, 401]);
    expect((await pages(501)).sizes).toEqual([501, 501, 501, 501, 1]);
  });
});
