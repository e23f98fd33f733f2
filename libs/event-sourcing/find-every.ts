import type { Lookup } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import type { View } from '#libs/event-sourcing/view';

const PAGE = 500;

/** All documents that the query asks for, page by page. `keyOf` gives the key of a document, by which pages follow each other. */
export async function findEvery<D extends object>(lookup: Lookup, view: View<D>, query: Pick<Find, 'where' | 'range'>, keyOf: (document: D) => string): Promise<readonly D[]> {
  const found: D[] = [];
  let page: readonly D[] = [];
  do {
    const last = page.at(-1);
    page = await lookup.find(view, { ...query, limit: PAGE, ...(last !== undefined && { after: { key: keyOf(last) } }) });
    found.push(...page);
  } while (page.length === PAGE);
  return found;
}
