import { act, CASE_ID, formGroup, openCase } from '#test/support/cases';
import { TestServer } from '#test/support/test-server';

const members = ['one', 'two', 'three'].map((name) => ({ supervisorId: `s-${name}`, personId: `p-${name}` }));
const file = { evidenceId: 'ev-1', title: '收费台账', sha256: 'a'.repeat(64), classification: 'INTERNAL' };

describe('the powers of the group over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
    await openCase(server);
    server.clock.set('2026-11-24T02:00:00.000Z');
    await formGroup(server, members);
    await act(server, 'fuzhou', 'serve-supervision-notice', { text: '督导通知' });
  });
  afterAll(() => server.close());

  const refused = async (persona: string, command: string, body: object) => (await server.as(persona).post(`/v1/cases/${CASE_ID}/${command}`, body)).body.rule.id as string;

  it('a question and a request are answered, and what the agency must not know is kept from it', async () => {
    await act(server, 'supervisor-p-one', 'raise-inquiry', { item: 'C2.01', text: '是否超范围开展认定?' });
    await act(server, 'supervisor-p-two', 'request-material', { item: 'C2.01', text: '备案范围文件' });
    expect(await refused('supervisor-p-two', 'request-material', { item: 'C2.03', text: '收费台账' })).toBe('R2.6(三)');
    await act(server, 'agency-agency-of-case', 'answer-inquiry', { no: 1, answer: '没有超范围', evidence: [] });
    await act(server, 'agency-agency-of-case', 'refuse-material', { no: 2, reason: '负责人外出' });
    await act(server, 'agency-agency-of-case', 'provide-material', { no: 2, evidence: [file] });
    await act(server, 'supervisor-p-one', 'add-evidence', { means: 'RECHECK', item: 'C2.01', note: '复核备案范围', evidence: [{ ...file, evidenceId: 'ev-2', classification: 'WORK_SECRET' }] });
    await act(server, 'supervisor-p-one', 'report-obstruction', { by: 'AGENCY', personRefs: [], facts: '开始时不提供文件', evidence: [] });
    await act(server, 'supervisor-p-one', 'report-improper-request', { from: 'AGENCY', facts: '校方人员要求不要把超范围的情况写入现场记录', evidence: [] });
    await act(server, 'supervisor-p-one', 'recommend-reward-or-penalty', { kind: 'PENALTY', subject: 'AGENCY', reasons: '拖延提供文件' });
    await server.record.worker.settle();

    const kinds = async (persona: string) => ((await server.as(persona).get(`/v1/cases/${CASE_ID}`)).body.documents as { kind: string }[]).map(({ kind }) => kind);
    const shared = ['InquiryRaised', 'MaterialRequested', 'InquiryAnswered', 'MaterialRefused', 'MaterialProvided'];
    const secret = ['EvidenceAdded', 'ObstructionReported', 'ImproperRequestReported', 'RewardOrPenaltyRecommended'];
    expect((await kinds('fuzhou')).slice(2)).toEqual([...shared, ...secret]);
    expect((await kinds('agency-agency-of-case')).slice(1)).toEqual(shared);
  });
});
