import { accepted } from '#test/support/requests';
import { appointInternalSupervisor, trainingPlan } from '#test/support/supervisors';
import { TestServer } from '#test/support/test-server';

const registration = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const unit = { name: '福建某培训中心(样例)', qualificationNo: '闽训资1号', qualifiedFrom: '2026-01-01', qualifiedUntil: '2026-12-31' };

describe('the training of internal supervisors over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    for (const agencyId of ['a-1', 'a-2']) await server.as('fuzhou').post(`/v1/agencies/${agencyId}/register-agency`, registration);
  });
  afterAll(() => server.close());

  const act = (persona: string, path: string, body?: object) => accepted(server, persona, path, body);
  const sentences = async (persona: string, path: string) =>
    ((await server.as(persona).get(path)).body.items as readonly { sentence: string }[]).map(({ sentence }) => sentence);

  it('goes from the plan through the filing to the start, with a qualified unit', async () => {
    await act('agency-a-1', 'trainings/one/draft-training-plan', trainingPlan('a-1', '2026-11-30'));
    expect((await server.as('agency-a-1').post('/v1/trainings/one/engage-provider', { providerId: 'u-1' })).body).toMatchObject({ rule: { id: 'R2.4-3', name: 'ProviderIsQualified' } });
    await act('province', 'training-providers/u-1/qualify-provider', unit);
    await act('agency-a-1', 'trainings/one/engage-provider', { providerId: 'u-1' });
    server.clock.set('2026-11-30T02:00:00.000Z');
    expect((await server.as('agency-a-1').post('/v1/trainings/one/start-training', { startedOn: '2026-11-30' })).body).toMatchObject({ rule: { id: 'R2.4-2', name: 'TrainingFollowsTheFiling' } });
    await act('agency-a-1', 'trainings/one/file-training-plan');
    await act('province', 'trainings/one/return-filing', { reasons: '未列明师资' });
    await act('agency-a-1', 'trainings/one/file-training-plan');
    await act('province', 'trainings/one/acknowledge-filing');
    const { body } = await act('agency-a-1', 'trainings/one/start-training', { startedOn: '2026-11-30' });
    const read = await server.as('agency-a-1').get(`/v1/trainings/one?minPosition=${body.position}`);
    expect(read.body).toMatchObject({ stage: 'STARTED', stageName: '已开班', filedOn: '2026-11-30', filedLate: true, acknowledged: true, provider: unit });
    expect(await sentences('province', '/v1/trainings/one/timeline')).toEqual(expect.arrayContaining(['省中心退回补正:未列明师资', '向福建某培训中心(样例)购买技术支持服务(资质闽训资1号)。', '2026年11月30日开班。']));
    await act('province', 'training-providers/u-1/withdraw-provider-qualification', { reason: '停办' });
    await server.record.views.catchUp();
    expect((await server.as('agency-a-2').get('/v1/training-providers')).body).toMatchObject({ items: [{ providerId: 'u-1', withdrawnOn: '2026-11-30' }] });
  });

  it('ends in a credential, by the same agency alone', async () => {
    await appointInternalSupervisor(server, 'hong', 'a-1');
    await act('agency-a-1', 'trainings/hong-a-1/close-training', { summary: '一人合格' });
    await server.record.worker.settle();
    expect((await server.as('province').get('/v1/trainings?agencyId=a-1&stage=CLOSED')).body).toMatchObject({ items: [{ trainingId: 'hong-a-1', attended: ['i-hong'], heldOn: '2026-11-30' }] });
    const selection = { by: 'AGENCY', organisation: 'a-2', agencies: ['a-2'] };
    await act('agency-a-2', 'supervisors/i-lu/apply-as-supervisor', { personId: 'p-lu', supervisorType: 'INTERNAL', area: '3501', selection });
    const reviews = ['E1', 'E2', 'E3', 'E4', 'E5'].map((condition) => ({ condition, met: true, ...(condition !== 'E5' && { evidence: '材料' }) }));
    await act('agency-a-2', 'supervisors/i-lu/confirm-conditions', { reviews });
    for (const [trainingId, name] of [['one', 'TrainingIsOfTheBody'], ['nowhere', 'TrainingHasStarted']]) {
      const refused = await server.as('agency-a-2').post('/v1/supervisors/i-lu/enrol-in-training', { trainingClass: '1', trainingId, startsOn: '2026-11-30' });
      expect(refused).toMatchObject({ status: 422, body: { rule: { name } } });
    }
  });

  it('is seen by its body, the centre of its area and the province', async () => {
    for (const [persona, status] of [['agency-a-1', 200], ['fuzhou', 200], ['auditor', 200], ['agency-a-2', 404], ['industry-a-1', 404], ['xiamen', 404], ['internal-p-hong', 404]] as const) {
      expect([persona, (await server.as(persona).get('/v1/trainings/one')).status]).toEqual([persona, status]);
    }
  });

  it('is reminded of: the filing of a plan, and an agency that lets the year go by', async () => {
    await act('agency-a-2', 'trainings/two/draft-training-plan', trainingPlan('a-2', '2026-12-14'));
    server.clock.set('2026-12-07T00:00:00.000Z');
    await server.record.worker.settle();
    expect(await sentences('agency-a-2', '/v1/trainings/two/timeline')).toContain('提醒报备培训方案(应于2026年12月7日前)。');
    server.clock.set('2027-01-05T15:59:59.999Z');
    await server.record.worker.settle();
    expect((await server.as('fuzhou').get('/v1/agencies/a-2')).body).not.toHaveProperty('trainingMissedOn');
    server.clock.set('2027-01-05T16:00:00.000Z');
    await server.record.worker.settle();
    expect((await server.as('fuzhou').get('/v1/agencies/a-2')).body).toMatchObject({ trainingMissedOn: '2027-01-05' });
    const trained = (await server.as('fuzhou').get('/v1/agencies/a-1')).body;
    expect([trained.lastTrainedOn, trained.trainingMissedOn]).toEqual(['2026-11-30', undefined]);
    await appointInternalSupervisor(server, 'late', 'a-2');
    await server.record.worker.settle();
    const made = (await server.as('fuzhou').get('/v1/agencies/a-2')).body;
    expect([made.lastTrainedOn, made.trainingMissedOn]).toEqual(['2027-01-06', undefined]);
  });
});
