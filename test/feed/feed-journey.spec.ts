import { existsSync, readFileSync } from 'node:fs';
import { through } from '#libs/cases/case-story';
import { type CloudEvent, releasedTo } from '#libs/record/cloud-event';
import { appendFacts } from '#test/support/case-facts';
import { ChildProgram } from '#test/support/child-program';
import { readLog } from '#test/support/read-log';
import { temporaryFolder } from '#test/support/temporary-folder';
import { TestServer } from '#test/support/test-server';

/** Events received in a run before the service is killed: none, one, amid what it missed, amid what is written meanwhile. */
const MOMENTS = [0, 1, 7, 20, 35];
const SERVICE = { role: 'SERVICE', organisation: 'FJ', categories: ['agency', 'case'] };
const HOUR = 60 * 60 * 1000;

describe('a service that follows the feed, misses hours and is killed', () => {
  const folder = temporaryFolder();
  const file = folder.file('received.ndjson');
  let server: TestServer;
  let written = 0;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(async () => {
    await server.close();
    folder.remove();
  });

  const start = (): ChildProgram => new ChildProgram('test/feed/follow-until-killed.ts', [`${server.url}/v1/events/stream`, 'demo-service-agency-case', file]);
  const received = (): readonly CloudEvent[] => (existsSync(file) ? readFileSync(file, 'utf8') : '').split('\n').slice(0, -1).map((line) => JSON.parse(line) as CloudEvent);

  async function leaving(): Promise<readonly CloudEvent[]> {
    const { events } = server.record;
    return (await readLog(events)).flatMap((event) => releasedTo(SERVICE, event, events.storeId) ?? []);
  }

  /** An agency is registered, and a case runs its course. */
  async function write(): Promise<void> {
    written += 1;
    const school = { name: `样例学校${written}`, agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
    expect((await server.as('fuzhou').post(`/v1/agencies/a-${written}/register-agency`, school)).status).toBe(201);
    await appendFacts(server.record.events, `c-${written}`, through('CloseCase'));
  }

  it('ends with what left, in its order, without a gap and without a double', async () => {
    for (const moment of MOMENTS) {
      await write();
      const service = start();
      await service.printed(moment);
      await write();
      await service.kill();
      server.clock.set(new Date(Date.parse(server.clock.now()) + HOUR).toISOString());
      await write();
    }
    const all = await leaving();
    const missing = all.length - received().length;
    expect(missing).toBeGreaterThan(0);
    const service = start();
    await service.printed(missing);
    await service.kill();
    expect(received()).toEqual(all);
    expect(all.length).toBeGreaterThan(150);
  }, 60_000);
});
