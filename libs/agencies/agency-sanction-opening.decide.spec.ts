import { accessRules } from '#libs/access/access.rules';
import { hold, holdNotice, sanctioning, sanctionPhases, statement, violation, violationCase } from '#libs/agencies/agency-sanction-story';
import { agencyGroundRules, agencySanctionRules } from '#libs/agencies/agency-sanction.rules';
import { violationBookDecider } from '#libs/agencies/violation-book.decide';
import { agency, fuzhou, otherSchool, province, school, system, xiamen } from '#libs/cases/case-story';
import type { Ask } from '#libs/cases/powers.evolve';
import type { LegalDate } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import type { Rule } from '#libs/event-sourcing/rule';
import { AGENCY_GROUNDS, type AgencyGround } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';

const reviewer = { ...fuzhou, person: 'reviewer-3501' };
const { opened, notified, held, resumed } = sanctionPhases;
const open = (change: object = {}, known: object = {}, by = fuzhou) => sanctioning([], by, '04-07', known).when('OpenViolationCase', { ...violationCase, ...change });

const asked = (status: Ask['status'], lastDay: LegalDate): Ask => ({ no: 1, kind: 'MATERIAL', status, answerDue: { date: lastDay } as Deadline });
const denied = { refusedToRectify: true, asks: [asked('REFUSED', '2026-04-30')] };
const heeded = { agencyId: 'agency-1', refusedToRectify: false, asks: [] };
const supervisions = {
  'case-1': { agencyId: 'agency-1', ...denied },
  'case-2': heeded,
  'case-3': { agencyId: 'agency-2', ...denied },
  'case-answered': { ...heeded, asks: [asked('ANSWERED', '2026-04-01')] },
  'case-waiting': { ...heeded, asks: [asked('OPEN', '2026-04-07')] },
};
const RULES: Readonly<Record<AgencyGround, Rule>> = {
  G1: agencyGroundRules.RefusalIsOnRecord, G2: agencyGroundRules.HindranceHasEvidence, G3: agencyGroundRules.OpinionWasNotFollowed,
  G4: agencyGroundRules.DeceptionHasEvidence, G5: agencyGroundRules.ReprisalHasEvidence, G6: agencyGroundRules.OtherConductIsDescribed,
};
const TWENTY = '一二三四五六七八九十一二三四五六七八九十';

