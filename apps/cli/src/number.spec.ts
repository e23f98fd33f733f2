import { number } from '#apps/cli/src/number';
import { Usage } from '#apps/cli/src/output';
import { SettableClock } from '#libs/event-sourcing/clock';
import { idFromText } from '#libs/event-sourcing/ids';
import { openRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { temporaryFolder } from '#test/support/temporary-folder';

const folder = temporaryFolder();
const data = folder.file('.');
const province = { person: 'p-province', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };

beforeAll(async () => {
  const events = await SqliteEventStore.open(folder.file('events.db'));
  const documents = await SqliteDocumentStore.open(folder.file('documents.db'));
  const clock = new SettableClock('2026-03-02T02:00:00.000Z');
  const record = openRecord({ events, documents, clock, onRefused: () => undefined });
  const send = (name: string, body: object) => record.commands.handle({ name, target: 'FJ', body, commandId: idFromText(JSON.stringify(body)), actor: province });
  await send('ReceiveBlankCards', { count: 50, deliveryNo: '1' });
  clock.set('2026-03-09T02:00:00.000Z');
  await send('WriteOffBlankCards', { count: 2, cause: 'LOST', reason: '遗失', recordNo: '1' });
  await documents.close();
  await events.close();
});
afterAll(() => folder.remove());

const ask = (name: string | undefined, options = {}) => number(data, name === undefined ? [] : [name], '2026-03-10', options);

describe('dudao number', () => {
  it('tells a number with its 口径 and its day, and opens it', async () => {
    const { lines } = await ask('BlankCards', { by: 'stockMovement', events: true });
    expect(lines.slice(0, 3)).toEqual(['空白证卡库存(BlankCards)', expect.stringContaining('口径:'), '截至2026年3月10日,事件位置00000000000000000002']);
    expect(lines.slice(3)).toEqual([
      '入库\t50', '领用\t0', '作废\t0', '遗失\t-2', '盘点差额\t0', '合计\t48张',
      '2026-03-02  +50  空白证卡入库50张(1)。  cards-FJ@0', '2026-03-09  -2  空白证卡遗失2张(1):遗失  cards-FJ@1',
    ]);
  });

  it('tells it as of a day on either clock, and for one area', async () => {
    expect((await ask('BlankCards', { asOf: '2026-03-08' })).json).toMatchObject({ total: 50, occurredUpTo: '2026-03-08' });
    expect((await ask('BlankCards', { recorded: '2026-03-08' })).json).toMatchObject({ total: 50, recordedUpTo: '2026-03-08' });
    expect((await ask('BlankCards', { by: 'area', area: '3501' })).json).toMatchObject({ total: 0, rows: [{ of: { area: '3501' }, number: 0 }] });
  });

  it('tells a rate as its two numbers', async () => {
    const { lines, json } = await ask('RectificationOnTimeRate');
    expect(lines[0]).toBe('整改按期率(RectificationOnTimeRate):0 ÷ 0');
    expect(json).toMatchObject({ numerator: { metric: 'RectificationTimeliness', where: { timeliness: 'ON_TIME' } }, denominator: { total: 0 } });
  });

  it('says what there is to those who ask wrongly', async () => {
    await expect(ask('Nothing')).rejects.toThrow(/there are: .*SupervisorStandings/);
    await expect(ask('BlankCards', { by: 'state' })).rejects.toThrow('it has: area, stockMovement');
    for (const wrong of [{ area: '9999' }, { asOf: '2026-02-30' }, { recorded: 'yesterday' }]) await expect(ask('BlankCards', wrong)).rejects.toThrow(Usage);
    await expect(ask(undefined)).rejects.toThrow(Usage);
  });
});
