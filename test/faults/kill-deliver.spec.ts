import fc from 'fast-check';
import { ChildProgram } from '#test/support/child-program';
import { Receiver } from '#test/support/receiver';
import { SubscribedRecord, toldOf } from '#test/support/subscribed-record';
import { temporaryFolder } from '#test/support/temporary-folder';

const AGENCIES = Array.from({ length: 30 }, (_none, at) => `a-${at}`);
const PATIENCE_MS = 120_000;
/** Requests that come in before the process is killed, and whether the last of them was answered. */
const KILLS = fc.sample(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), { numRuns: 6, seed: 20_261_124 });

it(`a process that delivers brings everything in order, after ${KILLS.length} kills; only what was under way comes twice`, async () => {
  const folder = temporaryFolder();
  const receiver = await Receiver.start();
  const [log, documents] = [folder.file('events.db'), folder.file('documents.db')];
  const subscribed = await SubscribedRecord.open({ log, documents });
  await subscribed.register(receiver);
  await subscribed.agencies(...AGENCIES);
  await subscribed.close();
  const start = (): ChildProgram => new ChildProgram('test/faults/deliver-until-killed.ts', [log, documents, new URL(receiver.url).host]);

  for (const [requests, isAnswered] of KILLS) {
    const child = start();
    receiver.behave({ status: 200 });
    if (!isAnswered) receiver.behave('hang', requests - 1);
    await receiver.until(receiver.received.length + requests);
    await child.kill();
  }
  receiver.behave({ status: 200 });
  expect(await start().ended()).toEqual(['done']);

  const told = toldOf(receiver.received);
  expect(told.filter((id, at) => id !== told[at - 1])).toEqual(AGENCIES);
  expect(told.length).toBeGreaterThan(AGENCIES.length);
  expect(told.length).toBeLessThanOrEqual(AGENCIES.length + KILLS.length);
  expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(AGENCIES.length);
  await receiver.close();
  folder.remove();
}, PATIENCE_MS);
