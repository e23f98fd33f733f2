import { trainingPlan } from '#test/support/supervisors';
import { aJourney } from '#test/journeys/support/journey';

const training = 'trainings/t-1';
const hong = 'supervisors/i-hong';
const plan = trainingPlan('a-1', '2026-12-14');
const unit = { name: '福建某培训中心(样例)', qualificationNo: '闽训资1号', qualifiedFrom: '2026-01-01', qualifiedUntil: '2026-12-31' };
const reviews = ['E1', 'E2', 'E3', 'E4', 'E5'].map((condition) => ({ condition, met: true, ...(condition !== 'E5' && { evidence: '材料' }) }));
const application = { personId: 'p-hong', supervisorType: 'INTERNAL', area: '3501', selection: { by: 'AGENCY', organisation: 'a-1', agencies: ['a-1'] } };

/** b.8 内督培训报备, and the b.1 credential of an internal supervisor that comes out of it. */
describe('the training of internal supervisors', () => {
  const journey = aJourney((started) => started.schools('a-1', 'a-2'));
  const as = (persona: string) => journey().as(persona);

  it('is planned by the agency for its own people, with a unit that is qualified', async () => {
    await as('fuzhou').isRefused('403 R2.3-4 第二章三 评价机构及相关行业部门只负责本单位、本行业内督的培养。', `${training}/draft-training-plan`, plan);
    await as('agency-a-1').isRefused('422 R2.4-2 第二章四 培训学时不得少于规定的最低学时。', `${training}/draft-training-plan`, { ...plan, hours: 1 });
    await as('agency-a-1').does(`${training}/draft-training-plan`, plan);
    await as('agency-a-1').isRefused('422 R2.4-3 第二章四 提供技术支持的单位在培训期间应当具备外督培训考核资质。', `${training}/engage-provider`, { providerId: 'u-1' });
    await as('province').does('training-providers/u-1/qualify-provider', unit);
    await as('agency-a-1').does(`${training}/engage-provider`, { providerId: 'u-1' });
    expect(await as('agency-a-1').toDo()).toEqual(['FileTrainingPlan 2026-12-07', 'DraftTrainingPlan 2027-01-05']);
  });

  it('is filed with the province: reminded of, returned, filed again; nobody approves', async () => {
    await journey().comes('2026-12-07');
    expect(await as('agency-a-1').isTold(training)).toContain('提醒报备培训方案(应于2026年12月7日前)。');
    await as('agency-a-1').isRefused('422 R2.4-2 第二章四 内督培训应当先制定方案并向省中心报备,方可开班。', `${training}/start-training`, { startedOn: '2026-12-07' });
    await as('agency-a-1').does(`${training}/file-training-plan`);
    await as('fuzhou').isRefused('403 R2.3-1 第二章三 培养外督、核发证卡由省中心负责。', `${training}/return-filing`, { reasons: '未列明师资' });
    await as('province').does(`${training}/return-filing`, { reasons: '未列明师资' });
    await as('agency-a-1').does(`${training}/draft-training-plan`, { ...plan, content: '政策法规、督导方法;师资三人' });
    await as('agency-a-1').does(`${training}/file-training-plan`);
    await as('agency-a-1').isRefused('422 R2.4-2 第二章四 应当报备新拟定或者补正后的内督培训方案;外督培训不报备,同一方案不重复报备。', `${training}/file-training-plan`);
    await journey().comes('2026-12-14');
    await as('agency-a-1').does(`${training}/start-training`, { startedOn: '2026-12-14' });
    await as('province').does(`${training}/acknowledge-filing`);
    await as('agency-a-1').isRefused('422 R2.4-2 第二章四 开班之后不得改动培训方案及其技术支持单位。', `${training}/draft-training-plan`, plan);
  });

  it('is of those who applied to that body and were confirmed by it', async () => {
    await as('province').isRefused('403 R1.4-1 第一章四 内督由选聘其的评价机构或相关行业部门办理,其他单位不得办理。', `${hong}/apply-as-supervisor`, application);
    await as('agency-a-1').isRefused('422 R1.4-2 第一章四 评价机构选聘的内督只督导本评价机构,行业部门选聘的应当逐一列明已备案的评价机构。', `${hong}/apply-as-supervisor`, { ...application, selection: { ...application.selection, agencies: ['a-1', 'a-2'] } });
    await as('agency-a-1').does(`${hong}/apply-as-supervisor`, application);
    await as('province').isRefused('403 R2.3-4 第二章三 评价机构及相关行业部门只负责本单位、本行业内督的培养。', `${hong}/confirm-conditions`, { reviews });
    await as('agency-a-1').does(`${hong}/confirm-conditions`, { reviews });
    await as('agency-a-1').isRefused('422 R2.3-4 第二章三 只能培训本单位、本行业已报名参加本次培训的人员。', `${training}/hold-training`, { endedOn: '2026-12-14', hours: 16, attended: ['i-hong'] });
    await as('agency-a-1').does(`${hong}/enrol-in-training`, { trainingClass: '2026-1', trainingId: 't-1', startsOn: '2026-12-14' });
    await as('agency-a-1').does(`${training}/hold-training`, { endedOn: '2026-12-14', hours: 16, attended: ['i-hong'] });
  });

  it('ends in an examination, whose result alone counts for the credential, a term and a card', async () => {
    await as('agency-a-1').isRefused('422 R2.4-1 第二章四 培训应当依次开班、完成、考核、登记成绩,再总结归档。', `${training}/record-training-results`, { scores: [{ supervisorId: 'i-hong', score: 88 }] });
    await as('agency-a-1').does(`${training}/hold-exam`, { examinedOn: '2026-12-14', form: 'WRITTEN' });
    await as('agency-a-1').isRefused('422 R2.2-1 第二章二 考核的对象应当参加过本次培训,每人每次考核一个成绩。', `${training}/record-training-results`, { scores: [{ supervisorId: 'i-other', score: 88 }] });
    await as('agency-a-1').does(`${training}/record-training-results`, { scores: [{ supervisorId: 'i-hong', score: 88 }] });
    await as('agency-a-1').isRefused('422 R2.3-5 第二章三 内督的考核成绩应当与其所参加培训登记的成绩一致。', `${hong}/record-exam-result`, { score: 99, examinedOn: '2026-12-14' });
    await as('agency-a-1').does(`${hong}/record-exam-result`, { score: 88, examinedOn: '2026-12-14' });
    await as('fuzhou').isRefused('403 R1.4-1 第一章四 内督由选聘其的评价机构或相关行业部门办理,其他单位不得办理。', `${hong}/appoint-supervisor`, { termStart: '2026-12-14' });
    await as('agency-a-1').does(`${hong}/appoint-supervisor`, { termStart: '2026-12-14' });
    await as('province').isRefused('403 R2.3-5 第二章三 内督证卡由负责培养的评价机构或相关行业部门核发和管理。', `${hong}/issue-card`, { internalNumber: 'N-HONG' });
    await as('agency-a-1').does(`${hong}/issue-card`, { internalNumber: 'N-HONG' });
    await as('agency-a-1').does(`${training}/close-training`, { summary: '一人合格' });
    expect(await as('internal-p-hong').reads(hong)).toMatchObject({ state: 'APPOINTED', cardNumber: 'N-HONG', termEnd: '2029-12-14' });
  });

  it('is owed again within a year; who lets it go by is reminded by the clock', async () => {
    await journey().comes('2027-01-06');
    expect((await as('fuzhou').reads('agencies/a-2'))).toMatchObject({ trainingMissedOn: '2027-01-05' });
    expect(await as('agency-a-2').toDo()).toEqual(['DraftTrainingPlan 2027-01-05']);
    expect(await as('agency-a-1').toDo()).toEqual([]);
    await journey().comes('2027-12-14');
    expect(await as('agency-a-1').toDo()).toEqual(['DraftTrainingPlan 2027-12-14']);
  });

  it('is read by its body, the centre of the area and the province', async () => {
    const told = await as('province').isTold(training);
    expect(told.slice(2, 8)).toEqual([
      '提醒报备培训方案(应于2026年12月7日前)。', '第1次拟定的方案向省中心报备。', '省中心退回补正:未列明师资',
      '第2次拟定培训方案“内督培训”,2026年12月14日至2026年12月14日,16学时,10人。', '第2次拟定的方案向省中心报备。', '2026年12月14日开班。',
    ]);
    expect(told.slice(-2)).toEqual(['登记成绩:1人中1人合格(合格线60分)。', '培训总结归档:一人合格']);
    expect((await as('agency-a-1').isTold(hong)).slice(-2)).toEqual(['由评价机构a-1聘任为内督,督导a-1,聘期自2026年12月14日至2029年12月14日。', '核发证卡N-HONG,有效期至2029年12月14日。']);
    await as('agency-a-2').findsNothingAt(training);
    expect(journey().server.refusals).toEqual([]);
  });
});
