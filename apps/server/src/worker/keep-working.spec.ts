import { keepWorking } from '#apps/server/src/worker/keep-working';

const untilAborted = (signal: AbortSignal): Promise<void> => new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
const prepare = async (): Promise<void> => undefined;
const PACE = { lookEvery: 1, retryAfter: 1 };

describe('the worker of a server', () => {
  it('looks at the clock again and again while nothing is written, until it is stopped', async () => {
    const third = Promise.withResolvers<void>();
    let looks = 0;
    const settle = async (): Promise<void> => {
      looks += 1;
      if (looks === 3) third.resolve();
    };
    const working = keepWorking({ prepare, follow: untilAborted, settle }, () => undefined, PACE);
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
    const working = keepWorking({ prepare, follow, settle: async () => undefined }, (fault) => faults.push(fault), PACE);
    await followed.promise;
    await working.stop();
    expect(faults.map(String)).toEqual(['Error: fault 1', 'Error: fault 2']);
  });

  it('follows only once it is prepared, however often that fails before', async () => {
    const done: string[] = [];
    const followed = Promise.withResolvers<void>();
    const failTwice = async (): Promise<void> => {
      done.push('prepare');
      if (done.length < 3) throw new Error('no');
    };
    const follow = async (signal: AbortSignal): Promise<void> => {
      done.push('follow');
      followed.resolve();
      await untilAborted(signal);
    };
    const working = keepWorking({ prepare: failTwice, follow, settle: () => followed.promise }, () => undefined, PACE);
    await followed.promise;
    await working.stop();
    expect(done).toEqual(['prepare', 'prepare', 'prepare', 'follow']);
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
    const working = keepWorking({ prepare, follow: untilAborted, settle }, () => undefined, PACE);
    await begun.promise;
    const stopped = working.stop();
    finish.resolve();
    await stopped;
    expect(finished).toBe(true);
  });
});
