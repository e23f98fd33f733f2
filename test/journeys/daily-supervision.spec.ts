import { form, measure as letter } from '#libs/cases/daily-story';
import { DECLARATION, SESSION } from '#test/journeys/support/daily';
import { aJourney, evidence } from '#test/journeys/support/journey';

const daily = 'daily-cases/d-1';
const plan = { sessionId: 'one', targetSelection: 'RISK', reason: '多次举报', matters: [{ item: 'C2.05' }, { item: 'C2.03' }], inspection: 'COVERT', covertReason: '防止提前准备' };

/** b.3 外督日常督导 with its b.2 draw: covert, to a letter that is not answered, and from there to a sanction. */
describe('a daily supervision', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one', 'two');
    await started.as('agency-a-1').does('sessions/one/register-session', SESSION);
  });
  const as = (persona: string) => journey().as(persona);
  let drawn = '';
  let other = '';
  const supervisor = () => as(`supervisor-p-${drawn}`);

  it('is planned by the centre of the venue for one session, with matters and a reason', async () => {
    await as('xiamen').isRefused('403 R1.5-3 第一章五 设区市中心(含平潭)只办理所辖范围内的质量督导事项。', `${daily}/plan-daily-supervision`, plan);
    await as('department').isRefused('403 R1.3-2 第一章三 外督督导任务由各级职业技能鉴定指导中心委派,其他单位不得办理。', `${daily}/plan-daily-supervision`, plan);
    const { reason: _reason, ...unreasoned } = plan;
    await as('fuzhou').isRefused('422 R3.3-1 第三章三 督导场次不是随机抽取的,应当说明选取理由。', `${daily}/plan-daily-supervision`, unreasoned);
    await as('fuzhou').isRefused('422 R3.1(三) 第三章一 调查核实群众举报的,应当关联已登记的举报。', `${daily}/plan-daily-supervision`, { ...plan, matters: [{ item: 'C3' }] });
    await as('fuzhou').does(`${daily}/plan-daily-supervision`, plan);
    await as('province').isRefused('422 R1.5-3 第一章五 该场次已有日常督导;由两个委派机构共同督导的,应当标明联合督导并说明理由。', 'daily-cases/d-2/plan-daily-supervision', plan);
    expect(await as('fuzhou').toDo()).toEqual(['PrepareDailyDraw 2026-12-01']);
  });

  it('is given to whom the draw gives it, and to nobody by name', async () => {
    await as('fuzhou').isRefused('422 R2.5-1 第二章五 该督导员不是已抽中、尚未到场的督导员,或者已经委派。', `${daily}/dispatch-supervisor`, { supervisorId: 's-one' });
    await as('province').isRefused('422 R2.5-3 第二章五 本中心外督名录不足或者已无人递补的,才能由省中心扩大到全省抽取。', 'draws/d-1-d1/prepare-daily-draw', { caseId: 'd-1' });
    await as('fuzhou').does('draws/d-1-d1/prepare-daily-draw', { caseId: 'd-1' });
    [drawn, other] = ((await as('fuzhou').reads('draws/d-1-d1')).order as readonly { candidateId: string }[]).map(({ candidateId }) => candidateId.slice(2)) as [string, string];
    await as('fuzhou').isRefused('422 R2.5-2 第二章五 督导员已经抽取;只有席位无人递补时才能再次抽取。', 'draws/d-1-d2/prepare-daily-draw', { caseId: 'd-1' });
    await supervisor().isRefused('422 R2.5-1 第二章五 该督导员的委派不在待答复状态。', `${daily}/accept-daily-assignment`, DECLARATION);
    await as('fuzhou').does(`${daily}/dispatch-supervisor`, { supervisorId: `s-${drawn}` });
    await as('agency-a-1').isRefused('422 R3.6-2 第三章六 同一人在同一场次只能担任外督、内督、考评、考务中的一项工作。', 'sessions/one/assign-session-staff', { staff: [{ personId: `p-${drawn}`, role: 'EXAMINER' }] });
    await supervisor().isRefused('422 R3.6-1 第三章六 接受委派前应当签署现行的无利益冲突声明。', `${daily}/accept-daily-assignment`, { ...DECLARATION, signed: false });
    expect(await supervisor().toDo()).toEqual(['AcceptDailyAssignment 2026-12-01']);
    await supervisor().does(`${daily}/accept-daily-assignment`, DECLARATION);
  });

  it('begins with the briefing and the check-in on the day, for nobody without an assignment', async () => {
    await supervisor().isRefused('422 R3.3.外(一) 第三章三 到场(上线)之前应当先接受委派,并了解当次评价活动的总体情况。', `${daily}/check-in`, { mode: 'ONSITE' });
    await supervisor().does(`${daily}/acknowledge-session-briefing`);
    await supervisor().isRefused('422 R2.6(一) 第二章六 应当在场次进行的日期内到场(上线);场次未到日期、已经结束或者取消的不能到场(上线)。', `${daily}/check-in`, { mode: 'ONSITE' });
    await journey().comes('2026-12-01', 9);
    await as(`supervisor-p-${other}`).isRefused('403 R2.5-1 第二章五 未经委派不得参加督导工作任务;本次行为已经记录。', `${daily}/check-in`, { mode: 'ONSITE' });
    await supervisor().does(`${daily}/check-in`, { mode: 'ONSITE', cardNumber: 'R35260001' });
    await as('fuzhou').isRefused('422 R1.3-2 第一章三 日常督导已经开始,不能取消。', `${daily}/cancel-daily-supervision`, { reason: '人员调整' });
  });

  it('stays unknown to the agency until it is disclosed', async () => {
    const question = { item: 'C2.03', text: '收费标准依据哪份文件?' };
    await as('agency-a-1').findsNothingAt('daily-measures/d-1');
    await supervisor().isRefused('422 R2.6(五) 第二章六 暗访公开之前,不得向评价机构询问或者调阅文件、资料。', `${daily}/raise-daily-inquiry`, question);
    await supervisor().does(`${daily}/add-daily-evidence`, { means: 'OBSERVATION', item: 'C2.05', note: '考场未清场', evidence: [evidence('ev-1')] });
    await supervisor().does(`${daily}/escalate-incident`, { facts: '考场停电,评价中断', evidence: [] });
    await supervisor().does(`${daily}/disclose-daily-inspection`, { text: '现公开督导身份', cardNumber: 'R35260001' });
    await supervisor().isRefused('422 R2.6(二) 第二章六 询问应当针对本次督导事项。', `${daily}/raise-daily-inquiry`, { ...question, item: 'C2.01' });
    await supervisor().does(`${daily}/raise-daily-inquiry`, question);
    await as('agency-a-1').does(`${daily}/answer-daily-inquiry`, { no: 1, answer: '校内文件', evidence: [] });
    expect(await as('agency-a-1').reads('daily-measures/d-1')).toMatchObject({ asks: [{ status: 'ANSWERED' }], measures: [] });
  });

  it('ends with the session; the record is due in five working days, is late after them, and is never edited', async () => {
    await supervisor().isRefused('422 R3.7-1 第三章七 督导情况记录表由已到场(上线)的督导员在日常督导结束后提交一次;其后的改动应当办理更正。', `${daily}/submit-record`, { form, signed: true });
    await journey().comes('2026-12-01', 18);
    expect(await supervisor().toDo()).toEqual(['SubmitRecord 2026-12-08']);
    await journey().comes('2026-12-09');
    expect(await as('fuzhou').reads(daily)).toMatchObject({ stage: 'ENDED', timeliness: 'OVERDUE' });
    await supervisor().isRefused('422 R3.3.外(二) 第三章三 督导情况记录表应当至少写明一种督导形式,同一形式只列一次。', `${daily}/submit-record`, { form: { ...form, methods: [] }, signed: true });
    await supervisor().isRefused('422 R1.1-1 第一章一 发现问题的,应当同时提出指导意见。', `${daily}/submit-record`, { form: { ...form, guidance: [] }, signed: true });
    await supervisor().does(`${daily}/submit-record`, { form, signed: true });
    await as('fuzhou').isRefused('403 R2.5-1 第二章五 质量督导员实行委派制,未经委派不得参加督导工作任务。', `${daily}/correct-record`, { form, signed: true, reason: '更正' });
    await supervisor().does(`${daily}/correct-record`, { form, signed: true, reason: '更正人数' });
  });

  it('is reviewed before a measure is taken; a letter is answered by nobody, though reminded', async () => {
    await as('fuzhou').isRefused('422 R3.3.外(三) 第三章三 委派机构研判督导情况记录表之后,才能决定无需处理或者采取措施;已办结的不再决定。', `${daily}/issue-reminder-letter`, letter);
    await as('fuzhou').does(`${daily}/review-record`, { reasons: '收费公示存在问题' });
    await as('fuzhou').isRefused('422 R3.3.外(三) 第三章三 措施所列问题应当是督导情况记录表记录的问题,每项一次。', `${daily}/issue-reminder-letter`, { ...letter, findings: [{ item: 'C2.05', facts: '无' }] });
    await as('fuzhou').does(`${daily}/issue-reminder-letter`, letter);
    await as('fuzhou').isRefused('422 R3.3.外(三) 第三章三 已经采取措施的,不能决定无需处理。', `${daily}/decide-no-measure`, { reasons: '轻微' });
    await as('fuzhou').does(`${daily}/open-verification`, letter);
    await as('fuzhou').does(`${daily}/issue-quality-bulletin`, letter);
    await as('fuzhou').does(`${daily}/hold-admonitory-talk`, { ...letter, heldOn: '2026-12-09' });
    const improving = async () => (await as('agency-a-1').toDo()).filter((command) => command === 'ReportImprovement').length;
    expect(await improving()).toBe(2);
    await as('agency-a-1').does(`${daily}/report-improvement`, { measure: 'ADMONITORY_TALK', statement: '已组织学习', evidence: [] });
    expect(await improving()).toBe(1);
    await as('fuzhou').does(`${daily}/confirm-improvement`, { measure: 'ADMONITORY_TALK', conclusion: '属实' });
    await as('fuzhou').isRefused('422 R3.3.外(四) 第三章三 已采取措施,且约谈和提醒事项的完善整改全部确认或者认定拒不改进之后,才能办结日常督导。', `${daily}/close-daily-supervision`, { summary: '办结' });
    await as('fuzhou').does(`${daily}/remind-improvement`, { measure: 'REMINDER_LETTER', text: '请说明' });
    await as('fuzhou').isRefused('422 R4.2(三) 第四章二 约谈、提醒事项明确拒绝改进,或者经催告逾期没有说明的,才能认定拒不采取改进措施一次。', `${daily}/record-improvement-refusal`, { measure: 'REMINDER_LETTER', ground: 'SILENT_AFTER_REMINDER', reasons: '未说明' });
    await journey().comes('2027-01-20');
    await as('fuzhou').does(`${daily}/record-improvement-refusal`, { measure: 'REMINDER_LETTER', ground: 'SILENT_AFTER_REMINDER', reasons: '未说明' });
  });

  it('leads to a sanction that rests on it, and is closed', async () => {
    const opening = { agencyId: 'a-1', severity: 'ORDINARY', severityReasons: '未造成后果', persons: [], violations: [{ ground: 'G3', description: '对提醒函拒不采取改进措施', evidence: ['ev-1'], supervision: 'daily-d-1' }] };
    await as('fuzhou').does('agency-sanctions/g-1/open-violation-case', opening);
    await as('fuzhou').does(`${daily}/close-daily-supervision`, { summary: '办结' });
    expect(await as('fuzhou').toDo('&whose=ALL')).not.toEqual(expect.arrayContaining([expect.stringContaining('Daily')]));
  });

  it('is read as it was and as it is', async () => {
    const told = await as('fuzhou').isTold(daily);
    expect(told).toHaveLength(27);
    expect(told).toEqual(expect.arrayContaining([
      '未经委派的人员试图到场/上线,已拒绝',
      '日常督导结束(按场次计划时间),督导情况记录表应于2026年12月8日24时前提交',
      '督导情况记录表逾期未提交(应于2026年12月8日24时前)',
      '提交督导情况记录表:问题1项,逾期1天',
      '发出提醒函榕技督提〔2026〕1号:问题1项',
      '认定对提醒函事项拒不采取改进措施(经催告逾期)',
      '据本次督导对评价机构立案查处:对督导意见拒不采取改进措施的',
    ]));
    expect(await as('fuzhou').readsAsOf(daily, 1)).toMatchObject({ stage: 'DRAWN', members: [{ supervisorId: `s-${drawn}`, status: 'SEATED' }] });
    expect(await as('fuzhou').readsAsOf(daily, 16)).toMatchObject({ stage: 'REVIEWED', measures: [] });
    expect(await as('fuzhou').isTold('draws/d-1-d1')).toEqual([
      '福州中心建立本案第1次抽取榕技督抽〔2026〕1号,从本中心选聘的外督中抽取1名', '名录冻结:可抽取2名,排除0名', '抽取完成:抽中1名,候补1名', '抽取关闭:日常督导已结束',
    ]);
    expect(await as('province').opens('SupervisorsDrawn')).toEqual({ total: 1, sentences: ['抽取完成:抽中1名,候补1名'] });
    expect(journey().server.refusals).toEqual([]);
  });
});
