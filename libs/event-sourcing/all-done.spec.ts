import { allDone } from '#libs/event-sourcing/all-done';

describe('waiting for everything', () => {
  it('comes to an end only when all of it has, and then with the first failure', async () => {
    const order: string[] = [];
    const after = async (turns: number, name: string, fails = false): Promise<void> => {
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      order.push(name);
      if (fails) throw new Error(name);
    };
    await expect(allDone([after(9, 'slow', true), after(1, 'quick', true), after(20, 'last')])).rejects.toThrow('slow');
    expect(order).toEqual(['quick', 'slow', 'last']);
    await expect(allDone([after(1, 'a'), after(2, 'b')])).resolves.toBeUndefined();
  });
});
