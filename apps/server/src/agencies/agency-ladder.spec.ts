import { accepted, refusalOf, settled } from '#test/support/requests';
import { registration } from '#test/support/session-story';
import { TestServer } from '#test/support/test-server';

const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
const opening = {
  agencyId: 'agency-1', severity: 'ORDINARY', severityReasons: '未造成后果', persons: ['staff-1'],
  violations: [{ ground: 'G5', description: '对提出意见的质量督导员停发劳务费', evidence: ['ev-1'] }],
};
const order = { reasons: '事实清楚', demands: ['补发劳务费'] };
const criticism = {
  ...order, persons: [{ person: 'staff-1', responsibility: 'DIRECT' }], addressee: { kind: 'NONE', reason: '民办机构,无上级单位' }, recommendation: '给予处分',
};

const session = { ...registration, startsAt: '2026-05-20T01:00:00.000Z', endsAt: '2026-05-20T09:00:00.000Z' };
const plan = { by: 'AGENCY', organisation: 'agency-1', title: '内督培训', content: '政策法规', hours: 16, startsOn: '2026-05-16', endsOn: '2026-05-18', examForm: 'WRITTEN', places: 10 };

describe('the ladder over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    server.clock.set('2026-04-07T02:00:00.000Z');
    await act('fuzhou', 'agencies/agency-1/register-agency', agency);
  });
  afterAll(() => server.close());

  const act = (persona: string, path: string, body?: object) => accepted(server, persona, path, body);
  const refusal = (persona: string, path: string, body?: object) => refusalOf(server, persona, path, body);
  const read = (persona: string, path: string) => settled(server, persona, path);
  const standing = async () => (await read('supervisor-p-1', 'agencies/agency-1')).body.standing;
  const told = async (id: string, proposes: string) => {
    await act('fuzhou', `agency-sanctions/${id}/notify-sanction`, { proposes, facts: '对质量督导员停发劳务费' });
    await act('agency-agency-1', `agency-sanctions/${id}/waive-statement`);
  };

  it('is climbed by an agency that refuses, and climbed down again by one that corrects', async () => {
    const one = 'agency-sanctions/one';
    await act('fuzhou', `${one}/open-violation-case`, opening);
    expect(await refusal('fuzhou', `${one}/notify-sanction`, { proposes: 'PUBLIC_CRITICISM', facts: '停发劳务费' })).toEqual([422, 'NoticeFitsTheLadder']);
    await told('one', 'PLATFORM_OPERATION_HOLD');
    await act('fuzhou', `${one}/hold-platform-operation`, order);
    expect(await refusal('fuzhou', `${one}/criticise-agency`, criticism)).toEqual([422, 'NextStepNeedsRefusalOrSeriousness']);
    expect(await refusal('agency-agency-1', 'sessions/s-1/register-session', session)).toEqual([422, 'SessionNeedsNormalOperation']);
    expect(await refusal('agency-agency-1', 'trainings/t-1/draft-training-plan', plan)).toEqual([422, 'TrainingNeedsNormalOperation']);
    await act('fuzhou', `${one}/record-correction-refusal`, { ground: 'EXPRESS_REFUSAL', reasons: '书面拒绝' });
    await told('one', 'PUBLIC_CRITICISM');
    expect(await refusal('fuzhou', `${one}/criticise-agency`, { ...criticism, addressee: { kind: 'NONE' } })).toEqual([422, 'RecommendationHasAnAddressee']);
    await act('fuzhou', `${one}/criticise-agency`, criticism);
    expect(await standing()).toBe('CRITICISED');
    expect((await read('agency-agency-1', one)).body).toMatchObject({ stage: 'CORRECTING', documents: [{ documentNumber: '榕技督处〔2026〕1号' }, { documentNumber: '榕技督批通〔2026〕1号' }] });
    await act('agency-agency-1', `${one}/submit-correction`, { report: '已补发', evidence: [] });
    await act('fuzhou', `${one}/accept-correction`, { conclusion: '到位' });
    expect(await standing()).toBe('NORMAL');
    await act('agency-agency-1', 'sessions/s-1/register-session', session);
    await act('agency-agency-1', 'trainings/t-1/draft-training-plan', plan);
  });

  it('ends with a revocation that the department confirms after the hearing, and nothing follows', async () => {
    const two = 'agency-sanctions/two';
    await act('fuzhou', `${two}/open-violation-case`, { ...opening, severity: 'SERIOUS', severityReasons: '再次报复' });
    await act('fuzhou', 'agency-sanctions/three/open-violation-case', opening);
    await act('fuzhou', `${two}/notify-sanction`, { proposes: 'QUALIFICATION_REVOCATION', facts: '再次停发劳务费' });
    await act('agency-agency-1', `${two}/request-hearing`, { reasons: '要求当面陈述' });
    server.clock.set('2026-04-20T02:00:00.000Z');
    expect(await refusal('fuzhou', `${two}/propose-revocation`, { reasons: '情节严重' })).toEqual([422, 'HearingIsOfferedFirst']);
    await act('fuzhou', `${two}/hold-hearing`, { heldOn: '2026-04-20', summary: '双方陈述' });
    await act('fuzhou', `${two}/propose-revocation`, { reasons: '情节严重' });
    expect(await refusal('fuzhou-reviewer', `${two}/confirm-revocation`)).toEqual([403, 'PolicyBelongsToTheProvincialDepartment']);
    expect((await read('agency-agency-1', two)).body).toMatchObject({ stage: 'NOTIFIED', notice: { hearing: 'HELD' } });
    expect((await read('fuzhou', two)).body).toMatchObject({ stage: 'REVOCATION_PROPOSED' });
    await act('department', `${two}/confirm-revocation`);
    expect(await standing()).toBe('REVOKED');
    expect((await read('agency-agency-1', two)).body).toMatchObject({ stage: 'REVOKED', documents: [{ documentNumber: '榕技督取〔2026〕1号' }] });

    expect(await refusal('agency-agency-1', 'sessions/s-1/start-session')).toEqual([422, 'RevokedAgencyHoldsNoSession']);
    expect(await refusal('agency-agency-1', 'trainings/t-1/file-training-plan')).toEqual([422, 'RevokedAgencyTrainsNobody']);
    expect(await refusal('province', `${two}/withdraw-sanction`, { reasons: '错案' })).toEqual([422, 'RevokedOrWithdrawnStands']);
    expect(await refusal('fuzhou', 'agency-sanctions/three/hold-platform-operation', { ...order, withoutNotice: '紧急' })).toEqual([422, 'RevocationIsTheLast']);
    expect(await refusal('fuzhou', 'agency-sanctions/four/open-violation-case', opening)).toEqual([422, 'RevocationIsTheLast']);
  });
});
