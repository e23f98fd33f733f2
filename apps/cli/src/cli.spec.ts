import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { asked } from '#apps/cli/src/asked';
import { due, term } from '#apps/cli/src/calendar';
import { HELP } from '#apps/cli/src/commands';
import * as draw from '#apps/cli/src/draw';
import { exportStream, replay, replayFile } from '#apps/cli/src/log';
import { Usage } from '#apps/cli/src/output';
import { simulate } from '#apps/cli/src/simulate';
import { verify } from '#apps/cli/src/verify';
import { rebuild, verifyViews } from '#apps/cli/src/views';
import { SettableClock } from '#libs/event-sourcing/clock';
import { idFromText } from '#libs/event-sourcing/ids';

import { verifyStream } from '#libs/proof/hash-chain';
import { openRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { temporaryFolder } from '#test/support/temporary-folder';

const folder = temporaryFolder();
const data = folder.file('.');
const school = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const fuzhou = { person: 'p-fuzhou', role: 'MUNICIPAL_CENTER', organisation: '3501' };

/** What somebody does who can write the file. */
function inTheFile(sql: string): void {
  const db = new DatabaseSync(folder.file('events.db'));
  for (const { name } of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all()) db.exec(`DROP TRIGGER "${String(name)}"`);
  db.exec(sql);
  db.close();
}

beforeAll(async () => {
  const events = await SqliteEventStore.open(folder.file('events.db'));
  const documents = await SqliteDocumentStore.open(folder.file('documents.db'));
  const record = openRecord({ events, documents, clock: new SettableClock('2026-03-02T02:00:00.000Z'), onRefused: () => undefined });
  for (const target of ['1', '2', '3']) {
    await record.commands.handle({ name: 'RegisterAgency', target, body: school, commandId: idFromText(target), actor: fuzhou });
  }
  await record.worker.settle();
  await documents.close();
  await events.close();
});
afterAll(() => folder.remove());

describe('dudao over a store on disk', () => {
  it('replays a stream, also as of an earlier moment', async () => {
    expect((await replay(data, ['agency-1'], undefined)).lines[0]).toContain('AgencyRegistered  (R1.5-2 R1.5-3)');
    await expect(replay(data, ['agency-1'], '2026-01-01T00:00:00.000Z')).rejects.toThrow(Usage);
    expect((await replay(data, ['agency-1'], '2026-03-02T02:00:00Z')).lines).toHaveLength(3);
    await expect(replay(data, ['agency-1'], '2026-03-02T01:59:59.99Z')).rejects.toThrow('no events');
    for (const bad of ['-1', '2026-02-30T00:00:00Z', '2026-03-02', '9999-99-99T99Z']) await expect(replay(data, ['agency-1'], bad)).rejects.toThrow('--as-of takes');
    await expect(replay(data, ['agency-9'], undefined)).rejects.toThrow('no events: agency-9');
  });

  it('exports what another program can check', async () => {
    const { lines } = await exportStream(data, ['agency-2']);
    const rows = (async function* () {
      for (const line of lines) yield JSON.parse(line);
    })();
    expect(await verifyStream(rows)).toMatchObject({ ok: true, events: 1 });
  });

  it('replays what it exported, without the store, unless a byte of it was changed', async () => {
    const { lines, json } = await exportStream(data, ['agency-2']);
    const fileOf = (text: string): string => {
      writeFileSync(folder.file('exported'), text);
      return folder.file('exported');
    };
    const history = await replay(data, ['agency-2'], undefined);
    for (const text of [`${lines.join('\n')}\n`, JSON.stringify(json)]) expect(await replayFile(fileOf(text), [], undefined)).toEqual(history);
    const changed = await replayFile(fileOf(lines.join('\n').replace('样例', '改名')), [], undefined);
    expect([changed.ok, changed.lines]).toEqual([false, ['✘ agency-2@0 内容与其哈希不符']]);
    await expect(replayFile(fileOf(`${lines.join('\n')}\n{"stream":"agency-2"}`), [], undefined)).rejects.toThrow('no exported stream: entry 2');
    await expect(replayFile(fileOf(lines.join('\n')), [], '2026-01-01T00:00:00Z')).rejects.toThrow('no events');
    await expect(replayFile(folder.file('nowhere'), [], undefined)).rejects.toThrow('cannot be read');
    await expect(replayFile(folder.file('exported'), ['agency-2'], undefined)).rejects.toThrow('not both');
  });

  it('finds views equal to their rebuild, and rebuilds one by name', async () => {
    expect((await verifyViews(data)).ok).toBe(true);
    expect((await rebuild(data, ['agency-register'])).json).toMatchObject({ events: 3, parked: 0 });
    expect((await verifyViews(data)).ok).toBe(true);
    await expect(rebuild(data, ['no-such-view'])).rejects.toThrow('there are: ');
  });

  it('verifies the chains, and names the event that somebody changed in the file', async () => {
    expect((await verify(data)).json).toMatchObject({ ok: true, events: 3, streams: 3 });
    inTheFile(`UPDATE events SET data = replace(data, '样例', '改名') WHERE position = 2`);
    const { ok, lines } = await verify(data);
    expect([ok, lines[0]]).toEqual([false, expect.stringContaining('agency-2@0')]);
  });

  it('names an event that is no JSON any more, and one before it that was changed, too', async () => {
    inTheFile(`UPDATE events SET data = '{' WHERE position = 3`);
    expect((await verify(data)).lines[0]).toContain('agency-2@0 内容与其哈希不符');
    inTheFile(`UPDATE events SET data = replace(data, '改名', '样例') WHERE position = 2`);
    expect((await verify(data)).json).toMatchObject({ ok: false, events: 2, bad: { stream: 'agency-3', revision: 0, reason: 'NOT_JSON' } });
  });

  it('sees that an event was taken out, though every chain that is left is whole', async () => {
    inTheFile(`UPDATE events SET data = (SELECT data FROM events WHERE position = 1) WHERE position = 3`);
    inTheFile('DELETE FROM events WHERE position = 2');
    const { ok, lines } = await verify(data);
    expect([ok, ...lines]).toEqual([false, '✔ 2 个事件、2 个流,哈希链完整', '✘ 位置 00000000000000000003 之前缺 1 个事件:有事件被删除']);
  });
});

describe('dudao simulate', () => {
  const options = { year: '2026', seed: '1', scale: '0.01', sessions: undefined };

  it('begins in an empty store only', async () => {
    await expect(simulate(data, options)).rejects.toThrow('is not empty');
  });

  it('says which years and which part of the full size it can do', async () => {
    for (const bad of [{ year: '2027' }, { year: '2023' }, { year: 'x' }, { scale: '0' }, { scale: '1.5' }, { sessions: '0' }]) {
      await expect(simulate(folder.file('nothing'), { ...options, ...bad })).rejects.toThrow(Usage);
    }
    expect(existsSync(folder.file('nothing'))).toBe(false);
  });
});

describe('what dudao is asked', () => {
  const ask = (line: string) => asked(line === '' ? [] : line.split(' '), {});

  it('is a command with its words and options, or the help', () => {
    expect(ask('replay case-1 --as-of 3 --data d --json')).toMatchObject({ words: ['case-1'], options: { data: 'd', asOf: '3' }, json: true });
    expect(ask('verify views')).toMatchObject({ words: [], options: { data: 'data' }, json: false });
    expect(ask('replay --help')).toBe(HELP);
  });

  it.each([
    ['', 'dudao COMMAND'],
    ['toString', 'no command toString'],
    ['calendar', 'no command calendar; there are: calendar due, '],
    ['verify view', 'verify does not take: view'],
    ['calendar due 2026-02-10 5 7', 'calendar due does not take: 7'],
    ['verify --as-of 3', 'verify has no option --as-of'],
    ['verify --bogus', "Unknown option '--bogus'"],
    ['replay case-1 --as-of', 'argument missing'],
  ])('is refused where a part of it would be passed over: %s', (line, sentence) => {
    expect(() => ask(line)).toThrow(Usage);
    expect(() => ask(line)).toThrow(sentence);
  });

  it('is told which store or file is not there', async () => {
    await expect(verify(folder.file('nowhere'))).rejects.toThrow(`there is no store: ${folder.file('nowhere/events.db')}`);
    expect(() => draw.verify(['/nowhere.json'], undefined)).toThrow('/nowhere.json cannot be read');
  });
});

describe('dudao without a store', () => {
  it('says a date, then its reason', () => {
    expect(due(['2026-09-30', '5']).lines[0]).toBe('2026-10-13');
    expect(due(['2026-12-25', '5']).lines[0]).toBe('2027-01-04 (暂定)');
    expect(term(['2024-02-29']).lines[0]).toBe('2027-02-28');
    for (const bad of [['2026-02-30', '5'], ['2026-02-03', '0'], ['2026-02-03', '1e2'], []]) expect(() => due(bad)).toThrow(Usage);
  });

  it('re-runs a draw, and refuses one whose number of places was changed', () => {
    const example = 'libs/draws/draw-record.example.json';
    expect(draw.verify([example], undefined).ok).toBe(true);
    const changed = folder.file('changed.json');
    writeFileSync(changed, readFileSync(example, 'utf8').replace('"k": 2', '"k": 1'));
    expect(draw.verify([changed], undefined).ok).toBe(false);
  });
});
