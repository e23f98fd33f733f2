import { at, and, fuzhou, member, school, supervisor, system, acceptance, before, disclosed, through, type Told } from '#libs/cases/case-story';
import { appendFacts } from '#test/support/case-facts';
import { TestServer } from '#test/support/test-server';

const ME = 'agency-agency-1';

describe('a case as its agency reads it', () => {
  let server: TestServer;
  let cases = 0;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  const told = async (facts: readonly Told[]): Promise<string> => {
    cases += 1;
    await appendFacts(server.record.events, `told-${cases}`, facts);
    await server.record.views.catchUp();
    return `told-${cases}`;
  };
  const get = (caseId: string, path = '', persona = ME) => server.as(persona).get(`/v1/cases/${caseId}${path}`);
  const listed = async (persona = ME, query = '') => (await server.as(persona).get(`/v1/cases?limit=200${query}`)).body.items.map(({ caseId }: { caseId: string }) => caseId) as string[];

  it('is not there before the notice, in the same words as what does not exist', async () => {
    const caseId = await told(before('ServeSupervisionNotice'));
    for (const path of ['', '/timeline', '/as-of?revision=0', '/difference?from=0&to=1']) {
      const hidden = await get(caseId, path);
      const unknown = await get('none', path);
      expect(hidden).toMatchObject({ status: 404, body: { ...unknown.body, instance: hidden.body.instance } });
    }
    expect(await listed()).not.toContain(caseId);
  });

  it('of a covert visit is not there until it is disclosed, whatever is read or asked', async () => {
    const covert = disclosed();
    const hidden = await told(covert.slice(0, -1));
    const answers = async (caseId: string) => {
      const ask = (command: string, body: object, etag?: string) => server.as(ME).post(`/v1/cases/${caseId}/${command}`, body, etag === undefined ? {} : { 'if-match': etag });
      const asked = [
        await get(caseId), await get(caseId, '/timeline'), await get(caseId, '/as-of?revision=8'),
        await ask('submit-self-report', { summary: '自查', evidence: [] }),
        await ask('recuse-supervisor', { supervisorId: 's-1', reason: 'COLLEAGUE', detail: '同事' }, `"case-${caseId}@0"`),
        await ask('start-on-site', { present: ['s-1'] }),
      ];
      return asked.map(({ status, body }) => ({ status, body: { ...body, instance: '' } }));
    };
    const found = await answers(hidden);
    expect(found.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect(found).toEqual(await answers('none'));
    expect(await listed()).not.toContain(hidden);
    const open = await told(covert);
    const { body } = await get(open);
    expect(body).toMatchObject({ state: 'ON_SITE', noticeServedOn: '2026-03-23', matters: [{ item: 'C2.03' }, { item: 'C2.05' }], deadline: { name: 'selfReport' }, flags: [] });
    expect(JSON.stringify(body)).not.toContain('防止提前准备');
    expect((await get(open, '/timeline')).body.items.map(({ type }: { type: string }) => type)).toEqual(['InspectionDisclosed']);
  });

  it('shows notice, matters and group once the notice is served, and nothing of how it came to be', async () => {
    const caseId = await told(through('ServeSupervisionNotice'));
    const { status, headers, body } = await get(caseId);
    expect([status, headers.get('etag')]).toEqual([200, null]);
    expect(body).toMatchObject({
      caseId, agencyId: 'agency-1', state: 'NOTIFIED', noticeServedOn: '2026-03-03', matters: [{ item: 'C2.03' }, { item: 'C2.05' }], isAgencyNext: true,
      nextStep: '提交自评(自查)报告', deadline: { name: 'selfReport' },
    });
    expect(body.members).toEqual([1, 2, 3].map((no) => ({ ...member(no), isLeader: no === 1 })));
    for (const member of ['gate', 'targetSelection', 'reason', 'complaintRefs', 'openedOn', 'vacant', 'group']) expect(body).not.toHaveProperty(member);
    expect(await listed()).toContain(caseId);
    expect((await get(caseId, '/timeline')).body.items).toEqual([
      expect.objectContaining({ revision: 0, type: 'SupervisionNoticeServed', sentence: expect.stringContaining('送达督导通知') }),
    ]);
  });

  it('keeps the preliminary opinion back until it is delivered, and the votes for ever', async () => {
    const formed = await told(through('FormPreliminaryOpinion'));
    expect(JSON.stringify((await get(formed)).body)).not.toMatch(/PreliminaryOpinionFormed|无公示依据/);
    expect((await get(formed)).body).toMatchObject({ state: 'DELIBERATING', nextStep: '等候委派机构或者督导小组办理', isAgencyNext: false, onSiteStartedOn: '2026-03-23', onSiteEndedOn: '2026-03-24' });
    const delivered = await told(through('DeliverPreliminaryOpinion'));
    const paper = (await get(delivered)).body.documents.at(-1);
    expect(paper).toMatchObject({ kind: 'PreliminaryOpinionFormed', title: '初步督导意见', content: { votes: [] } });
    expect(paper.content.findings[0]).toMatchObject({ facts: '2名考生收费无公示依据', evidenceIds: ['ev-1'] });
    const sentences = (await get(delivered, '/timeline')).body.items.map(({ sentence }: { sentence: string }) => sentence);
    expect(sentences).toContain('评议形成初步督导意见:问题1项');
  });

  it('names no evidence above INTERNAL but its own', async () => {
    const secret = before('FormPreliminaryOpinion').map((fact) =>
      fact.type === 'OnSiteEnded' ? { ...fact, data: { ...fact.data, evidence: [{ evidenceId: 'ev-1', title: '举报材料', sha256: 'b'.repeat(64), classification: 'WORK_SECRET' as const }] } } : fact);
    const rest = through('DeliverPreliminaryOpinion').slice(secret.length);
    const { body } = await get(await told([...secret, ...rest]));
    expect(body.documents.at(-1).content.findings[0].evidenceIds).toEqual([]);
    expect(JSON.stringify(body)).not.toContain('ev-1');
  });

  it('keeps analysis and opinion back until the delivery', async () => {
    const issued = await get(await told(through('IssueOpinion')));
    expect(issued.body).toMatchObject({ state: 'DEFENCE_CLOSED', isDelivered: false });
    expect(JSON.stringify(issued.body)).not.toMatch(/票据属实|榕技督意/);
    const { body } = await get(await told(through('DeliverOpinion')));
    expect(body).toMatchObject({ state: 'RECTIFYING', isDelivered: true, documentNumber: '榕技督意〔2026〕7号', deadline: { name: 'rectification' }, isAgencyNext: true });
    expect(body.documents.map(({ kind }: { kind: string }) => kind)).toEqual([
      'SupervisionNoticeServed', 'SelfReportSubmitted', 'PreliminaryOpinionFormed', 'DefenceSubmitted', 'DefenceAnalysed', 'OpinionIssued',
    ]);
  });

  it('goes on to the closing, without the summary of the file', async () => {
    const caseId = await told(through('CloseCase'));
    const { body } = await get(caseId);
    expect(body).toMatchObject({ state: 'CLOSED', closedOn: '2026-04-23', nextStep: '无', deadlines: {} });
    expect(JSON.stringify(body)).not.toContain('整改完成,归档');
    expect((await get(caseId, '/timeline')).body.items.at(-1)).toMatchObject({ sentence: '结案归档(整改完成)', role: 'MUNICIPAL_CENTER' });
  });

  it('tells of persons only its own', async () => {
    const { items } = (await get(await told(through('SubmitSelfReport')), '/timeline')).body;
    expect(items.map((entry: object) => [Object.hasOwn(entry, 'actor'), Object.hasOwn(entry, 'eventId'), Object.hasOwn(entry, 'causationId')])).toEqual([[false, false, false], [true, false, false]]);
  });

  it('counts its facts by itself: the past and the difference are of what was told', async () => {
    const caseId = await told(through('DeliverOpinion'));
    const past = await get(caseId, '/as-of?revision=1');
    expect(past.body).toMatchObject({ revision: 1, document: { state: 'SELF_REPORT_CLOSED' } });
    const { items } = (await get(caseId, '/timeline')).body;
    expect(items.map(({ revision }: { revision: number }) => revision)).toEqual(items.map((_entry: object, index: number) => index));
    const before = await get(caseId, '/as-of?at=2026-04-03T01:59:59.000Z');
    expect(before.body.document).not.toHaveProperty('documentNumber');
    const { body } = await get(caseId, `/difference?from=${items.length - 2}&to=${items.length - 1}`);
    expect(body.changes).toContainEqual({ path: '/state', old: 'OPINION_ISSUED', new: 'RECTIFYING' });
    expect((await get(caseId, '/as-of?at=2026-03-02T12:00:00.000Z')).status).toBe(404);
  });

  it('shows who has left on the agency\'s own request, and the group when it is formed anew', async () => {
    const ask = { supervisorId: 's-2', reason: 'PAID_BY_AGENCY', detail: '该督导员近十二个月内曾受我校有偿聘请担任授课教师' };
    const recused = and(through('ServeSupervisionNotice'), school, at('03-04'), 'RecuseSupervisor', ask);
    const seen = await get(await told(recused));
    expect(seen.body.members.map(({ supervisorId }: { supervisorId: string }) => supervisorId)).toEqual(['s-1', 's-3']);
    const seated = and(recused, system, at('03-04'), 'SeatSubstitute', { drawId: 'd-1', leaving: 's-2', substitute: member(4) });
    const again = and(and(seated, supervisor(4), at('03-05'), 'AcceptAssignment', acceptance), fuzhou, at('03-05'), 'FormGroup', { leader: 's-4' });
    expect((await get(await told(again))).body.members).toContainEqual({ ...member(4), isLeader: true });
    const own = and(through('ServeSupervisionNotice'), supervisor(2), at('03-04'), 'RecuseSupervisor', { supervisorId: 's-2', reason: 'COLLEAGUE', detail: '与考生同事' });
    const hidden = await told(own);
    expect((await get(hidden)).body.members).toHaveLength(3);
    expect((await get(hidden, '/timeline')).body.items).toHaveLength(1);
  });

  it('is not there for another agency, whatever it asks', async () => {
    const caseId = await told(through('CloseCase'));
    for (const path of ['', '/timeline', '/as-of?revision=1', '/difference?from=1&to=2']) expect((await get(caseId, path, 'agency-agency-2')).status).toBe(404);
    expect(await listed('agency-agency-2')).toEqual([]);
    expect(await listed('agency-agency-2', '&agencyId=agency-1')).toEqual([]);
  });

  it('is found by what the agency was told, and by nothing else', async () => {
    const issued = await told(through('IssueOpinion'));
    expect(await listed(ME, '&state=OPINION_ISSUED')).not.toContain(issued);
    expect(await listed(ME, '&state=DEFENCE_CLOSED')).toContain(issued);
    expect(await listed(ME, '&q=技督意')).not.toContain(issued);
    expect(await listed(ME, '&q=闽江 技师')).toContain(issued);
    expect(await listed(ME, '&overdue=true')).not.toContain(issued);
  });
});
