import fc from 'fast-check';
import { newEvent } from '#test/support/new-event';
import { type ServerUnderTest, openedOnServer, startServerUnderTest } from '#test/support/server-under-test';

const SEED = 20_261_124;
const EVENTS = 400;

/** Everything that JSON can say and much that it cannot: lone surrogates, -0, keys like numbers, `__proto__`, dates, nothing. */
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', 'toJSON', '10', '2', '\ud800', '\u2028', '\0'));
const anyData: fc.Arbitrary<object> = fc.dictionary(
  anyText,
  fc.anything({ key: anyText, withDate: true, withNullPrototype: true, withSparseArray: true, values: [anyText, fc.double(), fc.constant(-0), fc.boolean(), fc.constant(null), fc.constant(undefined)] }),
  { noNullPrototype: false },
);

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServerUnderTest();
});
afterAll(() => server.stop());

describe('the text of an event on a server', () => {
  it('comes back as it was when its hash was made', async () => {
    const { store, close } = await openedOnServer(server.url);
    const datas = fc.sample(anyData, { numRuns: EVENTS, seed: SEED });
    const texts = datas.map((data) => JSON.stringify(data));
    const actors = fc.sample(anyText, { numRuns: EVENTS, seed: SEED });
    for (let at = 0; at < EVENTS; at += 50) {
      const events = datas.slice(at, at + 50).map((data, index) => newEvent({ data, meta: { actor: actors[at + index] ?? '' } }));
      await store.append('case-1', at === 0 ? 'no_stream' : at - 1, events);
    }
    let revision = 0;
    for await (const event of store.readStream('case-1')) {
      expect(event.dataText).toBe(texts[revision]);
      expect(JSON.parse(event.metaText)).toMatchObject({ actor: actors[revision] });
      revision += 1;
    }
    expect(revision).toBe(EVENTS);
    await close();
  }, 60_000);
});
