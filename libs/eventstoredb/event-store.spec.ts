import { jest } from '@jest/globals';
import { eventStoreContract } from '#test/contracts/event-store.contract';
import { openedOnServer, type ServerUnderTest, startServerUnderTest } from '#test/support/server-under-test';

// Every call goes to another process; thousands of them make the test of 64 clients that want one stream.
jest.setTimeout(60_000);

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServerUnderTest();
});
afterAll(() => server.stop());

eventStoreContract(process.env['EVENTSTORE_URL'] === undefined ? 'a double of EventStoreDB' : 'EventStoreDB', () => openedOnServer(server.url));
