import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { verifyDraw } from '#libs/draws/verify-draw';
import { PUBLIC_KEY } from '#test/support/draws';
import { appointSupervisor } from '#test/support/supervisors';
import { DECLARATION } from '#test/journeys/support/daily';
import { aJourney } from '#test/journeys/support/journey';

const special = 'cases/c-1';
const opening = { agencyId: 'a-1', targetSelection: 'RISK', reason: '抽检异常', onSiteFrom: '2026-12-14', onSiteTo: '2026-12-15', activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102' };
const conforms = { result: 'CONFORMS', facts: '考场秩序良好', evidenceIds: [] };

/** b.2 随机抽调: too few of one's own, widened by the province, used up, and verified by anybody; for an agency that says nothing. */
describe('the draw of a group', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one', 'two');
    for (const name of ['three', 'four']) await appointSupervisor(started.server, name, { persona: 'xiamen', area: '3502' });
    await started.as('fuzhou').does(`${special}/open-special-supervision`, opening);
    await started.as('fuzhou').does(`${special}/define-matters`, { matters: [{ item: 'C2.05' }] });
  });
  const as = (persona: string) => journey().as(persona);
  const members = async () => (await as('fuzhou').reads(special)).members as readonly { readonly supervisorId: string; readonly status: string }[];
  const seated = async () => (await members()).filter(({ status }) => status === 'SEATED').map(({ supervisorId }) => supervisorId.slice(2));

  it('fails where the centre has too few, and is repeated by the province with all of them', async () => {
    await as('fuzhou').isRefused('422 R2.5-2 第二章五 抽取编号应当是案件编号加本案抽取的次序,依次编排,不得空号。', 'draws/c-1-2/prepare-draw', { caseId: 'c-1' });
    await as('province').isRefused('422 R2.5-3 第二章五 本中心外督名录不足或者已无人递补的,才能由省中心扩大到全省抽取。', 'draws/c-1-1/prepare-draw', { caseId: 'c-1', scope: 'PROVINCE' });
    await as('fuzhou').does('draws/c-1-1/prepare-draw', { caseId: 'c-1' });
    expect(await as('fuzhou').reads('draws/c-1-1')).toMatchObject({ state: 'FAILED', drawn: [] });
    await as('fuzhou').isRefused('403 R2.5-2 第二章五 从全省外督中抽取由省中心办理。', 'draws/c-1-2/prepare-draw', { caseId: 'c-1', scope: 'PROVINCE' });
    await as('province').does('draws/c-1-2/prepare-draw', { caseId: 'c-1', scope: 'PROVINCE' });
    expect(await seated()).toHaveLength(3);
  });

  it('is what anybody makes of its record, whoever it gave', async () => {
    const record = parseDrawRecord(JSON.stringify(await as('auditor').reads('draws/c-1-2/record')));
    expect(verifyDraw(record, { publicKey: PUBLIC_KEY })).toMatchObject({ ok: true });
    expect(verifyDraw({ ...record, result: record.result.toReversed() }, { publicKey: PUBLIC_KEY })).toMatchObject({ ok: false });
    await as('agency-a-1').findsNothingAt('draws/c-1-2');
  });

  it('gives its last substitute, and then leaves a seat vacant, which is said and not filled by hand', async () => {
    const [first = '', second = ''] = await seated();
    await as(`supervisor-p-${first}`).does(`${special}/decline-assignment`, { reason: '住院' });
    await as(`supervisor-p-${second}`).does(`${special}/decline-assignment`, { reason: '出差' });
    expect((await as('fuzhou').isTold(special)).at(-1)).toBe('抽取名录内已无人可递补');
    await as('province').does('draws/c-1-3/prepare-draw', { caseId: 'c-1', scope: 'PROVINCE' });
    expect(await as('province').reads('draws/c-1-3')).toMatchObject({ state: 'FAILED', pool: { eligible: [] } });
    for (const name of await seated()) await as(`supervisor-p-${name}`).does(`${special}/accept-assignment`, DECLARATION);
    const leader = { leader: (await members()).find(({ status }) => status === 'ACCEPTED')?.supervisorId };
    await as('fuzhou').isRefused('422 R3.4-3 第三章四 督导小组原则上由3名及以上质量督导员组成;确需2名的,应当记录理由和批准人。', `${special}/form-group`, leader);
    await as('fuzhou').isRefused('422 R3.4-3 第三章四 督导小组少于3名的,应当由经办人以外的人批准。', `${special}/form-group`, { ...leader, exception: { reason: '名录用尽', approvedBy: 'p-fuzhou' } });
    await as('fuzhou').does(`${special}/form-group`, { ...leader, exception: { reason: '名录用尽', approvedBy: 'p-fuzhou-reviewer' } });
  });

  it('is printed on the opinion, which an agency that says nothing gets when its time is over', async () => {
    const group = (await members()).filter(({ status }) => status === 'ACCEPTED').map(({ supervisorId }) => supervisorId);
    const member = as(`supervisor-p-${group[0]?.slice(2)}`);
    await as('fuzhou').does(`${special}/serve-supervision-notice`, { text: '督导通知' });
    await journey().comes('2026-12-14');
    await member.does(`${special}/start-on-site`, { present: group });
    await member.does(`${special}/hear-views`, { minutes: '校方说明', evidence: [] });
    await member.does(`${special}/end-on-site`, { summary: '查看考场', evidence: [] });
    await member.does(`${special}/form-preliminary-opinion`, { findings: [{ item: 'C2.05', ...conforms }], guidance: [], demands: [], votes: group.map((supervisorId) => ({ supervisorId, vote: 'FOR' })) });
    await member.does(`${special}/deliver-preliminary-opinion`, { channel: 'PLATFORM' });
    await as('fuzhou').isRefused('422 R3.4(三) 第三章四 申辩意见已综合分析、放弃申辩或者逾期未申辩之后,才能发出一次质量督导意见书。', `${special}/issue-opinion`, { findings: [{ no: 1, ...conforms }], guidance: [], demands: [] });
    await journey().comes('2026-12-29');
    await as('fuzhou').does(`${special}/issue-opinion`, { findings: [{ no: 1, ...conforms }], guidance: [], demands: [] });
    expect(await as('fuzhou').reads(special)).toMatchObject({ flags: expect.arrayContaining(['GROUP_OF_TWO']) });
  });

  it('is told, counted and opened to its events', async () => {
    expect((await as('fuzhou').isTold('draws/c-1-1')).at(-1)).toBe('名录不足:可抽取2名,需要3名,未抽取');
    const told = await as('fuzhou').isTold(special);
    expect(told.find((sentence) => sentence.startsWith('成立督导小组'))).toBe('成立督导小组,成员2名(不足3名,理由:名录用尽)');
    expect(told.slice(-2)).toEqual(['评价机构逾期未申辩', '发出质量督导意见书榕技督意〔2026〕1号(逾期未申辩),整改要求0项']);
    expect(await as('province').opens('Declines')).toEqual({ total: 2, sentences: ['督导员表示不能参加:住院', '督导员表示不能参加:出差'] });
    expect(journey().server.refusals).toEqual([]);
  });
});
