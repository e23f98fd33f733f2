import fc from 'fast-check';
import type { DocumentStore, Find, Scalar, StoredDocument } from '#libs/event-sourcing/document-store';
import type { Opened } from '#test/support/opened-store';
import { position } from '#test/support/position';

interface Body {
  readonly area: string;
  readonly score?: number;
  readonly open: boolean;
}
const AREAS = ['350100', '350200', '省本级', "x' OR 1=1 --"];
const DOCUMENTS: readonly (readonly [key: string, body: Body])[] = Array.from({ length: 24 }, (_, index) => [
  `case-${String((index * 11) % 24).padStart(2, '0')}`,
  { area: AREAS[index % 4] ?? '', open: index % 3 === 0, ...(index % 5 > 0 && { score: (index % 4) - 0.5 }) },
]);

type Member = keyof Body;
const order = (one: Scalar | undefined, other: Scalar | undefined): number => {
  if (one === other) return 0;
  if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
  return one < other ? -1 : 1;
};

/** What `find` says, over the documents in memory. */
function expectedKeys({ where = {}, range, order: by, limit }: Find): readonly string[] {
  const found = DOCUMENTS.filter(([, body]) => {
    const value = range && body[range.member as Member];
    const within = (low?: Scalar, high?: Scalar) => low !== undefined && high !== undefined && order(low, high) <= 0;
    const inRange = (range?.from === undefined || within(range.from, value)) && (range?.to === undefined || within(value, range.to));
    return inRange && Object.entries(where).every(([member, wanted]) => body[member as Member] === wanted);
  });
  const sorted = found.toSorted(([oneKey, one], [otherKey, other]) => {
    const byMember = by === undefined ? 0 : order(one[by.member as Member], other[by.member as Member]);
    return byMember === 0 ? order(oneKey, otherKey) : byMember;
  });
  return (by?.descending === true ? sorted.toReversed() : sorted).map(([key]) => key).slice(0, limit);
}

const score = fc.integer({ min: -1, max: 3 }).map((number) => number - 0.5);
const optional = <T extends object>(value: fc.Arbitrary<T>): fc.Arbitrary<T | Record<never, never>> => fc.oneof(value, fc.constant({}));
const finds: fc.Arbitrary<Find> = fc
  .tuple(
    optional(fc.record({ where: fc.record({ area: fc.constantFrom(...AREAS), open: fc.boolean(), score }, { requiredKeys: [] }) })),
    optional(fc.record({ range: fc.oneof(
      fc.record({ member: fc.constant('score'), from: score, to: score }, { requiredKeys: ['member'] }),
      fc.record({ member: fc.constant('area'), from: fc.constantFrom(...AREAS), to: fc.constantFrom(...AREAS) }, { requiredKeys: ['member'] }),
    ) })),
    optional(fc.record({ order: fc.record({ member: fc.constantFrom('area', 'score', 'open'), descending: fc.boolean() }, { requiredKeys: ['member'] }) })),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([where, range, by, limit]) => ({ ...where, ...range, ...by, limit }));

export function findContract(opened: () => Opened<DocumentStore>): void {
  const store = () => opened().store;
  const keysOf = (documents: readonly StoredDocument<unknown>[]) => documents.map(({ key }) => key);
  const find = (query: Find) => store().find<Body>('found', query);

  describe('finding documents', () => {
    beforeEach(async () => {
      await store().declare('found', ['area', 'score', 'open']);
      await store().write('found', DOCUMENTS.map(([key, body]) => ({ key, body, position: position(1), loaded: undefined })));
    });

    it('orders by key unless told otherwise, and stops at the limit', async () => {
      expect(keysOf(await find({ limit: 3 }))).toEqual(['case-00', 'case-01', 'case-02']);
      expect(await find({ limit: 0 })).toEqual([]);
    });

    it('gives whole documents', async () => {
      const [key, body] = DOCUMENTS[0] ?? [];
      expect(await find({ where: { area: body?.area ?? '', score: 0.5, open: true }, limit: 1 })).toEqual([]);
      expect((await find({ limit: 24 })).find((document) => document.key === key)).toEqual({ key, body, position: position(1) });
    });

    it('counts what every query without a limit gives, and no tombstones', async () => {
      for (const { where, range } of fc.sample(finds, { numRuns: 60, seed: 1 })) {
        const count = { ...(where && { where }), ...(range && { range }) };
        expect([count, await store().count('found', count)]).toEqual([count, (await find({ ...count, limit: DOCUMENTS.length })).length]);
      }
      await store().write('found', [{ key: 'case-00', body: null, position: position(2), loaded: position(1) }]);
      expect(await store().count('found', {})).toBe(DOCUMENTS.length - 1);
      await expect(store().count('found', { where: { secret: 1 } })).rejects.toThrow(/declared/);
    });

    it('answers every query as a filter and a sort in memory would', async () => {
      await fc.assert(
        fc.asyncProperty(finds, async (query) => {
          expect(keysOf(await find(query))).toEqual(expectedKeys(query));
        }),
        { numRuns: 200 },
      );
    });

    it.each<[Find['order']]>([
      [undefined],
      [{ member: 'area' }],
      [{ member: 'score' }],
      [{ member: 'open', descending: true }],
      [{ member: 'score', descending: true }],
    ])('gives every document once when paged by %j', async (by) => {
      const ordered = by === undefined ? {} : { order: by };
      for (const limit of [1, 5, 24]) {
        const keys: string[] = [];
        for (let page = await find({ ...ordered, limit }); page.length > 0; ) {
          keys.push(...keysOf(page));
          const last = page.at(-1);
          const value = by === undefined ? undefined : last?.body?.[by.member as Member];
          page = await find({ ...ordered, limit, after: { key: last?.key ?? '', ...(value !== undefined && { value }) } });
        }
        expect(keys).toEqual(expectedKeys({ ...ordered, limit: 24 }));
      }
    });

    it.each<[string, Omit<Find, 'limit'>]>([
      ['where', { where: { secret: 1 } }],
      ['range', { range: { member: 'secret', from: 1 } }],
      ['order', { order: { member: "area') --" } }],
    ])('refuses an undeclared member in %s', async (_, query) => {
      await expect(find({ ...query, limit: 1 })).rejects.toThrow(/declared/);
    });

    it.each([-1, 0.5])('refuses a limit of %d', async (limit) => {
      await expect(find({ limit })).rejects.toThrow();
    });
  });
}
