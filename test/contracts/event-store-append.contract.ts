import type { NewEvent } from '#libs/event-sourcing/event';
import {
  CorruptedIdempotency,
  type EventStore,
  EventTooLarge,
  type Expected,
  MAX_EVENT_BYTES,
  WrongExpectedRevision,
} from '#libs/event-sourcing/event-store';
import { newEvent, newEvents } from '#test/support/new-event';
import type { Opened } from '#test/support/opened-store';
import { readLog } from '#test/support/read-log';

/** Number of events in the stream, what the writer expects, and whether that is right. */
const MATRIX: readonly (readonly [size: number, expected: Expected, right: boolean])[] = [
  [0, 'no_stream', true],
  [0, 0, false],
  [0, 2, false],
  [1, 'no_stream', false],
  [1, 0, true],
  [1, 2, false],
  [3, 'no_stream', false],
  [3, 0, false],
  [3, 2, true],
];

export function appendContract(opened: () => Opened<EventStore>): void {
  const store = () => opened().store;
  const lastRevision = (size: number): Expected => (size === 0 ? 'no_stream' : size - 1);
  const started = async (stream: string, size: number): Promise<readonly NewEvent[]> => {
    const events = newEvents(size);
    if (size > 0) await store().append(stream, 'no_stream', events);
    return events;
  };

  describe('expecting a revision', () => {
    it.each(MATRIX.filter(([, , right]) => right))('takes an append to a stream of %d events that expects %s', async (size, expected) => {
      await started('case-1', size);
      const appended = await store().append('case-1', expected, newEvents(2));
      expect(appended).toMatchObject({ revision: size + 1, repeated: false });
      expect(await readLog(store())).toHaveLength(size + 2);
    });

    it.each(MATRIX.filter(([, , right]) => !right))('refuses an append to a stream of %d events that expects %s', async (size, expected) => {
      await started('case-1', size);
      const refusal = store().append('case-1', expected, newEvents(2));
      await expect(refusal).rejects.toBeInstanceOf(WrongExpectedRevision);
      await expect(refusal).rejects.toMatchObject({ stream: 'case-1', expected, actual: lastRevision(size) });
      expect(await readLog(store())).toHaveLength(size);
    });

    it.each([-1, 0.5, Number.NaN])('refuses %d, which is no revision', async (expected) => {
      await expect(store().append('case-1', expected, newEvents(1))).rejects.toThrow();
      expect(await readLog(store())).toEqual([]);
    });

    it('judges each stream by itself', async () => {
      await started('case-1', 3);
      await expect(store().append('case-2', 'no_stream', newEvents(1))).resolves.toMatchObject({ revision: 0 });
    });
  });

  describe('repeating an append', () => {
    it.each<[number, Expected]>([[0, 'no_stream'], [2, 1]])('answers with the old place when the stream had %d events', async (size, expected) => {
      await started('case-1', size);
      const batch = newEvents(3);
      const first = await store().append('case-1', expected, batch);
      expect(await store().append('case-1', expected, batch)).toEqual({ ...first, repeated: true });
      expect(await readLog(store())).toHaveLength(size + 3);
    });

    it('answers with the old place also when the stream has grown since', async () => {
      const batch = newEvents(2);
      const first = await store().append('case-1', 'no_stream', batch);
      await store().append('case-1', 1, newEvents(2));
      expect(await store().append('case-1', 'no_stream', batch)).toEqual({ ...first, repeated: true });
    });

    it('takes one of two equal appends made at once, and answers both alike', async () => {
      const batch = newEvents(2);
      const [one, other] = await Promise.all([store().append('case-1', 'no_stream', batch), store().append('case-1', 'no_stream', batch)]);
      expect([one.repeated, other.repeated].sort()).toEqual([false, true]);
      expect(one.position).toBe(other.position);
      expect(await readLog(store())).toHaveLength(2);
    });

    it('refuses a batch that begins as the stored one and ends otherwise', async () => {
      const [first, ...rest] = newEvents(2);
      if (first === undefined) throw new Error('two events were made');
      await store().append('case-1', 'no_stream', [first, ...rest]);
      await expect(store().append('case-1', 'no_stream', [first, newEvent()])).rejects.toBeInstanceOf(CorruptedIdempotency);
      expect(await readLog(store())).toHaveLength(2);
    });

    it('refuses a batch that is longer than what is stored of it', async () => {
      const batch = newEvents(2);
      await store().append('case-1', 'no_stream', batch);
      await expect(store().append('case-1', 'no_stream', [...batch, newEvent()])).rejects.toBeInstanceOf(CorruptedIdempotency);
      expect(await readLog(store())).toHaveLength(2);
    });
  });

  describe('the content', () => {
    it('refuses an empty batch', async () => {
      await expect(store().append('case-1', 'no_stream', [])).rejects.toThrow();
    });

    it.each(['督导-福州', 'case-🀄', 'case-e\u0301 and \u00e9', "case-'; DROP TABLE events; --", 'case-%_"\\'])('keeps the stream name %j', async (stream) => {
      await store().append(stream, 'no_stream', newEvents(1));
      expect((await readLog(store())).map((event) => event.stream)).toEqual([stream]);
      await expect(store().append(stream, 'no_stream', newEvents(1))).rejects.toBeInstanceOf(WrongExpectedRevision);
    });

    it('keeps text exactly, also what UTF-8 cannot carry', async () => {
      const data = { text: '省级督导 \u0000 \ud800 \u2028 🀄 "\\', nested: [{ number: -0.5, none: null, yes: true }] };
      const event = newEvent({ type: '督导已开始', data, meta: { actor: '张\udc00' } });
      await store().append('case-1', 'no_stream', [event]);
      const [read] = await readLog(store());
      expect(read).toMatchObject(event);
      expect(read?.dataText).toBe(JSON.stringify(event.data));
      expect(read?.metaText).toBe(JSON.stringify(event.meta));
    });

    it('keeps the event as it was when the append was called', async () => {
      const data = { count: 1 };
      const append = store().append('case-1', 'no_stream', [newEvent({ data })]);
      data.count = 2;
      await append;
      expect((await readLog(store()))[0]?.data).toEqual({ count: 1 });
    });
  });

  describe('the size of an event', () => {
    /** Three bytes a character, so that a count of characters would let it pass. */
    const eventOf = (bytes: number): NewEvent => {
      const { data, ...rest } = newEvent({ data: { text: '' } });
      const room = bytes - Buffer.byteLength(JSON.stringify(data)) - Buffer.byteLength(JSON.stringify(rest.meta));
      return { ...rest, data: { text: '督'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3) } };
    };

    it.each([MAX_EVENT_BYTES - 1, MAX_EVENT_BYTES])('takes %d bytes', async (bytes) => {
      const event = eventOf(bytes);
      await store().append('case-1', 'no_stream', [event]);
      expect((await readLog(store()))[0]?.data).toEqual(event.data);
    });

    it('refuses one byte more, and with it the whole batch', async () => {
      await expect(store().append('case-1', 'no_stream', [newEvent(), eventOf(MAX_EVENT_BYTES + 1)])).rejects.toBeInstanceOf(EventTooLarge);
      expect(await readLog(store())).toEqual([]);
    });

    it('limits an event, not a batch', async () => {
      await store().append('case-1', 'no_stream', [eventOf(MAX_EVENT_BYTES), eventOf(MAX_EVENT_BYTES)]);
      expect(await readLog(store())).toHaveLength(2);
    });
  });
}
