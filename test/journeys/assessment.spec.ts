import { CONDUCT_RULES } from '#libs/regulation/codes';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { aJourney } from '#test/journeys/support/journey';
import { cleanRecord, isPlanned, isSupervised } from '#test/journeys/support/daily';

const idOf = (supervisorId: string) => assessmentIdOf({ by: 'MUNICIPAL_CENTER', organisation: '3501' }, supervisorId);
const conduct = (unkept?: string) => Object.keys(CONDUCT_RULES).map((duty) => ({ duty, kept: duty !== unkept, ...(duty === unkept && { remark: '未佩戴证卡' }) }));
const suspension = (assessmentId: string) => ({ decisionNo: '榕停1号', reasons: '考核不合格', scope: 'ALL', assessment: { assessmentId, assessmentNo: '榕考1' } });

/** b.9 考核档案: opened by the first dispatch, filled by what happens, and judged once a year. */
describe('the assessment of a supervisor', () => {
  const journey = aJourney(async (started) => {
    await started.schools('a-1');
    await started.supervisors('one');
    await isPlanned(started);
    await isSupervised(started, 'd-1');
  });
  const as = (persona: string) => journey().as(persona);
  const file = `assessment-files/${idOf('s-one')}`;
  const marks = async (persona: string) => (await as(persona).reads('supervisors/s-one/file')).assessments.entries[0].marks as readonly string[];
  const entries = async () => ((await as('fuzhou').reads(file)).record as readonly { type: string; data: { outcome?: string } }[]).map(({ type, data }) => [type, data.outcome].filter(Boolean).join(' '));

  it('begins with the first dispatch, and notes by itself what is late', async () => {
    expect(await entries()).toEqual([]);
    await journey().comes('2026-12-09');
    expect(await entries()).toEqual(['TaskEntryAdded OVERDUE']);
    await as('supervisor-p-one').does('daily-cases/d-1/submit-record', { form: cleanRecord('C2.05'), signed: true });
    expect(await entries()).toEqual(['TaskEntryAdded OVERDUE', 'TaskEntryAdded DELIVERED']);
    expect(await as('fuzhou').toDo()).toContain('AssessConduct');
  });

  it('is of the dispatcher alone: conduct by every duty, commendation, learning', async () => {
    await as('xiamen').findsNothingAt(file);
    await as('xiamen').isRefused('403 R2.8-1 第二章八 督导员由委派其的机构考核,其他机构不得办理。', `${file}/assess-conduct`, { caseId: 'd-1', mark: 'GOOD', conduct: conduct() });
    await as('fuzhou').isRefused('422 R2.8-1 第二章八 评价应当逐项写明第二章七各项要求是否做到,未做到的说明情况。', `${file}/assess-conduct`, { caseId: 'd-1', mark: 'GOOD', conduct: conduct().slice(1) });
    await as('fuzhou').isRefused('422 R2.8-1 第二章八 只能评价本机构委派该督导员参加的任务,每项任务评价一次。', `${file}/assess-conduct`, { caseId: 'd-9', mark: 'GOOD', conduct: conduct() });
    await as('fuzhou').does(`${file}/assess-conduct`, { caseId: 'd-1', mark: 'INSUFFICIENT', conduct: conduct('K1') });
    await as('fuzhou').does(`${file}/add-commendation`, { text: '发现收费问题', evidence: ['ev-1'] });
    await as('fuzhou').isRefused('422 R2.9-1 第二章九 学习情况应当在完成之后记入,完成日期应当真实存在。', `${file}/add-learning-entry`, { title: '政策学习', hours: 8, completedOn: '2027-01-01' });
    await as('fuzhou').does(`${file}/add-learning-entry`, { title: '政策学习', hours: 8, completedOn: '2026-12-05' });
    await as('fuzhou').isRefused('422 R2.8-2 第二章八 记入考核档案的问题应当写明事实并附证据。', `${file}/add-issue-entry`, { ground: 'S3', description: '逾期', evidence: [] });
  });

  it('is concluded when its period is over, and told to the supervisor before anything follows', async () => {
    await as('fuzhou').does(`${file}/open-assessment-period`, { assessmentNo: '榕考1', from: '2026-01-01' });
    await as('fuzhou').isRefused('422 R2.8-1 第二章八 上一次考核结束之后才能开始新的考核,考核编号不得重复,考核期不得重叠。', `${file}/open-assessment-period`, { assessmentNo: '榕考2', from: '2026-06-01' });
    await as('fuzhou').isRefused('422 R2.8-1 第二章八 考核期届满之后作出一次考核结论。', `${file}/conclude-assessment`, { result: 'FAIL', reasons: '履职不力' });
    await journey().comes('2027-01-04');
    expect((await as('fuzhou').toDo()).filter((todo) => todo.startsWith('ConcludeAssessment'))).toEqual(['ConcludeAssessment 2027-02-01']);
    expect((await as('fuzhou').reads('upcoming?days=60')).items).toContainEqual(expect.objectContaining({ command: 'FlagAssessmentOverdue', happens: '记为考核结论逾期未作出', date: '2027-02-01', prevents: '作出考核结论' }));
    expect(await marks('fuzhou')).toEqual(['记录5条']);
    await journey().comes('2027-02-02');
    expect((await as('fuzhou').reads('upcoming?days=60')).items).not.toContainEqual(expect.objectContaining({ command: 'FlagAssessmentOverdue' }));
    expect((await as('fuzhou').isTold(file)).at(-1)).toBe('考核榕考1逾期未作出结论(应于2027年2月1日前)。');
    expect((await as('fuzhou').reads('todos')).items[0]).toMatchObject({ command: 'ConcludeAssessment', urgency: 'OVERDUE' });
    expect(await marks('fuzhou')).toEqual(['记录5条', '考核结论逾期']);
    await as('fuzhou').does(`${file}/conclude-assessment`, { result: 'FAIL', reasons: '履职不力' });
    expect((await as('supervisor-p-one').reads(file)).periods[0]).not.toHaveProperty('result');
    await as('supervisor-p-one').isRefused('422 R2.8-1 第二章八 本人在被告知不合格的考核结论之后、作出处理决定之前可以提出一次异议。', `${file}/raise-objection`, { statement: '当日已佩戴' });
    await as('fuzhou').does(`${file}/inform-supervisor`);
    expect(await as('supervisor-p-one').reads(file)).toMatchObject({ periods: [{ result: 'FAIL' }] });
  });

  it('hears the objection first, and then has exactly one consequence, which the credential follows', async () => {
    await as('supervisor-p-one').does(`${file}/raise-objection`, { statement: '当日已佩戴' });
    await as('fuzhou').isRefused('422 R2.8-1 第二章八 本人提出异议的,应当先对异议作出一次处理。', `${file}/take-fail-decision`, { decision: 'SUSPEND', reasons: '初次' });
    await as('fuzhou').does(`${file}/decide-objection`, { outcome: 'REJECTED', reasons: '有照片为证' });
    await as('fuzhou').isRefused('422 R2.8-3 第二章八 依据考核结果暂停或者建议取消资格,应当与考核档案中已作出的处理决定一致。', 'supervisors/s-one/suspend-dispatch', suspension(idOf('s-one')));
    await as('fuzhou').does(`${file}/take-fail-decision`, { decision: 'SUSPEND', reasons: '初次' });
    await as('fuzhou').isRefused('422 R2.8-3 第二章八 对考核不合格的人员应当作出且只作出一项处理决定:暂停或者取消其资格;考核合格的不得作出。', `${file}/take-fail-decision`, { decision: 'CANCEL', reasons: '再议' });
    await as('xiamen').isRefused('422 R2.8-3 第二章八 只有考核不合格的人员,才能依据考核结果暂停或取消其资格。', 'supervisors/s-one/suspend-dispatch', { ...suspension(idOf('s-one')), scope: 'OWN' });
    await as('fuzhou').does('supervisors/s-one/suspend-dispatch', suspension(idOf('s-one')));
    await as('fuzhou').does(`${file}/close-assessment-period`);
    expect(await as('fuzhou').reads('supervisors/s-one')).toMatchObject({ state: 'SUSPENDED' });
  });

  it('stands beside a record that fraud puts in doubt, of which the agency learns nothing', async () => {
    const findings = [{ ground: 'S5', description: '未到现场即填写记录表', evidence: ['ev-2'], caseId: 'd-1' }];
    await as('fuzhou').does('supervisors/s-one/give-criticism', { decisionNo: '榕教2号', reasons: '事实清楚', grounds: { severity: 'ORDINARY', findings } });
    expect(await as('fuzhou').reads('daily-cases/d-1')).toMatchObject({ stage: 'RECORD_SUBMITTED', members: [{ supervisorId: 's-one', taintedBy: '榕教2号' }] });
    expect((await as('fuzhou').isTold('daily-cases/d-1')).at(-1)).toBe('有督导员因弄虚作假受到处理(榕教2号),督导记录存疑');
    expect(JSON.stringify(await as('agency-a-1').reads('daily-measures?limit=10'))).not.toContain('榕教2号');
  });

  it('is read by the dispatcher, the province and the supervisor, in sentences', async () => {
    const told = await as('supervisor-p-one').isTold(file);
    expect(told.slice(0, 4)).toEqual(['首次委派(任务d-1),建立考核档案。', '任务d-1至2026年12月9日逾期未完成。', '任务d-1于2026年12月9日完成(逾期1日)。', '任务d-1履职评价不合格,第二章七各项要求未做到第1项。']);
    expect(told.slice(-3)).toEqual(['异议不成立:有照片为证', '就考核榕考1不合格决定暂停委派:初次', '考核榕考1结束。']);
    expect(await as('fuzhou').toDo()).toEqual(['ReviewRecord', 'OpenAssessmentPeriod']);
    const suspended = await as('province').opens('SupervisorStandings', { standing: 'SUSPENDED' });
    expect(suspended).toEqual({ total: 1, sentences: [expect.stringContaining('考核不合格(考核编号榕考1)')] });
    expect(journey().server.refusals).toEqual([]);
  });
});
