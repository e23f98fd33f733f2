import { keepWorking } from '#apps/server/src/worker/keep-working';

const untilAborted = (signal: AbortSignal): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
const PACE = { lookEvery: 1, retryAfter: 1 };

describe('the worker of a server', () => {
  it('looks at the clock again and again while nothing is written, until it is stopped', async () => {
    const third = Promise.withResolvers<void>();
    let looks = 0;
    const settle = async (): Promise<void> => {
      looks += 1;
      if (looks === 3) third.resolve();
    };
    const working = keepWorking({ follow: untilAborted, settle }, () => undefined, PACE);
    await third.promise;
    await working.stop();
    const atStop = looks;
    await new Promise((resolve) => setImmediate(resolve));
    expect(looks).toBe(atStop);
  });

  it('tells of a fault and goes on following', async () => {
    const faults: unknown[] = [];
    const followed = Promise.withResolvers<void>();
    let tries = 0;
    const follow = async (signal: AbortSignal): Promise<void> => {
      tries += 1;
      if (tries < 3) throw new Error(`fault ${tries}`);
      followed.resolve();
      await untilAborted(signal);
    };
    const working = keepWorking({ follow, settle: async () => undefined }, (fault) => faults.push(fault), PACE);
    await followed.promise;
    await working.stop();
    expect(faults.map(String)).toEqual(['Error: fault 1', 'Error: fault 2']);
  });

  it('waits for what is under way before it is stopped', async () => {
    const begun = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    let finished = false;
    const settle = async (): Promise<void> => {
      begun.resolve();
      await finish.promise;
      finished = true;
    };
    const working = keepWorking({ follow: untilAborted, settle }, () => undefined, PACE);
    await begun.promise;
    const stopped = working.stop();
    finish.resolve();
    await stopped;
    expect(finished).toBe(true);
  });
});
