import fc from 'fast-check';
import { anyPlay, play } from '#libs/cases/case-chance';
import type { Told } from '#libs/cases/case-story';
import { appendFacts } from '#test/support/case-facts';
import { TestServer } from '#test/support/test-server';
import { twinOf } from '#test/access/twin-case';

const PAIRS = 80;
/** How many facts of a play are yet to come. */
const anyEnd = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(15) });
const HEADERS = ['etag', 'link', 'cache-control', 'content-type'] as const;
const LISTS = ['', '?sort=-lastEventAt', '?sort=dueAt', '?overdue=true', '?state=DELIBERATING', '?state=DEFENCE_CLOSED', '?q=密', '?q=督意', '?q=闽江', '?limit=3'];

/** All that a reader can tell two answers apart by. */
async function bytes(server: TestServer, persona: string, path: string): Promise<string> {
  const response = await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer demo-${persona}` } });
  return [response.status, ...HEADERS.map((name) => response.headers.get(name)), await response.text()].join('\n');
}

describe('what an agency cannot learn', () => {
  let one: TestServer;
  let other: TestServer;
  let pairs = 0;
  let told = 0;
  let different = 0;
  beforeAll(async () => {
    [one, other] = [await TestServer.start(), await TestServer.start()];
    for (const server of [one, other]) server.clock.set('2026-05-01T00:00:00.000Z');
  });
  afterAll(async () => {
    await one.close();
    await other.close();
  });

  /** The same case on both servers, with other secrets; a path of which the answers differ. */
  async function differing(caseId: string, facts: readonly Told[], twin: readonly Told[]): Promise<string | undefined> {
    await appendFacts(one.record.events, caseId, facts);
    await appendFacts(other.record.events, caseId, twin);
    const paths = ['', '/timeline', '/as-of?revision=0', '/as-of?revision=4', '/as-of?revision=9', '/as-of?at=2026-03-20T00:00:00.000Z', '/difference?from=0&to=6'];
    for (const path of paths) {
      const asked = `/v1/cases/${caseId}${path}`;
      if ((await bytes(one, 'agency-agency-1', asked)) !== (await bytes(other, 'agency-agency-1', asked))) return path;
    }
    const whole = `/v1/cases/${caseId}`;
    if ((await bytes(one, 'agency-agency-1', whole)).startsWith('200')) told += 1;
    if ((await bytes(one, 'auditor', whole)) !== (await bytes(other, 'auditor', whole))) different += 1;
    return undefined;
  }

  it('is what the histories differ in, where they differ only in what is secret', async () => {
    const property = fc.asyncProperty(anyPlay, fc.array(fc.nat(999), { minLength: 7, maxLength: 31 }), anyEnd, async (steps, dice, unfinished) => {
      const played = play(steps);
      const facts = played.slice(0, Math.max(1, played.length - unfinished));
      pairs += 1;
      expect(await differing(`pair-${pairs}`, facts, twinOf(facts, dice))).toBeUndefined();
    });
    await fc.assert(property, { numRuns: PAIRS, endOnFailure: true });
    expect(told).toBeGreaterThan(PAIRS / 10);
    expect(different).toBeGreaterThan(PAIRS / 2);
  }, 120_000);

  it('is nowhere in the lists, whatever is searched for', async () => {
    for (const query of LISTS) {
      expect([query, await bytes(one, 'agency-agency-1', `/v1/cases${query}`)]).toEqual([query, await bytes(other, 'agency-agency-1', `/v1/cases${query}`)]);
    }
    expect(await bytes(one, 'auditor', '/v1/cases?q=pair')).not.toBe(await bytes(other, 'auditor', '/v1/cases?q=pair'));
  });
});
