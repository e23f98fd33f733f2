import { appointInternalSupervisor, appointSupervisor, receiveBlankCards } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const registration = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };

describe('internal supervisors over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await receiveBlankCards(server);
    for (const agencyId of ['a-1', 'a-2']) await server.as('fuzhou').post(`/v1/agencies/${agencyId}/register-agency`, registration);
    await appointInternalSupervisor(server, 'hong', 'a-1');
    await server.record.worker.settle();
  });
  afterAll(() => server.close());

  it('are appointed and carded by their agency, and seen by whom they concern', async () => {
    for (const persona of ['agency-a-1', 'internal-p-hong', 'fuzhou', 'province']) {
      const { status, body } = await server.as(persona).get('/v1/supervisors/i-hong');
      expect([persona, status]).toEqual([persona, 200]);
      expect(body).toMatchObject({ supervisorType: 'INTERNAL', state: 'APPOINTED', cardNumber: 'N-HONG', agencyId: 'a-1', departmentId: '', termStart: '2026-11-24' });
    }
    for (const persona of ['agency-a-2', 'industry-a-1', 'internal-p-two', 'pingtan']) expect((await server.as(persona).get('/v1/supervisors/i-hong')).status).toBe(404);
  });

  it('have a history that names the body', async () => {
    const { body } = await server.as('internal-p-hong').get('/v1/supervisors/i-hong/timeline');
    const sentences = (body.items as readonly { sentence: string }[]).map(({ sentence }) => sentence);
    expect(sentences[0]).toBe('向评价机构a-1申报内督。');
    expect(sentences[4]).toBe('由评价机构a-1聘任为内督,督导a-1,聘期自2026年11月24日至2029年11月24日。');
  });

  it('do not take a number that another card has, whoever asks', async () => {
    await expect(appointInternalSupervisor(server, 'Hong', 'a-2')).rejects.toThrow('InternalNumberIsUnique');
    const { body } = await server.as('agency-a-2').get('/v1/supervisors/i-Hong');
    expect(body).toMatchObject({ state: 'APPOINTED', cardNumber: '' });
    const again = await server.as('agency-a-2').post('/v1/supervisors/i-Hong/issue-card', { internalNumber: 'N-HONG-2' });
    expect(again.status).toBe(200);
  });

  it('are selected by an industry department for the agencies that it lists', async () => {
    const selection = { by: 'INDUSTRY_DEPT', organisation: 'd-1', agencies: ['a-1', 'a-2'] };
    const application = { personId: 'p-gao', supervisorType: 'INTERNAL', area: 'FJ', selection };
    expect((await server.as('agency-a-1').post('/v1/supervisors/i-gao/apply-as-supervisor', application)).status).toBe(403);
    expect((await server.as('industry-d-1').post('/v1/supervisors/i-gao/apply-as-supervisor', application)).status).toBe(201);
    await server.record.views.catchUp();
    expect((await server.as('industry-d-1').get('/v1/supervisors')).body.items).toMatchObject([{ credentialId: 'i-gao', departmentId: 'd-1', agencyId: '' }]);
  });

  it('lose their qualification by the decision of their agency, which the province need not make', async () => {
    await appointInternalSupervisor(server, 'qiu', 'a-2');
    const grounds = { severity: 'SERIOUS', findings: [{ ground: 'S3', description: '未按规定查看考场', evidence: ['ev-1'] }] };
    const post = (persona: string, command: string, body: object) => server.as(persona).post(`/v1/supervisors/i-qiu/${command}`, body);
    expect((await post('fuzhou', 'propose-disqualification', { decisionNo: '榕建2号', reasons: '事实清楚', proposes: 'QUALIFICATION_CANCELLED', grounds })).status).toBe(200);
    const verdict = { decisionNo: '校处1号', reasons: '事实清楚', proposalNo: '榕建2号' };
    expect(await post('province', 'cancel-qualification', verdict)).toMatchObject({ status: 422, body: { rule: { name: 'BodyDecidesFirst' } } });
    expect((await post('agency-a-1', 'cancel-qualification', verdict)).status).toBe(403);
    await server.record.views.catchUp();
    expect((await server.as('agency-a-2').get('/v1/supervisors/i-qiu')).body.credential.proposals).toMatchObject([{ proposalNo: '榕建2号', open: true }]);
    expect((await post('agency-a-2', 'cancel-qualification', verdict)).status).toBe(200);
    await server.record.worker.settle();
    expect((await server.as('internal-p-qiu').get('/v1/supervisors/i-qiu')).body).toMatchObject({ state: 'CANCELLED', barred: true });
  });

  it('may hold both cards; what bars the one bars the other', async () => {
    await appointSupervisor(server, 'wu');
    await appointInternalSupervisor(server, 'wu', 'a-1');
    const grounds = { severity: 'SERIOUS', findings: [{ ground: 'S3', description: '未按规定查看考场', evidence: ['ev-1'] }] };
    const decision = { decisionNo: '榕建1号', reasons: '事实清楚' };
    await server.as('fuzhou').post('/v1/supervisors/s-wu/propose-disqualification', { ...decision, proposes: 'QUALIFICATION_CANCELLED', grounds });
    await server.as('province').post('/v1/supervisors/s-wu/cancel-qualification', { ...decision, decisionNo: '闽处1号', proposalNo: '榕建1号' });
    await server.record.worker.settle();
    expect((await server.as('agency-a-1').get('/v1/supervisors/i-wu')).body).toMatchObject({ barred: true });
    const replaced = await server.as('agency-a-1').post('/v1/supervisors/i-wu/replace-card', { number: 'N-WU', internalNumber: 'N-WU-2', reason: '遗失' });
    expect(replaced).toMatchObject({ status: 422, body: { rule: { name: 'PersonIsNotBarred' } } });
  });
});
