import { accepted } from '#test/support/requests';
import { through } from '#libs/cases/case-story';
import { CONDUCT_RULES } from '#libs/regulation/codes';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { appendFacts } from '#test/support/case-facts';
import { appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const idOf = (no: number, organisation = '3501') => assessmentIdOf({ by: 'MUNICIPAL_CENTER', organisation }, `s-${no}`);

describe('assessment files over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await receiveBlankCards(server);
    for (const name of ['1', '2']) await appointSupervisor(server, name);
    await appendFacts(server.record.events, 'first', through('DeliverPreliminaryOpinion'));
    await appendFacts(server.record.events, 'second', through('FormGroup'));
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  const act = async (persona: string, no: number, command: string, body: object = {}) => {
    await accepted(server, persona, `assessment-files/${idOf(no)}/${command}`, body);
    await server.record.views.catchUp();
  };
  const read = async (persona: string, no: number) => (await server.as(persona).get(`/v1/assessment-files/${idOf(no)}`)).body;

  it('are there for every member of a formed group, one for each, with the task that is done', async () => {
    const { items } = (await server.as('fuzhou').get('/v1/assessment-files')).body;
    expect(items.map(({ supervisorId }: { supervisorId: string }) => supervisorId).sort()).toEqual(['s-1', 's-2', 's-3']);
    expect(await read('fuzhou', 1)).toMatchObject({
      dispatcher: { organisation: '3501' }, personId: 'p-1', center: '3501', record: [{ type: 'TaskEntryAdded', data: { caseId: 'first', outcome: 'DELIVERED', lateDays: 0 } }],
    });
    expect(server.refusals).toEqual([]);
  });

  it('lead from a failure to the one decision, and from there to the credential', async () => {
    const conduct = Object.keys(CONDUCT_RULES).map((duty) => ({ duty, kept: duty !== 'K1', ...(duty === 'K1' && { remark: '未佩戴证卡' }) }));
    await act('fuzhou', 1, 'assess-conduct', { caseId: 'first', mark: 'INSUFFICIENT', conduct });
    await act('fuzhou', 1, 'open-assessment-period', { assessmentNo: '榕考1', from: '2025-11-24' });
    await act('fuzhou', 1, 'conclude-assessment', { result: 'FAIL', reasons: '履职不力' });
    expect((await read('supervisor-p-1', 1)).periods[0]).not.toHaveProperty('result');
    expect((await read('fuzhou', 1)).periods[0]).toMatchObject({ result: 'FAIL', concludedOn: '2026-11-24' });
    await act('fuzhou', 1, 'inform-supervisor');
    expect((await read('supervisor-p-1', 1)).periods[0]).toMatchObject({ result: 'FAIL' });
    await act('supervisor-p-1', 1, 'raise-objection', { statement: '当日已佩戴' });
    await act('fuzhou', 1, 'decide-objection', { outcome: 'REJECTED', reasons: '有照片为证' });

    const suspension = { decisionNo: '榕停1号', reasons: '考核不合格', scope: 'ALL', assessment: { assessmentId: idOf(1), assessmentNo: '榕考1' } };
    const early = await server.as('fuzhou').post('/v1/supervisors/s-1/suspend-dispatch', suspension);
    expect(early).toMatchObject({ status: 422, body: { rule: { id: 'R2.8-3', name: 'AssessmentDecisionIsTaken' } } });
    await act('fuzhou', 1, 'take-fail-decision', { decision: 'SUSPEND', reasons: '初次' });
    const other = await server.as('xiamen').post('/v1/supervisors/s-1/suspend-dispatch', { ...suspension, scope: 'OWN' });
    expect(other).toMatchObject({ status: 422, body: { rule: { name: 'AssessmentIsFailed' } } });
    expect((await server.as('fuzhou').post('/v1/supervisors/s-1/suspend-dispatch', suspension)).status).toBe(200);
    await act('fuzhou', 1, 'close-assessment-period');
    const told = (await server.as('fuzhou').get('/v1/supervisors/s-1/timeline')).body.items.at(-1) as { sentence: string };
    expect(told.sentence).toContain('依据2026年11月24日考核不合格(考核编号榕考1)');
    const { items } = (await server.as('supervisor-p-1').get(`/v1/assessment-files/${idOf(1)}/timeline`)).body;
    expect(items.map(({ sentence }: { sentence: string }) => sentence)).toEqual(expect.arrayContaining(['任务first履职评价不合格,第二章七各项要求未做到第1项。', '就考核榕考1不合格决定暂停委派:初次']));
  });

  it('stand beside the mark that fraud leaves on the case', async () => {
    const findings = [{ ground: 'S5', description: '未到现场即签署意见', evidence: ['ev-1'], caseId: 'first' }];
    await server.as('fuzhou').post('/v1/supervisors/s-2/give-criticism', { decisionNo: '榕教1号', reasons: '事实清楚', grounds: { severity: 'ORDINARY', findings } });
    await server.record.worker.settle();
    const { flags, members } = (await server.as('fuzhou').get('/v1/cases/first')).body;
    expect(flags).toContain('TAINTED');
    expect(members.map(({ taintedBy }: { taintedBy?: string }) => taintedBy)).toEqual([undefined, '榕教1号', undefined]);
    expect(JSON.stringify((await server.as('agency-agency-1').get('/v1/cases/first')).body)).not.toMatch(/TAINTED|榕教1号/);
  });

  it('are of the dispatching centre, the province and the supervisor alone', async () => {
    for (const [persona, status] of [['province', 200], ['auditor', 200], ['supervisor-p-2', 200], ['supervisor-p-1', 404], ['xiamen', 404], ['agency-agency-1', 404]] as const) {
      expect([persona, (await server.as(persona).get(`/v1/assessment-files/${idOf(2)}`)).status]).toEqual([persona, status]);
    }
    await act('fuzhou', 2, 'open-assessment-period', { assessmentNo: '榕考2', from: '2025-11-24' });
    await act('fuzhou', 2, 'conclude-assessment', { result: 'PASS', reasons: '履职良好' });
    const hidden = (await server.as('supervisor-p-2').get(`/v1/assessment-files/${idOf(2)}/timeline`)).body.items.map(({ type }: { type: string }) => type);
    expect(hidden).not.toContain('AssessmentConcluded');
  });
});
