import { TestServer } from '#test/support/test-server';
import { openCase } from '#test/support/cases';
import { MEASURES } from '#libs/regulation/articles';
import { RULES_CATALOGUE } from '#libs/regulation/rules-catalogue';
import type { Regulation, UsedRule } from '#apps/server/src/regulation/regulation.controller';

describe('the Measures over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await openCase(server);
  });
  afterAll(() => server.close());

  const read = async (persona: string): Promise<Regulation> =>
    (await server.as(persona).get(`/v1/regulation?minPosition=${(await server.record.events.head()) ?? ''}`)).body as Regulation;
  const rulesOf = ({ chapters, otherRules }: Regulation): readonly UsedRule[] => [...otherRules, ...chapters.flatMap(({ items }) => items.flatMap(({ rules }) => rules))];
  const ruleOf = (regulation: Regulation, id: string) => rulesOf(regulation).find((rule) => rule.id === id);

  it('are served article by article, each of the 108 rules once, where it was read', async () => {
    const regulation = await read('supervisor-p-7');
    expect(regulation.title).toBe(MEASURES.title);
    expect(regulation.chapters.map(({ items }) => items.length)).toEqual([6, 9, 7, 2, 2]);
    expect(rulesOf(regulation).map(({ id }) => id).sort()).toEqual(RULES_CATALOGUE.map(({ id }) => id).sort());
    expect(regulation.chapters[2]?.items[3]?.rules.map(({ id }) => id)).toContain('R3.4-3');
    expect(ruleOf(regulation, 'R3.4-3')).toMatchObject({
      refusals: expect.arrayContaining([{ name: 'GroupNeedsThreeSupervisors', sentence: expect.stringContaining('3') as string }]) as object,
      events: expect.arrayContaining(['GroupFormed']) as object,
      parameters: ['group.size'],
    });
  });

  it('count the facts that rest on a rule, for whoever may read the log', async () => {
    for (const persona of ['province', 'auditor']) expect(ruleOf(await read(persona), 'R3.2-3')?.uses).toEqual({ SpecialSupervisionOpened: 1 });
    expect(ruleOf(await read('province'), 'R4.1-3')?.uses).toEqual({});
    for (const persona of ['fuzhou', 'agency-1']) expect(new Set(rulesOf(await read(persona)).map(({ uses }) => uses))).toEqual(new Set([null]));
  });
});
