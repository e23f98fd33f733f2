import { DatabaseSync } from 'node:sqlite';
import { verify } from '#apps/cli/src/verify';
import { SettableClock } from '#libs/event-sourcing/clock';
import { idFromText } from '#libs/event-sourcing/ids';
import { openRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { temporaryFolder } from '#test/support/temporary-folder';

const folder = temporaryFolder();
const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const fuzhou = { person: 'p-fuzhou', role: 'MUNICIPAL_CENTER', organisation: '3501' };

beforeAll(async () => {
  const events = await SqliteEventStore.open(folder.file('events.db'));
  const documents = await SqliteDocumentStore.open(folder.file('documents.db'));
  const record = openRecord({ events, documents, clock: new SettableClock('2026-03-02T02:00:00.000Z'), onRefused: () => undefined });
  const act = (target: string, name: string, body: object = {}) => record.commands.handle({ name, target, body, commandId: idFromText(`${name} ${target}`), actor: fuzhou });
  await act('1', 'RegisterAgency', school);
  await act('one', 'ReceiveComplaint', { channel: 'PHONE', isAnonymous: true, agencyId: '1', content: '代考', accused: [] });
  await act('one', 'RegisterComplaint');
  await act('one', 'RejectComplaint', { reason: '不属于本办法范围' });
  await act('one', 'CloseComplaint');
  await act('complaint-one', 'SealArchivePackage');
  await documents.close();
  await events.close();
});
afterAll(() => folder.remove());

describe('dudao verify over what was archived', () => {
  it('says that it is in the log as it was sealed', async () => {
    const { ok, lines, json } = await verify(folder.file('.'));
    expect([ok, lines[1]]).toEqual([true, '✔ 1 个归档包与日志一致']);
    expect(json).toMatchObject({ packages: 1, differing: [] });
  });

  it('names what is gone from the end of a stream, which no chain tells', async () => {
    const db = new DatabaseSync(folder.file('events.db'));
    for (const { name } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()) db.exec(`DROP TRIGGER "${String(name)}"`);
    db.exec("DELETE FROM events WHERE stream = (SELECT number FROM streams WHERE name = 'complaint-one') AND revision > 1");
    db.close();
    const { ok, lines } = await verify(folder.file('.'));
    expect([ok, lines[0]]).toEqual([false, expect.stringContaining('哈希链完整')]);
    expect(lines.slice(1)).toEqual([expect.stringContaining('之前缺 2 个事件'), '✘ 归档包 complaint-one 第1次封存:2 ComplaintNotAccepted 日志中没有该事件', '✘ 归档包 complaint-one 第1次封存:3 ComplaintClosed 日志中没有该事件']);
  });
});
