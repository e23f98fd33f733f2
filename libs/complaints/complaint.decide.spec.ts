import { accessRules } from '#libs/access/access.rules';
import { agency, CASE_ID, fuzhou, otherSchool, province, school, supervisor, system, xiamen } from '#libs/cases/case-story';
import { NO_NUMBERS } from '#libs/regulation/numbering.evolve';
import { complaintDecider } from '#libs/complaints/complaint.decide';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { complaintRules } from '#libs/complaints/complaint.rules';
import { given, recorded } from '#libs/event-sourcing/given';
import type { Actor } from '#libs/event-sourcing/event';
import type { Rule } from '#libs/event-sourcing/rule';
import { dueAfterCalendarDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const calendar = CALENDAR_FJ_2021_2026;
const KNOWN = { agency, calendar, taken: NO_NUMBERS, agencyId: 'agency-1', complaints: ['1'], over: false };
const body = { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: ['clerk-accused'] } as const;
const due = (start: string, days: number) => dueAfterCalendarDays(calendar, start, days);

const received: ComplaintEvent = { type: 'ComplaintReceived', data: { ...body, holder: '3501', receiptDue: due('2026-03-02', 15) } };
const anonymous: ComplaintEvent = { type: 'ComplaintReceived', data: { ...body, isAnonymous: true, holder: '3501' } };
const registered: ComplaintEvent = { type: 'ComplaintRegistered', data: { number: '榕技督举〔2026〕1号' } };
const accepted: ComplaintEvent = { type: 'ComplaintAccepted', data: { closingDue: due('2026-03-02', 60) } };
const rejected: ComplaintEvent = { type: 'ComplaintNotAccepted', data: { reason: '不属于本办法范围' } };
const notified: ComplaintEvent = { type: 'ReporterNotified', data: { text: '已受理' } };
const opened: ComplaintEvent = { type: 'InvestigationOpened', data: { caseId: CASE_ID } };
const reported: ComplaintEvent = { type: 'FindingsReported', data: { caseId: CASE_ID, findings: '属实' } };
const concluded: ComplaintEvent = { type: 'ComplaintConcluded', data: { conclusion: 'SUBSTANTIATED', reasons: '监控可见' } };
const disposed: ComplaintEvent = { type: 'DisposalDecided', data: { disposal: '提醒函', records: [] } };
const answered: ComplaintEvent = { type: 'ReporterAnswered', data: { text: '属实' } };
const closed: ComplaintEvent = { type: 'ComplaintClosed', data: {} };
const extended: ComplaintEvent = { type: 'ComplaintExtended', data: { reason: '案情复杂', closingDue: due('2026-03-02', 90) } };
const TAKEN_ON = [received, registered, accepted];
const DONE = [...TAKEN_ON, notified, opened, reported, concluded, disposed, answered];

const after = (...events: readonly ComplaintEvent[]) => given(complaintDecider, events).by(fuzhou).knowing(KNOWN);

describe('receiving a complaint', () => {
  it('names the day until which the person who complained is told; nobody can tell the anonymous', () => {
    given(complaintDecider).by(fuzhou).knowing(KNOWN).when('ReceiveComplaint', body).expectFacts([received]);
    given(complaintDecider).by(fuzhou).knowing(KNOWN).when('ReceiveComplaint', { ...body, isAnonymous: true }).expectFacts([anonymous]);
  });

  it.each<[string, Actor, object, Rule]>([
    ['an agency', school, {}, accessRules.OnlyDispatchingBodiesDispatch],
    ['a supervisor', supervisor(1), {}, accessRules.OnlyDispatchingBodiesDispatch],
    ['the person complained of', { ...fuzhou, person: 'clerk-accused' }, {}, complaintRules.AccusedNeverHandlesTheComplaint],
    ['a clerk, about no agency', fuzhou, { agency: undefined }, complaintRules.ComplaintIsAboutAnAgency],
  ])('is refused to %s', (_who, by, known, rule) => {
    given(complaintDecider).by(by).knowing({ ...KNOWN, ...known }).when('ReceiveComplaint', body).expectRefusal(rule);
  });
});

describe('registering a complaint', () => {
  const taken = recorded({ type: 'NumberTaken', data: { year: 2026, serial: 7, holder: 'complaint-1' } });

  it('gives it a number of the centre', () => {
    after(received).afterPreparing(taken).when('RegisterComplaint').expectFacts([{ type: 'ComplaintRegistered', data: { number: '榕技督举〔2026〕7号' } }]);
    after(received, registered).when('RegisterComplaint').expectRefusal(complaintRules.ComplaintIsRegisteredOnce);
  });

  it('takes the number that a broken attempt had taken', () => {
    const held = { last: { 2026: 3 }, byHolder: { 'complaint-1': { year: 2026, serial: 3, holder: 'complaint-1' } } };
    after(received).knowing({ ...KNOWN, taken: held }).when('RegisterComplaint').expectFacts([{ type: 'ComplaintRegistered', data: { number: '榕技督举〔2026〕3号' } }]);
  });
});

describe('deciding whether to take a complaint on', () => {
  it('accepts what is in the centre’s hands, with a day until which it is closed', () => {
    after(received, registered).when('AcceptComplaint').expectFacts([accepted]);
    after(received, registered).knowing({ ...KNOWN, agency: { ...agency, area: '3502' } }).when('AcceptComplaint').expectRefusal(complaintRules.HolderIsCompetent);
    after(received, registered).knowing({ ...KNOWN, agency: { ...agency, isCentralBranch: true } }).when('AcceptComplaint').expectRefusal(complaintRules.HolderIsCompetent);
  });

  it('hands what is not to the centre in whose hands it is', () => {
    const elsewhere = { ...KNOWN, agency: { ...agency, area: '3502' as const } };
    after(received, registered).knowing(elsewhere).when('TransferComplaint', { to: '3502', reason: '属厦门' })
      .expectFacts([{ type: 'ComplaintTransferred', data: { from: '3501', to: '3502', reason: '属厦门' } }]);
    after(received, registered).knowing(elsewhere).when('TransferComplaint', { to: '3505', reason: '属厦门' }).expectRefusal(complaintRules.ComplaintGoesToTheCompetentCenter);
    after(received, registered).when('TransferComplaint', { to: '3501', reason: '自己' }).expectRefusal(complaintRules.ComplaintGoesToTheCompetentCenter);
    const moved = [received, registered, { type: 'ComplaintTransferred', data: { from: '3501', to: '3502', reason: '属厦门' } } as const];
    given(complaintDecider, moved).by(fuzhou).knowing(elsewhere).when('AcceptComplaint').expectRefusal(accessRules.CenterActsInItsOwnArea);
    given(complaintDecider, moved).by(province).knowing(elsewhere).when('AcceptComplaint').expectRefusal(complaintRules.OnlyTheHolderHandlesTheComplaint);
    given(complaintDecider, moved).by(xiamen).knowing(elsewhere).when('AcceptComplaint').expectTypes(['ComplaintAccepted']);
  });

  it('merges it only into an open complaint about the same agency', () => {
    const other = given(complaintDecider, TAKEN_ON).state();
    const merge = (into: string, known: unknown) => after(received, registered).knowing({ ...KNOWN, other: known }).when('MergeComplaint', { into, reason: '同一事项' });
    merge('2', other).expectFacts([{ type: 'ComplaintMerged', data: { into: '2', reason: '同一事项' } }]);
    for (const [into, known] of [['1', other], ['2', undefined], ['2', { ...other, agencyId: 'agency-2' }], ['2', { ...other, holder: '3502' }], ['2', { ...other, stage: 'CLOSED' }]] as const) {
      merge(into, known).expectRefusal(complaintRules.MergedIntoAnOpenOne);
    }
  });

  it('happens once, after the registration', () => {
    for (const [command, more] of [['AcceptComplaint', {}], ['RejectComplaint', { reason: '无' }], ['TransferComplaint', { to: '3502', reason: '无' }], ['MergeComplaint', { into: '2', reason: '无' }]] as const) {
      after(received).when(command, more).expectRefusal(complaintRules.AcceptanceFollowsTheRegistration);
      after(...TAKEN_ON).when(command, more).expectRefusal(complaintRules.AcceptanceFollowsTheRegistration);
    }
    after(received, registered).when('RejectComplaint', { reason: '不属于本办法范围' }).expectFacts([rejected]);
  });
});

describe('telling the person who complained', () => {
  it('is done once, after the decision, and never to the anonymous', () => {
    after(...TAKEN_ON).when('NotifyReporter', { text: '已受理' }).expectFacts([notified]);
    after(received, registered, rejected).when('NotifyReporter', { text: '已受理' }).expectFacts([notified]);
    after(received, registered).when('NotifyReporter', { text: '已受理' }).expectRefusal(complaintRules.ReporterIsNotifiedOnce);
    after(...TAKEN_ON, notified).when('NotifyReporter', { text: '已受理' }).expectRefusal(complaintRules.ReporterIsNotifiedOnce);
    after(anonymous, registered, accepted).when('NotifyReporter', { text: '已受理' }).expectRefusal(complaintRules.AnonymousReporterIsNotTold);
  });
});

describe('investigating', () => {
  it('is done by a supervision whose matters name the complaint', () => {
    after(...TAKEN_ON).when('OpenInvestigation', { caseId: CASE_ID }).expectFacts([opened]);
    after(...TAKEN_ON, opened).when('OpenInvestigation', { caseId: CASE_ID }).expectFacts([]);
    after(received, registered).when('OpenInvestigation', { caseId: CASE_ID }).expectRefusal(complaintRules.InvestigationFollowsTheAcceptance);
    for (const wrong of [{ agencyId: 'agency-2' }, { complaints: ['2'] }, { over: true }]) {
      after(...TAKEN_ON).knowing({ ...KNOWN, ...wrong }).when('OpenInvestigation', { caseId: CASE_ID }).expectRefusal(complaintRules.InvestigationNamesTheComplaint);
    }
  });

  it('ends in findings, and only then in a conclusion', () => {
    after(...TAKEN_ON, opened).when('ReportFindings', { caseId: CASE_ID, findings: '属实' }).expectFacts([reported]);
    after(...TAKEN_ON).when('ReportFindings', { caseId: CASE_ID, findings: '属实' }).expectRefusal(complaintRules.FindingsComeFromTheInvestigation);
    after(...TAKEN_ON, opened, reported).when('ConcludeComplaint', { conclusion: 'SUBSTANTIATED', reasons: '监控可见' }).expectFacts([concluded]);
    for (const events of [TAKEN_ON, [...TAKEN_ON, opened], [...TAKEN_ON, opened, reported, { type: 'InvestigationOpened', data: { caseId: 'other' } } as const]]) {
      after(...events).when('ConcludeComplaint', { conclusion: 'PARTLY', reasons: '无' }).expectRefusal(complaintRules.EveryInvestigationHasReported);
    }
  });
});

describe('disposing, answering, closing', () => {
  const conclusion = (found: 'PARTLY' | 'UNSUBSTANTIATED'): ComplaintEvent => ({ type: 'ComplaintConcluded', data: { conclusion: found, reasons: '无' } });

  it('decides what follows where something was found', () => {
    after(...TAKEN_ON, opened, reported, concluded).when('DecideDisposal', { disposal: '提醒函', records: [] }).expectFacts([disposed]);
    after(...TAKEN_ON, opened, reported, conclusion('PARTLY')).when('DecideDisposal', { disposal: '提醒函', records: [] }).expectFacts([disposed]);
    after(...TAKEN_ON, opened, reported, conclusion('UNSUBSTANTIATED')).when('DecideDisposal', { disposal: '无', records: [] }).expectRefusal(complaintRules.DisposalFollowsTheConclusion);
  });

  it('answers once it is decided', () => {
    after(...TAKEN_ON, opened, reported, concluded, disposed).when('AnswerReporter', { text: '属实' }).expectFacts([answered]);
    after(...TAKEN_ON, opened, reported, concluded).when('AnswerReporter', { text: '属实' }).expectRefusal(complaintRules.AnswerFollowsTheDisposal);
    after(...DONE).when('AnswerReporter', { text: '属实' }).expectRefusal(complaintRules.AnswerFollowsTheDisposal);
    after(anonymous, registered, accepted, opened, reported, conclusion('UNSUBSTANTIATED')).when('AnswerReporter', { text: '无' }).expectRefusal(complaintRules.AnonymousReporterIsNotTold);
  });

  it('closes when everybody who can be told has been told', () => {
    after(...DONE).when('CloseComplaint').expectFacts([closed]);
    after(anonymous, registered, accepted, opened, reported, concluded, disposed).when('CloseComplaint').expectFacts([closed]);
    after(received, registered, rejected, notified).when('CloseComplaint').expectFacts([closed]);
    after(anonymous, registered, rejected).when('CloseComplaint').expectFacts([closed]);
    for (const events of [TAKEN_ON, DONE.slice(0, -1), DONE.filter((event) => event !== notified), DONE.filter((event) => event !== disposed), [received, registered, rejected]]) {
      after(...events).when('CloseComplaint').expectRefusal(complaintRules.ComplaintIsDoneBeforeItCloses);
    }
  });

  it('opens again without a change of what was', () => {
    after(...DONE, closed).when('ReopenComplaint', { reason: '出现新证据' }).expectFacts([{ type: 'ComplaintReopened', data: { reason: '出现新证据', closingDue: due('2026-03-02', 60) } }]);
    after(...DONE).when('ReopenComplaint', { reason: '出现新证据' }).expectRefusal(complaintRules.OnlyAClosedComplaintReopens);
    const again = (state: string) => after(...DONE, closed).knowing({ ...KNOWN, archive: { state } }).when('ReopenComplaint', { reason: '出现新证据' });
    again('DISPOSAL_PROPOSED').expectTypes(['ComplaintReopened']);
    again('DISPOSED').expectRefusal(complaintRules.DisposedComplaintStaysClosed);
  });

  it('belongs to its centre, and never to whom it is about', () => {
    for (const [by, rule] of [
      [school, accessRules.OnlyDispatchingBodiesDispatch], [otherSchool, accessRules.OnlyDispatchingBodiesDispatch], [xiamen, accessRules.CenterActsInItsOwnArea],
      [{ ...fuzhou, person: 'clerk-accused' }, complaintRules.AccusedNeverHandlesTheComplaint], [province, complaintRules.OnlyTheHolderHandlesTheComplaint],
    ] as const) {
      after(...DONE).by(by).when('CloseComplaint').expectRefusal(rule);
    }
  });
});

describe('time', () => {
  const late = '2026-08-01T00:00:00.000Z';

  it('extends once', () => {
    after(...TAKEN_ON).when('ExtendComplaint', { reason: '案情复杂' }).expectFacts([extended]);
    after(...TAKEN_ON, extended).when('ExtendComplaint', { reason: '案情复杂' }).expectRefusal(complaintRules.ComplaintIsExtendedOnce);
    after(received, registered).when('ExtendComplaint', { reason: '案情复杂' }).expectRefusal(complaintRules.ComplaintIsExtendedOnce);
  });

  it('flags what ran out, once, and nothing that was met', () => {
    const timer = (command: string, ...events: readonly ComplaintEvent[]) => given(complaintDecider, events).by(system).at(late).when(command);
    timer('FlagReceiptOverdue', received).expectFacts([{ type: 'ReceiptNoticeOverdue', data: { due: due('2026-03-02', 15) } }]);
    timer('FlagReceiptOverdue', received, { type: 'ReceiptNoticeOverdue', data: { due: due('2026-03-02', 15) } }).expectFacts([]);
    timer('FlagReceiptOverdue', ...TAKEN_ON, notified).expectFacts([]);
    timer('FlagReceiptOverdue', anonymous).expectFacts([]);
    timer('FlagComplaintOverdue', ...TAKEN_ON).expectFacts([{ type: 'ComplaintOverdue', data: { due: due('2026-03-02', 60) } }]);
    timer('FlagComplaintOverdue', ...DONE, closed).expectFacts([]);
    given(complaintDecider, TAKEN_ON).by(system).at('2026-04-01T00:00:00.000Z').when('FlagComplaintOverdue').expectFacts([]);
    given(complaintDecider, TAKEN_ON).by(fuzhou).at(late).when('FlagComplaintOverdue').expectRefusal(accessRules.OnlyTheSystem);
  });
});