describe('opening a violation case', () => {
  it('is the matter of the centre where the agency is filed, and of nobody about no agency', () => {
    open().expectTypes(['ViolationCaseOpened']);
    open({}, {}, province).expectTypes(['ViolationCaseOpened']);
    open({}, {}, xiamen).expectRefusal(accessRules.CenterActsInItsOwnArea);
    open({}, {}, school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    open({}, { agency: { ...agency, isCentralBranch: true } }).expectRefusal(accessRules.CentralBranchesBelongToTheProvince);
    open({}, { agency: undefined }).expectRefusal(agencySanctionRules.CaseIsAboutAnAgency);
  });

  it('rests on a ground and says how serious it is', () => {
    open({ violations: [] }).expectRefusal(agencySanctionRules.SanctionNeedsAgencyGround);
    open({ severityReasons: ' ' }).expectRefusal(agencySanctionRules.SanctionNeedsAgencyGround);
  });

  it.each(Object.keys(AGENCY_GROUNDS) as AgencyGround[])('%s stands with its proof, and falls without evidence or description', (ground) => {
    const proven = { ground, description: TWENTY, evidence: ['ev-1'], supervision: 'case-1' };
    open({ violations: [proven] }, { supervisions }).expectTypes(['ViolationCaseOpened']);
    for (const change of [{ evidence: [] }, { evidence: [' '] }, { description: ' ' }]) open({ violations: [{ ...proven, ...change }] }, { supervisions }).expectRefusal(RULES[ground]);
  });

  it.each([['G1', 'case-2'], ['G1', 'case-3'], ['G1', 'case-answered'], ['G1', 'case-waiting'], ['G1', undefined], ['G3', 'case-2'], ['G3', 'case-3'], ['G3', undefined]] as const)('%s is not proven by %s', (ground, supervision) => {
    open({ violations: [{ ...violation, ground, supervision }] }, { supervisions }).expectRefusal(RULES[ground]);
  });

  it('takes silence for a refusal once the last day to answer is over', () => {
    const silent = { supervisions: { 'case-1': { ...heeded, asks: [asked('OPEN', '2026-04-06')] } } };
    open({ violations: [{ ...violation, ground: 'G1', supervision: 'case-1' }] }, silent).expectTypes(['ViolationCaseOpened']);
  });

  it('tells the grounds that were upheld before', () => {
    const standing = [{ grounds: ['G2', 'G5'] }];
    expect(open({}, { standing }).facts).toMatchObject([{ data: { repeatedGrounds: ['G2'], area: '3501', center: '3501', isCentralBranch: false } }]);
    expect(open({}, { standing: [{ grounds: ['G5'] }] }).facts).toMatchObject([{ data: { repeatedGrounds: [] } }]);
  });

  it('is entered in the book of the agency, once', () => {
    const book = given(violationBookDecider).about('agency-1').by(fuzhou).knowing({ agency });
    book.when('EnterViolationCase', { sanctionId: 's-1' }).expectFacts([{ type: 'ViolationCaseEntered', data: { sanctionId: 's-1' } }]);
    given(violationBookDecider, [{ type: 'ViolationCaseEntered', data: { sanctionId: 's-1' } }]).by(fuzhou).knowing({ agency }).when('EnterViolationCase', { sanctionId: 's-1' }).expectFacts([]);
    book.by(xiamen).when('EnterViolationCase', { sanctionId: 's-1' }).expectRefusal(accessRules.CenterActsInItsOwnArea);
    book.knowing({ agency: undefined }).when('EnterViolationCase', { sanctionId: 's-1' }).expectRefusal(agencySanctionRules.CaseIsAboutAnAgency);
  });
});

describe('other conduct', () => {
  const described = sanctioning([], fuzhou, '04-07').when('OpenViolationCase', { ...violationCase, violations: [{ ...violation, ground: 'G6', description: TWENTY }] });
  const pending = described.facts.map((fact) => ({ ...fact, occurredAt: '2026-04-07T02:00:00.000Z' }));

  it('needs twenty characters and another person of the centre before anything is done', () => {
    open({ violations: [{ ...violation, ground: 'G6', description: TWENTY.slice(1) }] }).expectRefusal(agencyGroundRules.OtherConductIsDescribed);
    sanctioning(pending, fuzhou, '04-08').when('NotifySanction', holdNotice).expectRefusal(agencySanctionRules.CatchAllIsApprovedFirst);
    sanctioning(pending, fuzhou, '04-08').when('HoldPlatformOperation', { ...hold, withoutNotice: '紧急' }).expectRefusal(agencySanctionRules.CatchAllIsApprovedFirst);
    sanctioning(pending, { ...fuzhou, person: 'system' }, '04-08').when('ApproveCatchAllGround', { reasons: '属实' }).expectRefusal(agencySanctionRules.SecondPersonApproves);
    sanctioning(pending, xiamen, '04-08').when('ApproveCatchAllGround', { reasons: '属实' }).expectRefusal(accessRules.CenterActsInItsOwnArea);
    sanctioning(pending, reviewer, '04-08').when('ApproveCatchAllGround', { reasons: '属实' }).expectFacts([{ type: 'CatchAllGroundApproved', data: { reasons: '属实' } }]);
    const approved = [...pending, { type: 'CatchAllGroundApproved', data: { reasons: '属实' }, occurredAt: '2026-04-08T02:00:00.000Z' } as const];
    sanctioning(approved, fuzhou, '04-08').when('NotifySanction', holdNotice).expectTypes(['SanctionNotified']);
    sanctioning(approved, reviewer, '04-08').when('ApproveCatchAllGround', { reasons: '属实' }).expectRefusal(agencySanctionRules.SecondPersonApproves);
  });

  it('is approved only where it is claimed and while the case is open', () => {
    sanctioning(opened, reviewer, '04-08').when('ApproveCatchAllGround', { reasons: '属实' }).expectRefusal(agencySanctionRules.SecondPersonApproves);
    sanctioning(resumed, reviewer, '05-08').when('ApproveCatchAllGround', { reasons: '属实' }).expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
  });
});

describe('telling the agency', () => {
  it('says what is proposed, why, and until when it may speak', () => {
    expect(sanctioning(opened, fuzhou, '04-08').when('NotifySanction', holdNotice).facts).toMatchObject([
      { data: { agencyId: 'agency-1', center: '3501', grounds: ['G2'], bases: LEGAL_BASES, statementDue: { kind: 'WD', days: 5, date: '2026-04-15' } } },
    ]);
  });

  it('is done by the centre that opened the case, once, for a step not yet decided', () => {
    sanctioning(opened, province, '04-08').when('NotifySanction', holdNotice).expectRefusal(agencySanctionRules.OnlyTheOpeningCenterDecides);
    sanctioning(notified, fuzhou, '04-08').when('NotifySanction', holdNotice).expectRefusal(agencySanctionRules.NoticeIsServedOnce);
    sanctioning(held, fuzhou, '04-14').when('NotifySanction', holdNotice).expectRefusal(agencySanctionRules.NoticeFitsTheLadder);
    sanctioning(resumed, fuzhou, '05-08').when('NotifySanction', holdNotice).expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
    for (const change of [{ facts: ' ' }, { bases: [] }]) {
      sanctioning(opened, fuzhou, '04-08').when('NotifySanction', { ...holdNotice, ...change }).expectRefusal(agencySanctionRules.DecisionGivesReasonsAndBases);
    }
  });
});

describe('the statement of the agency', () => {
  it('may be given more than once, until the last moment of the period', () => {
    const once = sanctioning(notified, school, '04-15').when('SubmitStatement', statement);
    once.expectFacts([{ type: 'StatementReceived', data: statement }]);
    const spoken = [...notified, { type: 'StatementReceived', data: statement, occurredAt: '2026-04-09T02:00:00.000Z' } as const];
    sanctioning(spoken, school, '04-15').when('SubmitStatement', statement).expectTypes(['StatementReceived']);
    sanctioning(spoken, school, '04-15').when('WaiveStatement').expectRefusal(agencySanctionRules.StatementAnswersTheNotice);
    sanctioning(notified, school, '04-16').when('SubmitStatement', statement).expectRefusal(agencySanctionRules.StatementAnswersTheNotice);
    sanctioning(notified, school, '04-16').when('WaiveStatement').expectRefusal(agencySanctionRules.StatementAnswersTheNotice);
    sanctioning(opened, school, '04-08').when('SubmitStatement', statement).expectRefusal(agencySanctionRules.StatementAnswersTheNotice);
    sanctioning(held, school, '04-14').when('SubmitStatement', statement).expectRefusal(agencySanctionRules.StatementAnswersTheNotice);
  });

  it('is nobody else’s, and ends with a waiver', () => {
    sanctioning(notified, otherSchool, '04-09').when('SubmitStatement', statement).expectRefusal(accessRules.AgencySpeaksForItself);
    sanctioning(notified, fuzhou, '04-09').when('WaiveStatement').expectRefusal(accessRules.AgencySpeaksForItself);
    const waived = [...notified, { type: 'StatementWaived', data: {}, occurredAt: '2026-04-09T02:00:00.000Z' } as const];
    sanctioning(waived, school, '04-09').when('SubmitStatement', statement).expectRefusal(agencySanctionRules.StatementAnswersTheNotice);
    sanctioning(resumed, school, '05-08').when('SubmitStatement', statement).expectRefusal(agencySanctionRules.SanctionCaseIsOpen);
  });

  it('lapses with the period, by the system, where nobody has spoken', () => {
    sanctioning(notified, system, '04-15').when('LapseStatement').expectFacts([]);
    sanctioning(notified, system, '04-16').when('LapseStatement').expectTypes(['StatementLapsed']);
    sanctioning(notified, fuzhou, '04-16').when('LapseStatement').expectRefusal(accessRules.OnlyTheSystem);
    sanctioning(held, system, '04-16').when('LapseStatement').expectFacts([]);
    const withdrawn = [...notified, { type: 'SanctionWithdrawn', data: { agencyId: 'agency-1', withdrawnBy: '3501', reasons: '错案' }, occurredAt: '2026-04-09T02:00:00.000Z' } as const];
    sanctioning(withdrawn, system, '04-16').when('LapseStatement').expectFacts([]);
  });
});

describe('withdrawing a sanction', () => {
  it('is done by the centre itself or the one above it, once, with reasons', () => {
    const body = { reasons: '证据不足' };
    sanctioning(held, fuzhou, '04-14').when('WithdrawSanction', body).expectFacts([{ type: 'SanctionWithdrawn', data: { agencyId: 'agency-1', withdrawnBy: '3501', ...body } }]);
    sanctioning(held, province, '04-14').when('WithdrawSanction', body).expectTypes(['SanctionWithdrawn']);
    sanctioning(resumed, fuzhou, '05-08').when('WithdrawSanction', body).expectTypes(['SanctionWithdrawn']);
    sanctioning(held, xiamen, '04-14').when('WithdrawSanction', body).expectRefusal(accessRules.CenterActsInItsOwnArea);
    const byProvince = sanctioning([], province, '04-07').when('OpenViolationCase', violationCase).facts.map((fact) => ({ ...fact, occurredAt: '2026-04-07T02:00:00.000Z' }));
    sanctioning(byProvince, fuzhou, '04-08').when('WithdrawSanction', body).expectRefusal(agencySanctionRules.OnlyTheOpeningCenterDecides);
    sanctioning(held, fuzhou, '04-14').when('WithdrawSanction', { reasons: ' ' }).expectRefusal(agencySanctionRules.RevokedOrWithdrawnStands);
    const withdrawn = [...held, { type: 'SanctionWithdrawn', data: { agencyId: 'agency-1', withdrawnBy: '3501', ...body }, occurredAt: '2026-04-14T02:00:00.000Z' } as const];
    sanctioning(withdrawn, fuzhou, '04-15').when('WithdrawSanction', body).expectRefusal(agencySanctionRules.RevokedOrWithdrawnStands);
  });
});
