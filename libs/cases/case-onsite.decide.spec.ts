import { accessRules } from '#libs/access/access.rules';
import { caseRules } from '#libs/cases/case.rules';
import { groupRules } from '#libs/cases/case-group.rules';
import { onSiteRules } from '#libs/cases/case-onsite.rules';
import { after, and, at, before, dataOf, disclosed, evidence, fuzhou, preliminary, school, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import { powersRules } from '#libs/cases/powers.rules';

const present = { present: ['s-1', 's-2'] };
const minutes = { minutes: '听取意见', evidence: [] };
const summary = { summary: '查看考场', evidence: [] };

describe('before the visit', () => {
  it('a group and the end of the self-assessment are needed', () => {
    after(before('FormGroup'), supervisor(1), at('03-02')).when('StartOnSite', present).expectRefusal(groupRules.GroupStands);
    after(through('FormGroup'), supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
    after(through('ServeSupervisionNotice'), supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
  });

  it('only members of the group start it, and name only members', () => {
    after(through('SubmitSelfReport'), fuzhou, at('03-23')).when('StartOnSite', present).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(through('SubmitSelfReport'), supervisor(1), at('03-23')).when('StartOnSite', { present: ['s-1', 's-9'] }).expectRefusal(onSiteRules.PresentAreMembers);
  });

  it('a day outside the plan is recorded as such', () => {
    const started = (day: string) => dataOf(after(through('SubmitSelfReport'), supervisor(1), at(day)).when('StartOnSite', present).facts, 'OnSiteStarted').outsidePlan;
    expect([started('03-22'), started('03-23'), started('03-24'), started('03-25')]).toEqual([true, false, false, true]);
  });

  it('hearing and ending wait for the start', () => {
    after(through('SubmitSelfReport'), supervisor(1), at('03-23')).when('HearViews', minutes).expectRefusal(onSiteRules.ViewsAreHeardOnSite);
    after(through('SubmitSelfReport'), supervisor(1), at('03-23')).when('EndOnSite', summary).expectRefusal(onSiteRules.OnSiteEndsAfterItStarted);
  });
});

describe('a covert visit', () => {
  const covert = disclosed();
  const until = (type: string) => covert.slice(0, covert.findIndex((fact) => fact.type === type));
  const order = { reason: '多次举报' };
  const tell = { text: '现公开督导身份' };

  it('is ordered once, by the dispatcher, between the group and the notice', () => {
    after(through('FormGroup'), supervisor(1), at('03-03')).when('OrderCovertInspection', order).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    after(before('FormGroup'), fuzhou, at('03-03')).when('OrderCovertInspection', order).expectRefusal(onSiteRules.CovertOrderFollowsTheGroup);
    after(through('ServeSupervisionNotice'), fuzhou, at('03-04')).when('OrderCovertInspection', order).expectRefusal(onSiteRules.CovertOrderFollowsTheGroup);
    after(until('OnSiteStarted'), fuzhou, at('03-04')).when('OrderCovertInspection', order).expectRefusal(onSiteRules.CovertOrderFollowsTheGroup);
  });

  it('may still be given up for a notice, and then waits for the report', () => {
    const noticed = and(until('OnSiteStarted'), fuzhou, at('03-04'), 'ServeSupervisionNotice', { text: '通知' });
    after(noticed, supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
    const missing = and(noticed, system, at('03-20'), 'RecordSelfReportMissing');
    const open = and(missing, supervisor(1), at('03-23'), 'StartOnSite', present);
    after(open, supervisor(1), at('03-23')).when('DiscloseInspection', tell).expectRefusal(onSiteRules.DisclosureEndsTheCovertVisit);
  });

  it('is disclosed once, on site, by the group, before the views are heard', () => {
    after(until('OnSiteStarted'), supervisor(1), at('03-23')).when('DiscloseInspection', tell).expectRefusal(onSiteRules.DisclosureEndsTheCovertVisit);
    const onSite = until('InspectionDisclosed');
    after(onSite, fuzhou, at('03-23')).when('DiscloseInspection', tell).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(onSite, supervisor(1), at('03-23')).when('HearViews', minutes).expectRefusal(onSiteRules.DisclosurePrecedesTheViews);
    after(onSite, supervisor(1), at('03-23', 14), at('03-22')).when('DiscloseInspection', tell).expectRefusal(caseRules.StepsFollowInTime);
    after(covert, supervisor(1), at('03-23', 13)).when('DiscloseInspection', tell).expectRefusal(onSiteRules.DisclosureEndsTheCovertVisit);
    after(covert, supervisor(1), at('03-23', 13)).when('HearViews', minutes).expectTypes(['ViewsHeard']);
  });

  it('tells at the disclosure what a notice tells, and flags a card that is not shown or another\'s', () => {
    const { text, matters, selfReportDue, cardFlag } = dataOf(covert, 'InspectionDisclosed');
    expect([text, matters.length, selfReportDue.date, cardFlag]).toEqual(['现公开督导身份', 2, '2026-04-07', 'MISMATCH']);
    const unshown = after(until('InspectionDisclosed'), supervisor(1), at('03-23')).when('DiscloseInspection', tell);
    expect(dataOf(unshown.facts, 'InspectionDisclosed')).toMatchObject({ cardFlag: 'MISSING' });
  });

  it('gathers evidence, but asks nothing of the agency, and widens its matters without telling it', () => {
    const onSite = until('InspectionDisclosed');
    const proof = { means: 'OBSERVATION', item: 'C2.03', note: '未公示', evidence: [evidence('ev-5')] };
    const question = { item: 'C2.03', text: '收费标准依据哪份文件?' };
    after(until('OnSiteStarted'), supervisor(1), at('03-23')).when('AddEvidence', proof).expectRefusal(powersRules.PowersBelongToTheTask);
    after(onSite, supervisor(1), at('03-23')).when('AddEvidence', proof).expectTypes(['EvidenceAdded']);
    after(onSite, supervisor(1), at('03-23')).when('RaiseInquiry', question).expectRefusal(powersRules.NothingIsAskedCovertly);
    after(covert, supervisor(1), at('03-23', 13)).when('RaiseInquiry', question).expectTypes(['InquiryRaised']);
    after(onSite, fuzhou, at('03-23')).when('WidenMatters', { matters: [{ item: 'C1' }], reason: '发现新线索' }).expectTypes(['MattersWidened']);
  });

  it('does not exist for the agency before', () => {
    after(until('InspectionDisclosed'), school, at('03-23')).when('SubmitSelfReport', { summary: '自查', evidence: [] }).expectNotFound();
    after(covert, school, at('03-24')).when('SubmitSelfReport', { summary: '自查', evidence: [] }).expectTypes(['SelfReportSubmitted']);
  });

  it('is deliberated once the report is in or missing, and neither moves it back', () => {
    const ended = and(and(covert, supervisor(1), at('03-23', 13), 'HearViews', minutes), supervisor(1), at('03-24'), 'EndOnSite', { ...summary, evidence: [evidence('ev-1')] });
    const form = (events: readonly Told[], day: string) => after(events, supervisor(1), at(day)).when('FormPreliminaryOpinion', preliminary);
    form(ended, '03-25').expectRefusal(opinionRules.SelfReportPrecedesDeliberation);
    const missing = and(ended, system, at('04-08'), 'RecordSelfReportMissing');
    expect(missing.at(-1)?.type).toBe('SelfReportMissing');
    form(missing, '04-08').expectTypes(['PreliminaryOpinionFormed']);
    form(and(ended, school, at('03-25'), 'SubmitSelfReport', { summary: '自查', evidence: [] }), '03-25').expectTypes(['PreliminaryOpinionFormed']);
  });
});

describe('on site', () => {
  it('starts once, hears once, and ends only after hearing', () => {
    after(through('StartOnSite'), supervisor(1), at('03-23')).when('StartOnSite', present).expectRefusal(onSiteRules.OnSiteFollowsTheSelfReport);
    after(through('StartOnSite'), supervisor(1), at('03-23')).when('EndOnSite', summary).expectRefusal(onSiteRules.ViewsPrecedeTheEnd);
    after(through('HearViews'), supervisor(1), at('03-23')).when('HearViews', minutes).expectRefusal(onSiteRules.ViewsAreHeardOnSite);
    after(through('EndOnSite'), supervisor(1), at('03-24')).when('EndOnSite', summary).expectRefusal(onSiteRules.OnSiteEndsAfterItStarted);
  });

  it('may be written down later, but not out of order', () => {
    const later = after(through('StartOnSite'), supervisor(1), at('03-25'), at('03-23', 11)).when('HearViews', minutes);
    later.expectTypes(['ViewsHeard']);
    after(through('StartOnSite'), supervisor(1), at('03-25'), at('03-22')).when('HearViews', minutes).expectRefusal(caseRules.StepsFollowInTime);
    after(through('SubmitSelfReport'), supervisor(1), at('03-25'), at('03-01')).when('StartOnSite', present).expectRefusal(caseRules.StepsFollowInTime);
  });

  it('its end starts the thirty days for the opinion, counted from when it happened', () => {
    const { facts } = after(through('HearViews'), supervisor(1), at('03-26'), at('03-24')).when('EndOnSite', summary);
    const { opinionDue } = dataOf(facts, 'OnSiteEnded');
    expect([opinionDue.kind, opinionDue.start, opinionDue.date]).toEqual(['CD', '2026-03-24', '2026-04-23']);
  });
});
