import { setImmediate } from 'node:timers/promises';
import { HEARTBEAT } from '#apps/server/src/feed/event-stream';
import type { ActorSource } from '#apps/server/src/http/actor-source';
import { personaSource } from '#apps/server/src/http/persona-source';
import type { Actor } from '#libs/event-sourcing/event';
import type { Page } from '#libs/event-sourcing/event-store';
import { SseReader } from '#test/support/sse-reader';
import { TestServer } from '#test/support/test-server';

const school = (division: string) => ({ name: '样例校', agencyType: 'SCHOOL', division, isCentralBranch: false, filedOn: '2026-01-05' });

/** Tokens as they are now: a test changes them. */
class ChangingTokens implements ActorSource {
  readonly changed = new Map<string, Actor | undefined>();

  async actorOf(token: string): Promise<Actor | undefined> {
    return this.changed.has(token) ? this.changed.get(token) : personaSource.actorOf(token);
  }

  readonly standing = personaSource.standing;
}

describe('those who follow the feed over open connections', () => {
  let server: TestServer;
  let tokens: ChangingTokens;
  let pages: Page[];
  /** Categories that were read for. */
  let asked: string[];
  let subscriptions: number;
  beforeEach(async () => {
    tokens = new ChangingTokens();
    pages = [];
    asked = [];
    subscriptions = 0;
    server = await TestServer.start({
      parts: ({ events }) => ({
        actors: tokens,
        feed: { readers: 3, heartbeat: HEARTBEAT },
        events: {
          ...events,
          readAll: async (options) => {
            const page = await events.readAll(options);
            pages.push(page);
            asked.push(...(options.categories ?? []));
            return page;
          },
          subscribe: (options) => {
            subscriptions += 1;
            return events.subscribe(options);
          },
        },
      }),
    });
  });
  afterEach(() => server.close());

  const follow = (persona: string): Promise<SseReader> => SseReader.open(`${server.url}/v1/events/stream`, { authorization: `Bearer demo-${persona}` });
  const register = (id: string, division = '350102') => server.as('province').post(`/v1/agencies/${id}/register-agency`, school(division));
  const head = async (): Promise<number> => (await server.as('auditor').get('/v1/events?limit=500')).body.length;

  it('are as many as the server is told, and more are asked to come again', async () => {
    const readers = await Promise.all([follow('auditor'), follow('auditor'), follow('auditor')]);
    const refused = await server.as('auditor').get('/v1/events/stream');
    expect([refused.status, refused.headers.get('retry-after'), refused.body.type]).toEqual([503, '10', 'urn:dudao:problem:unavailable']);
    readers[0]?.close();
    let reader: SseReader | undefined;
    while (reader?.response.statusCode !== 200) reader = await follow('auditor');
    for (const each of [...readers, reader]) each.close();
  });

  it('share readings, subscription and text where their rights are equal', async () => {
    for (let at = 0; at < 60; at += 1) await register(`a-${at}`);
    const all = await head();
    const first = await follow('auditor');
    await first.saw(all);
    pages.length = 0;
    const more = [await follow('auditor'), await follow('auditor')];
    for (const reader of more) expect(await reader.saw(all)).toEqual(first.events);
    // Full pages are kept: only what lies behind the last of them is read again.
    expect(pages.filter(({ atHead }) => !atHead)).toEqual([]);
    await register('later');
    for (const reader of [first, ...more]) expect((await reader.saw(all + 1)).at(-1)).toMatchObject({ subject: 'agency-later' });
    expect(subscriptions).toBe(1);
    for (const each of [first, ...more]) each.close();
  });

  it('receive what their token may receive at the time, and are let go when it may nothing', async () => {
    const reader = await follow('service-agency');
    await register('one');
    await reader.saw(1);
    tokens.changed.set('demo-service-agency', { person: 'p-s', role: 'SERVICE', organisation: 'FJ', categories: ['complaint'] });
    await register('two');
    while (!asked.includes('complaint')) await setImmediate();
    tokens.changed.set('demo-service-agency', undefined);
    await register('three');
    expect((await reader.over()).map(({ subject }) => subject)).toEqual(['agency-one']);
  });
});
