import { Origin } from '#apps/server/src/http/origin';
import { HttpProblem } from '#apps/server/src/http/problem';
import { MAX_UNDER_WAY, Submit, SubmitHandler } from '#apps/server/src/http/submit';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import type { Envelope, Outcome } from '#libs/event-sourcing/envelope';
import type { CommandHandler } from '#libs/event-sourcing/handle-command';

const actor = { person: 'p-1', role: 'MUNICIPAL_CENTER', organisation: '3501' };
const submit = new Submit(new Origin('RegisterAgency', 'a-1', actor, 'c-1', 3, 't-1'), { name: '甲校' });
const outcome: Outcome = { stream: 'agency-a-1', revision: 0, position: undefined, events: [], repeated: false };

describe('submitting a command', () => {
  it('hands the kernel all that the request said', async () => {
    const taken: Envelope[] = [];
    const kernel = { handle: async (envelope: Envelope) => (taken.push(envelope), outcome) } as unknown as CommandHandler;
    expect(await new SubmitHandler(kernel, new Metrics()).execute(submit)).toBe(outcome);
    expect(taken).toEqual([{ name: 'RegisterAgency', target: 'a-1', actor, commandId: 'c-1', expected: 3, correlationId: 't-1', body: { name: '甲校' } }]);
  });

  it('turns away what is too much at once, and takes commands again when others are done', async () => {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    const handler = new SubmitHandler({ handle: () => promise } as unknown as CommandHandler, new Metrics());
    const taken = Array.from({ length: MAX_UNDER_WAY }, () => handler.execute(submit));
    await expect(handler.execute(submit)).rejects.toThrow(HttpProblem);
    resolve(outcome);
    await Promise.all(taken);
    await expect(handler.execute(submit)).resolves.toBe(outcome);
  });

  it('counts a failed command as done', async () => {
    const handler = new SubmitHandler({ handle: () => Promise.reject(new Error('refused')) } as unknown as CommandHandler, new Metrics());
    for (let count = 0; count <= MAX_UNDER_WAY; count += 1) await expect(handler.execute(submit)).rejects.toThrow('refused');
  });
});
