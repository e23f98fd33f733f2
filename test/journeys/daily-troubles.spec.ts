import { cleanRecord, DECLARATION, SESSION } from '#test/journeys/support/daily';
import { aJourney } from '#test/journeys/support/journey';

const daily = 'daily-cases/d-1';
const moved = { startsAt: '2026-12-15T01:00:00.000Z', endsAt: '2026-12-15T09:00:00.000Z' };
const plan = { sessionId: 'one', targetSelection: 'PLANNED', reason: '年度计划', matters: [{ item: 'C2.05' }], inspection: 'OVERT' };

/** b.3 where those drawn do not come: seats that empty are filled by the draw alone, also while the session is moved. */
describe('a daily supervision whose supervisors leave', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one', 'two', 'three', 'four');
    await started.as('agency-a-1').does('sessions/one/register-session', SESSION);
    await started.as('fuzhou').does(`${daily}/plan-daily-supervision`, plan);
    await started.as('fuzhou').does('draws/d-1-d1/prepare-daily-draw', { caseId: 'd-1' });
  });
  const as = (persona: string) => journey().as(persona);
  const members = async () => (await as('fuzhou').reads(daily)).members as readonly { readonly supervisorId: string; readonly status: string }[];
  const statuses = async () => (await members()).map(({ status }) => status);
  /** Who sits there now. */
  const seated = async () => (await members()).find(({ status }) => status === 'SEATED' || status === 'ACCEPTED')?.supervisorId.slice(2) ?? 'nobody';
  const dispatch = async () => as('fuzhou').does(`${daily}/dispatch-supervisor`, { supervisorId: `s-${await seated()}` });

  it('declines, with a reason that the dispatcher judges once', async () => {
    await dispatch();
    const first = await seated();
    await as(`supervisor-p-${first}`).does(`${daily}/decline-daily-assignment`, { reason: '住院' });
    expect(await statuses()).toEqual(['DECLINED', 'SEATED']);
    expect(await as('fuzhou').toDo()).toEqual(['DispatchSupervisor 2026-12-01', 'JudgeDailyDecline']);
    await as('fuzhou').does(`${daily}/judge-daily-decline`, { supervisorId: `s-${first}`, judgement: 'JUSTIFIED', reasons: '有住院证明' });
    await as('fuzhou').isRefused('422 R4.1(一) 第四章一 只能对表示不能参加或者未答复的督导员认定一次有无正当理由。', `${daily}/judge-daily-decline`, { supervisorId: `s-${first}`, judgement: 'UNJUSTIFIED', reasons: '再议' });
  });

  it('does not answer, and is reminded before that counts as a refusal', async () => {
    await dispatch();
    const about = { supervisorId: `s-${await seated()}` };
    await as('fuzhou').isRefused('422 R4.1(一) 第四章一 应当先催告,自催告次日起仍未答复的才能记录为未答复。', `${daily}/record-no-daily-answer`, about);
    await as('fuzhou').does(`${daily}/remind-daily-assignment`, about);
    await journey().comes('2026-11-25');
    await as('fuzhou').does(`${daily}/record-no-daily-answer`, about);
    await as('fuzhou').does(`${daily}/judge-daily-decline`, { ...about, judgement: 'UNJUSTIFIED', reasons: '无故不答复' });
    expect(await statuses()).toEqual(['DECLINED', 'UNANSWERED', 'SEATED']);
  });

  it('is missed by one who had accepted; who leaves then is replaced all the same, for the session may be moved', async () => {
    await dispatch();
    const absent = await seated();
    await as(`supervisor-p-${absent}`).does(`${daily}/accept-daily-assignment`, DECLARATION);
    await journey().comes('2026-12-02');
    expect(await as('fuzhou').reads(daily)).toMatchObject({ missed: true });
    expect(await as('fuzhou').toDo()).toEqual(['CancelDailySupervision']);
    const recusal = { supervisorId: `s-${absent}`, reason: 'PAID_BY_AGENCY', detail: '去年受聘为该校兼职教师' };
    await as('agency-a-1').isRefused('422 R3.6-1 第三章六 评价机构提出回避或者选择“其他”情形的,应当写明具体事实,不少于20个字。', `${daily}/recuse-daily-supervisor`, recusal);
    await as(`supervisor-p-${absent}`).does(`${daily}/recuse-daily-supervisor`, recusal);
    expect(await statuses()).toEqual(['DECLINED', 'UNANSWERED', 'RECUSED', 'SEATED']);
    await as('fuzhou').isRefused('422 R2.5-1 第二章五 日常督导已经结束、取消或者未能实施,不能再办理委派。', `${daily}/dispatch-supervisor`, { supervisorId: `s-${await seated()}` });
  });

  it('follows its session to another day, where the last in the order supervises', async () => {
    await as('agency-a-1').does('sessions/one/reschedule-session', { ...moved, reason: '设备检修' });
    expect(await as('fuzhou').toDo()).toEqual(['DispatchSupervisor 2026-12-15']);
    await dispatch();
    const last = as(`supervisor-p-${await seated()}`);
    await last.does(`${daily}/accept-daily-assignment`, DECLARATION);
    await last.does(`${daily}/acknowledge-session-briefing`);
    await journey().comes('2026-12-15', 9);
    await last.does(`${daily}/check-in`, { mode: 'REMOTE' });
    await last.does(`${daily}/end-daily-supervision`);
    await last.does(`${daily}/submit-record`, { form: cleanRecord('C2.05'), signed: true });
    await as('fuzhou').does(`${daily}/review-record`, { reasons: '无问题' });
    await as('fuzhou').does(`${daily}/decide-no-measure`, { reasons: '无问题' });
    expect(await as('fuzhou').reads(daily)).toMatchObject({ stage: 'CLOSED', timeliness: 'IN_TIME' });
  });

  it('is cancelled by nobody any more, but another one is, before anybody comes', async () => {
    await as('fuzhou').isRefused('422 R1.3-2 第一章三 日常督导已经开始,不能取消。', `${daily}/cancel-daily-supervision`, { reason: '不再需要' });
    await as('agency-a-1').does('sessions/two/register-session', { ...SESSION, venue: '实训楼二层', startsAt: '2026-12-22T01:00:00.000Z', endsAt: '2026-12-22T09:00:00.000Z' });
    await as('fuzhou').does('daily-cases/d-2/plan-daily-supervision', { ...plan, sessionId: 'two' });
    await as('fuzhou').does('daily-cases/d-2/cancel-daily-supervision', { reason: '场次取消' });
    expect(await as('fuzhou').toDo('&whose=ALL')).toEqual(expect.not.arrayContaining([expect.stringContaining('Daily')]));
  });

  it('is read as it was and as it is', async () => {
    const told = await as('fuzhou').isTold(daily);
    expect(told).toHaveLength(28);
    expect(told.slice(15, 21)).toEqual([
      '场次已过,日常督导未实施,已接受委派而未到场1名',
      '督导员回避(本人提出):近十二个月内受该机构有偿聘请',
      '撤回对督导员的委派',
      '按抽取次序递补督导员1名',
      '随场次改期至2026年12月15日至2026年12月15日,督导员应当重新了解当次评价活动',
      '委派督导员',
    ]);
    expect((await as('fuzhou').readsAsOf(daily, 7)).stage).toBe('DISPATCHED');
    const replaced = ['因督导员不能参加,按抽取次序递补1名', '因督导员经催告未答复,按抽取次序递补1名', '因督导员回避,按抽取次序递补1名'];
    expect((await as('fuzhou').isTold('draws/d-1-d1')).slice(3)).toEqual([...replaced, '抽取关闭:日常督导已结束']);
    expect(await as('fuzhou').opens('Replacements')).toEqual({ total: 3, sentences: replaced });
    expect(journey().server.refusals).toEqual([]);
  });
});
