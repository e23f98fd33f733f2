import { AppendOutcomeUnknown, type EventStore, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import type { Misfortune } from '#test/doubles/eventstoredb/faults';
import { newEvents } from '#test/support/new-event';
import type { Opened } from '#test/support/opened-store';
import { readLog } from '#test/support/read-log';
import { openedOnServer } from '#test/support/server-under-test';
import { openTallyRecord, type TallyRecord } from '#test/support/tally-record';

/** Milliseconds. Long enough for a busy machine, short enough to wait for. */
const DEADLINE = 1_000;

let server: ServerDouble;
let opened: Opened<EventStore>;
const store = (): EventStore => opened.store;

beforeAll(async () => {
  server = await ServerDouble.start();
});
afterAll(() => server.stop());
beforeEach(async () => {
  opened = await openedOnServer(server.url, { deadline: DEADLINE });
});
afterEach(() => opened.close());

describe('an append that the server does not answer', () => {
  const unanswered: readonly (readonly [misfortune: Misfortune, stored: number])[] = [
    ['silent', 0], ['silentAfterCommit', 2], ['empty', 0], ['notLeader', 0], ['unavailable', 0], ['cancelled', 0],
  ];

  it.each(unanswered)('(%s) has an unknown outcome, and %d events', async (misfortune, stored) => {
    await server.fail('append', misfortune);
    await expect(store().append('case-1', 'no_stream', newEvents(2))).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    expect(await readLog(store())).toHaveLength(stored);
  });

  it.each(unanswered)('(%s) takes effect once when it is asked again, which says if it had before', async (misfortune, stored) => {
    const batch = newEvents(2);
    await store().append('case-1', 'no_stream', newEvents(1));
    await server.fail('append', misfortune);
    await expect(store().append('case-1', 0, batch)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    expect(await store().append('case-1', 0, batch)).toMatchObject({ revision: 2, repeated: stored === 2 });
    expect((await readLog(store())).slice(1)).toMatchObject(batch);
  });

  it('leaves other appends alone', async () => {
    await server.fail('append', 'silent');
    const first = store().append('case-1', 'no_stream', newEvents(1));
    await expect(store().append('case-2', 'no_stream', newEvents(1))).resolves.toMatchObject({ revision: 0 });
    await expect(first).rejects.toBeInstanceOf(AppendOutcomeUnknown);
  });
});

describe('an append that arrives late', () => {
  it('changes nothing when it was asked again meanwhile', async () => {
    const batch = newEvents(2);
    await server.fail('append', 'held');
    await expect(store().append('case-1', 'no_stream', batch)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    await expect(store().append('case-1', 'no_stream', batch)).resolves.toMatchObject({ revision: 1, repeated: false });
    await server.release();
    expect(await readLog(store())).toHaveLength(2);
  });

  it('changes nothing when another took its place meanwhile', async () => {
    const [late, other] = [newEvents(1), newEvents(1)];
    await server.fail('append', 'held');
    await expect(store().append('case-1', 'no_stream', late)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    await store().append('case-1', 'no_stream', other);
    await server.release();
    expect(await readLog(store())).toMatchObject(other);
    await expect(store().append('case-1', 'no_stream', late)).rejects.toBeInstanceOf(WrongExpectedRevision);
  });
});

describe('a command whose append is not answered', () => {
  let record: TallyRecord;
  beforeEach(async () => {
    record = await openTallyRecord(undefined, undefined, store());
  });
  afterEach(() => record.close());

  it.each<Misfortune>(['silent', 'silentAfterCommit', 'held', 'notLeader', 'unavailable', 'cancelled'])('(%s) has one effect', async (misfortune) => {
    await record.send({ name: 'RaiseTally', target: 'a', body: { by: 1 } });
    await server.fail('append', misfortune);
    const outcome = await record.send({ name: 'RaiseTally', target: 'a', body: { by: 2 } });
    await server.release();
    const log = await readLog(store());
    expect(log.map(({ data }) => data)).toEqual([{ by: 1 }, { by: 2 }]);
    expect(outcome).toMatchObject({ revision: 1, position: log[1]?.position });
  });

  it('is told when the outcome stays unknown, and has one effect when it comes again', async () => {
    const command = { name: 'RaiseTally', target: 'a', body: { by: 2 }, commandId: '0192f0c1-0000-7000-8000-000000000009' };
    await server.fail('append', 'silentAfterCommit');
    await server.fail('append', 'silent');
    await expect(record.send(command)).rejects.toBeInstanceOf(AppendOutcomeUnknown);
    await expect(record.send(command)).resolves.toMatchObject({ revision: 0, repeated: true });
    expect(await readLog(store())).toHaveLength(1);
  });
});
