import { onceDone } from '#libs/event-sourcing/once-done';

describe('work that is done once', () => {
  it('is shared by those who ask at once, and not done again', async () => {
    let times = 0;
    const done = onceDone(async () => (times += 1));
    await Promise.all([done(), done()]);
    await done();
    expect(times).toBe(1);
  });

  it('is begun anew after a failure, which all who shared it see', async () => {
    let times = 0;
    const done = onceDone(async () => {
      if ((times += 1) === 1) throw new Error('away');
    });
    await Promise.all([expect(done()).rejects.toThrow('away'), expect(done()).rejects.toThrow('away')]);
    await done();
    await done();
    expect(times).toBe(2);
  });
});
