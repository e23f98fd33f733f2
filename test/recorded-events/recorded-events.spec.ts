import { readFileSync } from 'node:fs';
import { asRecorded, HEADS, type Heads, headsOf, kindOf, readRecorded } from '#test/recorded-events/recorded';
import { tellStory } from '#test/recorded-events/story';
import { eventFault } from '#test/support/event-validator';
import { categoryOf, type Recorded } from '#libs/event-sourcing/event';
import { EVENT_TYPES, versionsOf } from '#libs/record/event-schemas';
import { DECIDERS } from '#libs/record/deciders';
import { UPCASTERS } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { tell } from '#libs/record/tellings';
import { type StoredEvent, verifyStream } from '#libs/proof/hash-chain';

const recorded = readRecorded();
const heads = JSON.parse(readFileSync(HEADS, 'utf8')) as Heads;

async function* walk(lines: readonly StoredEvent[]) {
  yield* lines;
}

const deciderOf = (stream: string) => {
  const decider = DECIDERS.find(({ category }) => category === categoryOf(stream));
  if (decider === undefined) throw new Error(`no decider for ${stream}`);
  return { initial: decider.initial as unknown, evolve: decider.evolve as (state: unknown, event: Recorded<never>) => unknown };
};

describe('events as they were once stored', () => {
  it('are there for every type in every version; a new one is told in a story, then: npm run record-events', () => {
    const kinds = new Set(recorded.map(kindOf));
    expect(EVENT_TYPES.flatMap((type) => versionsOf(type).map((version) => `${type} v${version}`)).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('have not been changed, taken away or added to since', async () => {
    expect(await verifyStream(walk(recorded))).toEqual({ ok: true, events: recorded.length, streams: Object.keys(heads).length });
    expect(headsOf(recorded)).toEqual(heads);
  });

  it.each([
    ['changed', (lines: readonly StoredEvent[]) => lines.map((line, index) => (index === 3 ? { ...line, dataText: line.dataText.replace('{', '{ ') } : line))],
    ['taken out', (lines: readonly StoredEvent[]) => lines.toSpliced(3, 1)],
    ['cut off', (lines: readonly StoredEvent[]) => lines.slice(0, -1)],
  ])('would be missed if a line were %s', async (_how, change) => {
    const lines = change(recorded);
    const { ok } = await verifyStream(walk(lines));
    expect([ok, headsOf(lines)]).not.toEqual([true, heads]);
  });

  it('are what the schema of their version says, and after upcasting what that of today says', () => {
    for (const line of recorded) {
      const event = asRecorded(line);
      expect(eventFault(event.type, event.data, Number(event.meta.schemaVersion))).toBeUndefined();
      expect(eventFault(event.type, UPCASTERS.upcast(event).data)).toBeUndefined();
    }
  });

  it('fold into states and say their sentence', () => {
    const states = new Map<string, unknown>();
    for (const line of recorded) {
      const event = UPCASTERS.upcast(asRecorded(line));
      const { initial, evolve } = deciderOf(line.stream);
      states.set(line.stream, evolve(states.has(line.stream) ? states.get(line.stream) : initial, event as unknown as Recorded<never>));
      expect(states.get(line.stream)).toBeDefined();
      expect(tell(event)).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
    }
  });
});

describe('views', () => {
  it('take every one of them in', () => {
    const documents = new Map<string, object | null>();
    for (const line of recorded) {
      const event = UPCASTERS.upcast(asRecorded(line));
      for (const view of VIEWS_OF_RECORD.filter(({ categories }) => categories.includes(categoryOf(line.stream)))) {
        for (const key of view.keys(event)) documents.set(`${view.name} ${key}`, view.apply(documents.get(`${view.name} ${key}`) ?? null, event, key));
      }
    }
    expect(documents.get('case-file rectified')).toMatchObject({ state: 'CLOSED' });
  });
});

describe('the story that they come from', () => {
  it('can still be told, and brings every type', async () => {
    const types = new Set((await tellStory()).map(({ type }) => type));
    expect(EVENT_TYPES.filter((type) => !types.has(type))).toEqual([]);
  }, 60_000);
});
