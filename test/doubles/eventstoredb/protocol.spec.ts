import { EventStoreDBClient, jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import { newEvents } from '#test/support/new-event';

let server: ServerDouble;
let client: EventStoreDBClient;

beforeAll(async () => {
  server = await ServerDouble.start();
  client = EventStoreDBClient.connectionString(server.url);
});
afterAll(async () => {
  await client.dispose();
  await server.stop();
});

const happened = (no: number) => jsonEvent({ type: 'Happened', data: { no }, metadata: { by: 'p-1' } });

describe('the double, asked by a plain client', () => {
  it('takes batches of appends, in parts, and answers each by its id', async () => {
    const before = await server.calls();
    const events = [1, 2, 3].map(happened);
    const [one, other] = await Promise.all([
      client.appendToStream('plain-1', events, { expectedRevision: 'no_stream', batchAppendSize: 1 }),
      client.appendToStream('plain-2', events.slice(0, 1), { expectedRevision: 'no_stream' }),
    ]);
    expect([one, other]).toMatchObject([{ success: true, nextExpectedRevision: 2n }, { success: true, nextExpectedRevision: 0n }]);
    const read = [];
    for await (const { event } of client.readStream('plain-1')) read.push([event?.data, event?.metadata]);
    expect(read).toEqual([1, 2, 3].map((no) => [{ no }, { by: 'p-1' }]));
    expect((await server.calls()).batchAppend).toBe(before.batchAppend + 2);
  });

  it('refuses a batch at another revision, and takes the same ids again', async () => {
    const [event] = [happened(1)];
    await client.appendToStream('plain-3', event, { expectedRevision: 'no_stream' });
    await expect(client.appendToStream('plain-3', event, { expectedRevision: 'no_stream' })).resolves.toMatchObject({ nextExpectedRevision: 0n });
    await expect(client.appendToStream('plain-3', happened(2), { expectedRevision: 'no_stream' })).rejects.toThrow(WrongExpectedVersionError);
    await expect(client.appendToStream('plain-3', happened(2), { expectedRevision: 7n })).rejects.toThrow(WrongExpectedVersionError);
  });

  it('keeps the metadata of a stream', async () => {
    await client.setStreamMetadata('plain-4', { maxCount: 5 });
    await expect(client.getStreamMetadata('plain-4')).resolves.toMatchObject({ metadata: { maxCount: 5 } });
  });
});

it('is not asked for batches by the driver: the client gives them no deadline', async () => {
  const before = await server.calls();
  const store = await EventStoreDbStore.open(server.url, { log: 'driven', timing: MACHINE_TIMING });
  await store.append('case-1', 'no_stream', newEvents(2));
  await store.close();
  const after = await server.calls();
  expect([after.batchAppend, after.append > before.append]).toEqual([before.batchAppend, true]);
});
