import { and, at, member, opening, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { appendFacts } from '#test/support/case-facts';
import { TestServer } from '#test/support/test-server';

const PATHS = ['', '/timeline', '/as-of?revision=6', '/difference?from=5&to=6'];
const recusal = { supervisorId: 's-2', reason: 'COLLEAGUE', detail: '与考生同事' };
const renamed = (facts: readonly Told[], agencyName: string, openedOn: string): readonly Told[] =>
  facts.map((fact) => (fact.type === 'SpecialSupervisionOpened' ? { ...fact, data: { ...fact.data, agencyName }, occurredAt: at(openedOn) } : fact));

/** Whose seats are in which case: p-2 has stepped back from `recused`, p-4 has taken the seat, p-3 has declined `declined`. */
const recused = and(through('SubmitSelfReport'), supervisor(2), at('03-11'), 'RecuseSupervisor', recusal);
const replaced = and(recused, system, at('03-11'), 'SeatSubstitute', { drawId: 'd-1', leaving: 's-2', substitute: member(4) });
const declined = and(through('SeatDrawnSupervisors'), supervisor(3), at('03-02'), 'DeclineAssignment', { reason: '出差' });

describe('lists of cases', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    server.clock.set('2026-04-15T00:00:00.000Z');
    await appendFacts(server.record.events, 'whole', renamed(through('DeliverOpinion'), '厦门船舶学校(样例)', '03-01'));
    await appendFacts(server.record.events, 'recused', renamed(replaced, '泉州工艺学校(样例)', '02-20'));
    await appendFacts(server.record.events, 'declined', renamed(declined, '泉州工艺学校(样例)', '02-20'));
    await appendFacts(server.record.events, 'defended', through('DeliverPreliminaryOpinion'));
    await server.record.views.catchUp();
  });
  afterAll(() => server.close());

  const list = async (query = '', persona = 'province') => (await server.as(persona).get(`/v1/cases?${query}`)).body as { items: { caseId: string }[]; next: string | null };
  const ids = async (query = '', persona = 'province') => (await list(query, persona)).items.map(({ caseId }) => caseId);

  it('hold for a supervisor the cases in which he has a seat, by the filters and in the order of everybody', async () => {
    expect(await ids('', 'supervisor-p-1')).toEqual(['defended', 'whole', 'recused', 'declined']);
    expect(await ids('state=RECTIFYING', 'supervisor-p-1')).toEqual(['whole']);
    expect(await ids('q=工艺', 'supervisor-p-1')).toEqual(['recused', 'declined']);
    expect(await ids('', 'supervisor-p-9')).toEqual([]);
    const first = await list('limit=2', 'supervisor-p-1');
    expect([first.items.length, await ids(`limit=2&cursor=${first.next}`, 'supervisor-p-1')]).toEqual([2, ['recused', 'declined']]);
  });

  it('give a substitute the case from the seating on', async () => {
    expect(await ids('', 'supervisor-p-4')).toEqual(['recused']);
    for (const path of PATHS) expect((await server.as('supervisor-p-4').get(`/v1/cases/recused${path}`)).status).toBe(200);
  });

  it('take the case from one who is recused or has declined: present and past, as if it had never been', async () => {
    expect(await ids('', 'supervisor-p-2')).toEqual(['defended', 'whole', 'declined']);
    expect(await ids('', 'supervisor-p-3')).not.toContain('declined');
    for (const [persona, caseId] of [['supervisor-p-2', 'recused'], ['supervisor-p-3', 'declined']] as const) {
      for (const path of PATHS) {
        const lost = await server.as(persona).get(`/v1/cases/${caseId}${path}`);
        const unknown = await server.as(persona).get(`/v1/cases/none${path}`);
        expect(lost).toMatchObject({ status: 404, body: { ...unknown.body, instance: lost.body.instance } });
      }
    }
  });

  it('are found by part of a name, of a number in any brackets, of a matter', async () => {
    expect(await ids('q=船舶')).toEqual(['whole']);
    expect(await ids(`q=${encodeURIComponent('[2026] 7号')}`)).toEqual(['whole']);
    expect(await ids('q=收费')).toHaveLength(4);
    expect(await ids('q=船舶&state=CLOSED')).toEqual([]);
    expect(await ids('q=没有这样的文字')).toEqual([]);
  });

  it('are narrowed by what is due, and stand in one order through all pages', async () => {
    expect(await ids('overdue=true')).toEqual(['defended']);
    expect(await ids('dueBy=2026-04-10')).toEqual(['defended']);
    expect(await ids('dueBy=2026-04-09')).toEqual([]);
    expect(await ids('dueBy=2026-12-31&overdue=true')).toEqual(['defended']);
    expect(await ids('sort=dueAt')).toEqual(['defended', 'whole']);
    expect((await ids('sort=-lastEventAt'))[0]).toBe('whole');
    const pages: string[][] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=1&q=样例${next === '' ? '' : `&cursor=${next}`}`);
      pages.push(page.items.map(({ caseId }) => caseId));
      next = page.next;
    }
    expect(pages).toEqual([['defended'], ['whole'], ['recused'], ['declined']]);
    for (const query of ['sort=agencyName', 'dueBy=tomorrow', 'q=']) expect((await server.as('province').get(`/v1/cases?${query}`)).status).toBe(400);
  });

  it('leave out what is not the reader\'s, whatever they search for', async () => {
    expect(await ids('q=船舶', 'pingtan')).toEqual([]);
    expect(await ids(`agencyId=${opening.agencyId}`, 'agency-agency-9')).toEqual([]);
    expect(await ids('', 'fuzhou')).toHaveLength(4);
  });
});
