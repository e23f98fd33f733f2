import type { Outcome } from '#libs/event-sourcing/envelope';
import { idFromText } from '#libs/event-sourcing/ids';
import { fuzhou, opening } from '#libs/cases/case-story';
import { province } from '#libs/supervisors/supervisor-story';
import { type Ask, ask } from '#test/properties/ask';
import { type Disk, FilesDisk } from '#test/properties/disk';
import { LivingRecord } from '#test/properties/living-record';
import { nameOf } from '#test/properties/play';
import { staffed } from '#test/properties/staffed-record';
import { allOf, asLog } from '#test/properties/typed-log';

describe('two commands at once that need a number for the same thing', () => {
  let staff: Disk;
  let living: LivingRecord;
  beforeAll(async () => {
    staff = await staffed(new FilesDisk());
  });
  afterAll(() => staff.remove());
  beforeEach(async () => {
    living = await LivingRecord.open('2026-03-02T02:00:00.000Z', () => undefined, staff.copy());
  });
  afterEach(() => living.remove());

  let sent = 0;
  const send = (request: Ask): Promise<Outcome> => living.record.commands.handle({ ...request, commandId: idFromText(`race ${(sent += 1)}`) });
  const answerTo = (request: Ask): Promise<string> => send(request).then(({ events }) => events.map(({ type }) => type).join(' '), (error: Error) => nameOf(error));
  const twice = async (request: Ask): Promise<readonly string[]> => (await Promise.all([answerTo(request), answerTo(request)])).toSorted();
  const taken = async (type: string): Promise<number> => (await living.log()).filter((event) => event.type === type).length;

  it('make one draw under one number; the other finds it there', async () => {
    await send(ask(fuzhou, 'OpenSpecialSupervision', 'case-a', { ...opening, agencyId: 'agency-1' }));
    await send(ask(fuzhou, 'DefineMatters', 'case-a', { matters: [{ item: 'C2.03' }] }));
    const answers = await twice(ask(fuzhou, 'PrepareDraw', 'case-a-1', { caseId: 'case-a' }));
    expect(answers).toEqual(['DrawPrepared PoolFrozen', 'StreamExists']);
    expect(await taken('NumberTaken')).toBe(1);
  });

  it('make one complaint of one number; the other is refused', async () => {
    await send(ask(fuzhou, 'ReceiveComplaint', 'complaint-a', { channel: 'PHONE', isAnonymous: true, agencyId: 'agency-1', content: '有人代考', accused: [] }));
    expect(await twice(ask(fuzhou, 'RegisterComplaint', 'complaint-a'))).toEqual(['ComplaintRegistered', 'R3.1(三) ComplaintIsRegisteredOnce']);
    expect(await taken('NumberTaken')).toBe(1);
  });

  it('use up one blank card; the other is refused by its rule', async () => {
    const [card] = allOf(asLog(await living.log()), 'CardIssued').filter(({ stream }) => stream === 'supervisor-s-3');
    await send(ask(province, 'VoidCard', 's-3', { number: card?.data.number, reason: '损坏' }));
    const before = await taken('BlankCardAssigned');
    expect(await twice(ask(province, 'IssueCard', 's-3'))).toEqual(['CardIssued', 'R2.3-3 OneCardPerTerm']);
    expect((await taken('BlankCardAssigned')) - before).toBe(1);
  });
});
