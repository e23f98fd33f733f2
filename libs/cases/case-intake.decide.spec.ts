import { accessRules } from '#libs/access/access.rules';
import { caseRules } from '#libs/cases/case.rules';
import { tellCase } from '#libs/cases/case.timeline';
import { intakeRules } from '#libs/cases/case-intake.rules';
import { recorded } from '#libs/event-sourcing/given';
import { matterComplaintRules } from '#libs/cases/matter-complaint.rules';
import { after, agency, and, at, before, dataOf, evidence, fuzhou, KNOWN, opening, otherSchool, preliminary, province, school, supervisor, system, through, xiamen } from '#libs/cases/case-story';

const open = (body: object = {}, by = fuzhou, known: object = KNOWN) =>
  after([], by, at('03-02'), at('03-02'), known).when('OpenSpecialSupervision', { ...opening, ...body });
const ACCEPTED = { stage: 'ACCEPTED', agencyId: 'agency-1' };
const centralBranch = { ...KNOWN, agency: { ...agency, isCentralBranch: true } };

describe('opening a special supervision', () => {
  it('records what the decision knew of the agency, and who leads the case', () => {
    const data = dataOf(open().facts, 'SpecialSupervisionOpened');
    expect(data).toStrictEqual({ kind: 'SPECIAL', ...opening, agencyName: agency.name, agencyType: 'SCHOOL', area: '3501', isCentralBranch: false, dispatcher: '3501' });
  });

  it('is for the centre of the filing, or the province', () => {
    open({}, xiamen).expectRefusal(accessRules.CenterActsInItsOwnArea);
    expect(dataOf(open({}, province).facts, 'SpecialSupervisionOpened').dispatcher).toBe('FJ');
    open({}, school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('leaves branches of central bodies to the province', () => {
    open({}, fuzhou, centralBranch).expectRefusal(accessRules.CentralBranchesBelongToTheProvince);
    open({}, province, centralBranch).expectTypes(['SpecialSupervisionOpened']);
  });

  it('refuses what the Measures do not cover', () => {
    open({ venueDivision: '360100' }).expectRefusal(intakeRules.VenueIsInFujian);
    open({ activityType: 'VOCATIONAL_QUALIFICATION' }).expectRefusal(intakeRules.OnlySkillLevelRecognition);
    open({}, fuzhou, { ...KNOWN, agency: undefined }).expectRefusal(intakeRules.SupervisedAgencyIsRegistered);
  });

  it('asks for a reason unless the agency was drawn at random', () => {
    open({ reason: undefined }).expectRefusal(intakeRules.TargetSelectionNeedsReason);
  });

  it('takes an agency as drawn at random only from a draw of targets by the same centre, and names no draw otherwise', () => {
    const drawn = { reason: undefined, targetSelection: 'RANDOM_DRAW', targetDrawId: '3501-agencies-2026-03-t1' };
    const taken = dataOf(open(drawn, fuzhou, { ...KNOWN, drawnBy: '3501' } as never).facts, 'SpecialSupervisionOpened');
    expect([taken.targetDrawId, Object.keys(taken).includes('reason')]).toEqual([drawn.targetDrawId, false]);
    for (const drawnBy of [undefined, 'FJ']) open(drawn, fuzhou, { ...KNOWN, drawnBy } as never).expectRefusal(intakeRules.SpecialTargetWasDrawn);
    open({ targetDrawId: drawn.targetDrawId }).expectRefusal(intakeRules.SpecialTargetWasDrawn);
  });

  it.each([['2026-03-01', '2026-03-24'], ['2026-03-24', '2026-03-23'], ['2026-02-30', '2026-03-24'], ['2026-03-24', '2026-03-32']])('refuses the planned days %s to %s', (onSiteFrom, onSiteTo) => {
    open({ onSiteFrom, onSiteTo }).expectRefusal(intakeRules.PlannedDaysAreReal);
  });

  it('may plan a single day, and be on site the same day', () => {
    open({ onSiteFrom: '2026-03-02', onSiteTo: '2026-03-02' }).expectTypes(['SpecialSupervisionOpened']);
  });
});

describe('the matters', () => {
  const drafted = through('OpenSpecialSupervision');
  const define = (body: object, by = fuzhou) => after(drafted, by, at('03-02')).when('DefineMatters', body);
  const other = { item: 'C2.99', detail: '核查考核设备设施是否与申报备案时提交的清单一致', approvedBy: 'chief-3501' };

  it('belong to the centre that opened the case', () => {
    define({ matters: [{ item: 'C1' }] }, province).expectRefusal(caseRules.OnlyTheDispatcherLeadsTheCase);
    define({ matters: [{ item: 'C1' }] }).expectTypes(['MattersDefined']);
  });

  it('are defined once, each item once', () => {
    define({ matters: [{ item: 'C1' }, { item: 'C1' }] }).expectRefusal(intakeRules.MatterIsNamedOnce);
    after(through('DefineMatters'), fuzhou, at('03-02')).when('DefineMatters', { matters: [{ item: 'C1' }] }).expectRefusal(intakeRules.MattersAreDefinedOnce);
  });

  it('say in twenty characters what “other” is, approved by a second person', () => {
    define({ matters: [{ ...other, detail: '字'.repeat(19) }] }).expectRefusal(intakeRules.CatchAllMatterNeedsText);
    define({ matters: [{ ...other, detail: '字'.repeat(20) }] }).expectTypes(['MattersDefined']);
    define({ matters: [{ ...other, approvedBy: fuzhou.person }] }).expectRefusal(intakeRules.CatchAllMatterNeedsApprover);
    define({ matters: [{ ...other, approvedBy: undefined }] }).expectRefusal(intakeRules.CatchAllMatterNeedsApprover);
    define({ matters: [other] }).expectFacts([{ type: 'MattersDefined', data: { matters: [other] as never } }]);
  });

  it('name the complaint that is verified', () => {
    define({ matters: [{ item: 'C3' }] }).expectRefusal(intakeRules.ComplaintMatterNeedsComplaint);
    const verifying = (complaint: object | undefined, name = 'DefineMatters', events = drafted) =>
      after(events, fuzhou, at('03-02'), at('03-02'), { ...KNOWN, complaint }).when(name, { matters: [{ item: 'C3' }], complaintRef: 'complaint-3', reason: '线索' });
    verifying(ACCEPTED).expectFacts([{ type: 'MattersDefined', data: { matters: [{ item: 'C3' }], complaintRef: 'complaint-3' } }]);
    verifying(ACCEPTED, 'WidenMatters', through('DefineMatters')).expectFacts([{ type: 'MattersWidened', data: { added: [{ item: 'C3' }], reason: '线索', complaintRef: 'complaint-3' } }]);
    for (const name of ['DefineMatters', 'WidenMatters']) {
      const events = name === 'DefineMatters' ? drafted : through('DefineMatters');
      for (const other of [undefined, { ...ACCEPTED, agencyId: 'agency-2' }, { ...ACCEPTED, stage: 'REGISTERED' }, { ...ACCEPTED, stage: 'CONCLUDED' }]) {
        verifying(other, name, events).expectRefusal(matterComplaintRules.ComplaintOfMatterIsAccepted);
      }
    }
  });

  it('are widened until the visit ends, and after its start only with a notice', () => {
    const wider = { matters: [{ item: 'C1' }], reason: '发现新线索' };
    after(drafted, fuzhou, at('03-02')).when('WidenMatters', wider).expectRefusal(intakeRules.MattersWidenUntilTheEndOnSite);
    after(through('DefineMatters'), fuzhou, at('03-02')).when('WidenMatters', wider).expectTypes(['MattersWidened']);
    const onSite = after(through('StartOnSite'), fuzhou, at('03-23'));
    onSite.when('WidenMatters', wider).expectRefusal(intakeRules.WideningOnSiteNeedsNotice);
    onSite.when('WidenMatters', { ...wider, notice: '增加督导事项' }).expectTypes(['MattersWidened']);
    onSite.when('WidenMatters', { ...wider, notice: '增加', matters: [{ item: 'C2.03' }] }).expectRefusal(intakeRules.MatterIsNamedOnce);
    after(through('EndOnSite'), fuzhou, at('03-24')).when('WidenMatters', { ...wider, notice: '增加' }).expectRefusal(intakeRules.MattersWidenUntilTheEndOnSite);
  });
});

describe('the notice and the self-assessment report', () => {
  it('the notice follows the group and sets ten working days', () => {
    after(through('DefineMatters'), fuzhou, at('03-02')).when('ServeSupervisionNotice', { text: '通知' }).expectRefusal(intakeRules.NoticeFollowsTheGroup);
    const { selfReportDue } = dataOf(through('ServeSupervisionNotice'), 'SupervisionNoticeServed');
    expect([selfReportDue.date, selfReportDue.provisional, selfReportDue.calendarVersions]).toEqual(['2026-03-17', false, ['2026v1']]);
    after(through('ServeSupervisionNotice'), fuzhou, at('03-04')).when('ServeSupervisionNotice', { text: '通知' }).expectRefusal(intakeRules.NoticeFollowsTheGroup);
  });

  it('the notice cannot have been served before the group was formed', () => {
    after(through('FormGroup'), fuzhou, at('03-04'), at('03-01')).when('ServeSupervisionNotice', { text: '通知' }).expectRefusal(caseRules.StepsFollowInTime);
  });

  it('the report comes once, from the agency itself', () => {
    const body = { summary: '自查情况', evidence: [] };
    after(through('FormGroup'), school, at('03-03')).when('SubmitSelfReport', body).expectNotFound();
    after(through('ServeSupervisionNotice'), otherSchool, at('03-10')).when('SubmitSelfReport', body).expectRefusal(accessRules.AgencySpeaksForItself);
    after(through('SubmitSelfReport'), school, at('03-10')).when('SubmitSelfReport', body).expectRefusal(intakeRules.SelfReportAnswersTheNotice);
  });

  it('its absence is recorded at the end of the period, and a late report is still taken', () => {
    const served = through('ServeSupervisionNotice');
    after(served, system, at('03-17', 23)).when('RecordSelfReportMissing').expectFacts([]);
    after(served, fuzhou, at('03-18')).when('RecordSelfReportMissing').expectRefusal(accessRules.OnlyTheSystem);
    const missing = and(served, system, '2026-03-17T16:00:00.000Z', 'RecordSelfReportMissing');
    expect(missing.at(-1)?.type).toBe('SelfReportMissing');
    after(missing, system, at('03-18')).when('RecordSelfReportMissing').expectFacts([]);
    const late = after(missing, school, at('03-18')).when('SubmitSelfReport', { summary: '补交', evidence: [] });
    expect(dataOf(late.facts, 'SelfReportSubmitted').late).toBe(true);
    const onSite = and(missing, supervisor(1), at('03-23'), 'StartOnSite', { present: ['s-1'] });
    const ended = and(and(onSite, supervisor(1), at('03-23'), 'HearViews', { minutes: '记录', evidence: [] }), supervisor(1), at('03-24'), 'EndOnSite', { summary: '情况', evidence: [evidence('ev-1')] });
    after(ended, school, at('03-24')).when('SubmitSelfReport', { summary: '补交', evidence: [] }).expectTypes(['SelfReportSubmitted']);
    const formed = and(ended, supervisor(1), at('03-25'), 'FormPreliminaryOpinion', preliminary);
    after(formed, school, at('03-25')).when('SubmitSelfReport', { summary: '补交', evidence: [] }).expectRefusal(intakeRules.SelfReportAnswersTheNotice);
  });
});

describe('a joint supervision (A-16)', () => {
  it('is marked with its reason, and told as joint', () => {
    const open = (body: object) => after([], fuzhou, at('03-02')).when('OpenSpecialSupervision', { ...opening, ...body });
    const joint = open({ jointReason: '与省中心联合督导' });
    expect(dataOf(joint.facts, 'SpecialSupervisionOpened').jointReason).toBe('与省中心联合督导');
    expect(tellCase(recorded(joint.facts[0] as never))).toContain('联合督导');
    expect(dataOf(open({}).facts, 'SpecialSupervisionOpened')).not.toHaveProperty('jointReason');
    expect(tellCase(recorded(open({}).facts[0] as never))).not.toContain('联合督导');
  });
});

describe('cancelling', () => {
  it('is possible while nothing on site has begun, and ends the case', () => {
    after(through('StartOnSite'), fuzhou, at('03-23')).when('CancelSupervision', { reason: '机构停业' }).expectRefusal(intakeRules.NothingOnSiteHasBegun);
    const cancelled = and(before('StartOnSite'), fuzhou, at('03-20'), 'CancelSupervision', { reason: '机构停业' });
    after(cancelled, fuzhou, at('03-20')).when('CancelSupervision', { reason: '机构停业' }).expectRefusal(caseRules.CaseIsStillOpen);
    after(cancelled, supervisor(1), at('03-23')).when('StartOnSite', { present: ['s-1'] }).expectRefusal(caseRules.CaseIsStillOpen);
    after(cancelled, system, at('03-23')).when('SeatDrawnSupervisors', { drawId: 'd-2', members: [] }).expectFacts([]);
  });
});
