import { aJourney } from '#test/journeys/support/journey';
import { SESSION } from '#test/journeys/support/daily';

const template = { version: '2026-1', validFrom: '2026-12-01', total: 80, items: [{ item: 'A', text: '考务准备', points: 30 }, { item: 'B', text: '过程管理', points: 50 }] };
const sheet = { templateVersion: '2026-1', scores: [{ item: 'A', points: 28 }, { item: 'B', points: 50 }], sha256: 'a'.repeat(64) };

/** b.4 内督全程督导 of one session, and of one that nobody covered. */
describe('the internal supervision of a session', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1', 'a-2');
    await started.internals('a-1', 'hong', 'gao', 'li');
    await started.as('province').does('score-sheet-templates/FJ/publish-score-sheet-template', template);
    for (const [id, venue] of [['one', '一层'], ['two', '二层']]) await started.as('agency-a-1').does(`sessions/${id}/register-session`, { ...SESSION, venue });
  });
  const as = (persona: string) => journey().as(persona);
  const school = () => as('agency-a-1');
  let drawn = '';
  const supervisorOf = async (sessionId: string): Promise<string> =>
    ((await school().reads(`sessions/${sessionId}`)).internalSupervisors as readonly { readonly supervisorId: string }[]).map(({ supervisorId }) => supervisorId.slice(2)).join();
  const supervisor = () => as(`internal-p-${drawn}`);

  it('is drawn by the agency among its own, whom it cannot name', async () => {
    await school().isRefused('422 R3.6-2 第三章六 同一机构、同一职业和等级、同一时段、同一地点为同一场次,只能登记一次。', 'sessions/again/register-session', { ...SESSION, venue: '一层' });
    await school().does('sessions/one/assign-session-staff', { staff: [{ personId: 'p-hong', role: 'EXAMINER' }] });
    expect(await school().toDo()).toEqual(['PrepareInternalDraw 2026-12-01', 'PrepareInternalDraw 2026-12-01', 'CloseTraining', 'CloseTraining', 'CloseTraining']);
    await as('agency-a-2').isRefused('403 R1.6-1 第一章六 该事项只能由被督导的评价机构自己办理。', 'draws/one-i1/prepare-internal-draw', { sessionId: 'one' });
    await school().isRefused('422 R2.5-2 第二章五 内督抽取编号应当是场次编号加字母i和本场次抽取的次序,依次编排,不得空号。', 'draws/one-i2/prepare-internal-draw', { sessionId: 'one' });
    await school().does('draws/one-i1/prepare-internal-draw', { sessionId: 'one' });
    drawn = await supervisorOf('one');
    expect(['gao', 'li']).toContain(drawn);
    await school().isRefused('422 R2.5-2 第二章五 本场次已经指派内督;只有其退出之后才能再次抽取。', 'draws/one-i2/prepare-internal-draw', { sessionId: 'one' });
    await school().isRefused('422 R3.6-2 第三章六 同一人在同一场次只能担任外督、内督、考评、考务中的一项工作。', 'sessions/one/assign-session-staff', { staff: [{ personId: `p-${drawn}`, role: 'EXAM_STAFF' }] });
  });

  it('follows the three phases, each in its time and by the one who was drawn', async () => {
    await as('internal-p-hong').isRefused('403 R2.5-1 第二章五 质量督导员实行委派制,未经委派不得参加督导工作任务。', 'sessions/one/check-preparation', { conforms: true, notes: '齐全' });
    await supervisor().isRefused('422 R3.3-3 第三章三 全程督导应当依次记录准备情况、认定过程、认定结果,每个阶段记录一次。', 'sessions/one/check-process', { conforms: true, notes: '有序' });
    await journey().comes('2026-12-01', 8);
    await supervisor().does('sessions/one/check-preparation', { conforms: true, notes: '场地设备齐全' });
    await supervisor().isRefused('422 R3.3-3 第三章三 认定过程的督导应当在开考之后,认定结果的督导应当在场次结束之后,且均不早于上一阶段。', 'sessions/one/check-process', { conforms: true, notes: '有序' });
    await school().does('sessions/one/start-session');
    await supervisor().does('sessions/one/check-process', { conforms: false, notes: '一名考生迟到入场' });
    await school().isRefused('422 R1.6-1 第一章六 场次已经开考、结束或者取消,不能再改期、取消或者开考。', 'sessions/one/cancel-session', { reason: '停电' });
  });

  it('is found missing by the clock where a session comes to its start without it', async () => {
    await journey().comes('2026-12-01', 9);
    expect((await as('fuzhou').reads('sessions?notCovered=true')).items).toMatchObject([{ sessionId: 'two' }]);
    await school().does('draws/two-i1/prepare-internal-draw', { sessionId: 'two' });
    const first = await supervisorOf('two');
    await as(`internal-p-${first}`).does('sessions/two/check-preparation', { conforms: true, notes: '齐全' });
    await school().does('sessions/two/release-internal-supervisor', { supervisorId: `i-${first}`, cause: 'RECUSED', reason: '亲属参加认定' });
    await school().does('draws/two-i2/prepare-internal-draw', { sessionId: 'two' });
    const second = await supervisorOf('two');
    expect(new Set([drawn, first, second])).toEqual(new Set(['gao', 'hong', 'li']));
    expect(await as(`internal-p-${second}`).toDo()).toEqual([]);
  });

  it('ends in a score sheet, late after three working days, without which no result is final', async () => {
    await journey().comes('2026-12-02');
    expect(await supervisor().toDo()).toEqual(['UploadScoreSheet 2026-12-04', 'CheckResult']);
    await supervisor().isRefused('422 R3.3-3 第三章三 准备情况、认定过程、认定结果均已记录之后,才能上传内部督导评分表。', 'sessions/one/upload-score-sheet', sheet);
    await journey().comes('2026-12-05');
    await supervisor().does('sessions/one/check-result', { conforms: true, notes: '评分与记录一致' });
    await supervisor().isRefused('422 R-ATT-1 附件 评分表应当使用场次首日有效的模板,逐项评分一次,且不超过该项分值。', 'sessions/one/upload-score-sheet', { ...sheet, scores: [{ item: 'A', points: 31 }, { item: 'B', points: 50 }] });
    await school().isRefused('422 R3.3-4 第三章三 内部督导评分表上传并锁定之前,不能确定认定结果。', 'sessions/one/finalise-results', { candidates: 40, passed: 31 });
    await supervisor().does('sessions/one/upload-score-sheet', sheet);
    await supervisor().does('sessions/one/lock-score-sheet');
    await supervisor().isRefused('422 R3.3-4 第三章三 评分表上传之后锁定一次,锁定之后不能再上传。', 'sessions/one/upload-score-sheet', sheet);
    await school().isRefused('422 R3.3-4 第三章三 合格人数不得多于参加认定人数。', 'sessions/one/finalise-results', { candidates: 30, passed: 31 });
    await school().does('sessions/one/finalise-results', { candidates: 40, passed: 31 });
  });

  it('is read as it was and as it is', async () => {
    expect((await school().isTold('sessions/one')).slice(3)).toEqual([
      '督导准备情况:符合要求,场地设备齐全', '开考', '督导认定过程:发现问题,一名考生迟到入场', '场次于2026年12月1日结束(机构未报告,按计划时间),内部督导评分表应于2026年12月4日前上传',
      '内部督导评分表逾期未上传(应于2026年12月4日前)', '督导认定结果:符合要求,评分与记录一致', '上传内部督导评分表,总分78,已逾期', '锁定内部督导评分表', '确定认定结果:参加40人,合格31人',
    ]);
    expect(await as('fuzhou').readsAsOf('sessions/one', 3)).toMatchObject({ stage: 'REGISTERED', checks: { PREPARATION: { conforms: true } } });
    expect(await as('province').opens('SessionCoverage', { coverage: 'COVERED' })).toEqual({ total: 1, sentences: ['开考'] });
    expect(await as('province').opens('ScoreSheetTimeliness', { timeliness: 'LATE' })).toEqual({ total: 1, sentences: ['内部督导评分表逾期未上传(应于2026年12月4日前)'] });
    expect(journey().server.refusals).toEqual([]);
  });
});
