import { jest } from '@jest/globals';
import { eventStoreContract } from '#test/contracts/event-store.contract';
import { openedOnServer, type ServerUnderTest, startServerUnderTest } from '#test/support/server-under-test';

// Every call goes to another process; thousands of them make the test of 64 clients that want one stream.
jest.setTimeout(300_000);
// Faults have specs of their own: here a slow machine is none.
const PATIENT = { deadline: 120_000 };

let server: ServerUnderTest;
beforeAll(async () => {
  server = await startServerUnderTest();
});
afterAll(() => server.stop());

eventStoreContract(process.env['EVENTSTORE_URL'] === undefined ? 'a double of EventStoreDB' : 'EventStoreDB', () => openedOnServer(server.url, PATIENT));
