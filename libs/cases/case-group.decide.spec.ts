import { accessRules } from '#libs/access/access.rules';
import { type CaseFile, caseFile } from '#libs/cases/case-file.view';
import { groupRules } from '#libs/cases/case-group.rules';
import { acceptance, after, and, at, before, dataOf, fuzhou, member, otherSchool, school, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { recorded } from '#libs/event-sourcing/given';
import { onSiteRules } from '#libs/cases/case-onsite.rules';

const drawn = through('SeatDrawnSupervisors');
const formed = through('FormGroup');
const recusal = { supervisorId: 's-2', reason: 'PAID_BY_AGENCY', detail: '去年受聘为该校兼职教师' } as const;
const decline = (events: readonly Told[], no: number) => and(events, supervisor(no), at('03-02'), 'DeclineAssignment', { reason: '住院' });
const substitute = { drawId: 'd-1', leaving: 's-2', substitute: member(4) };

describe('taking the seats', () => {
  it('is for the system alone, from one draw', () => {
    const body = { drawId: 'd-2', members: [member(4)] };
    after(before('SeatDrawnSupervisors'), fuzhou, at('03-02')).when('SeatDrawnSupervisors', body).expectRefusal(accessRules.OnlyTheSystem);
    after(drawn, system, at('03-02')).when('SeatDrawnSupervisors', { ...body, drawId: 'd-1' }).expectFacts([]);
    after(drawn, system, at('03-02')).when('SeatDrawnSupervisors', body).expectRefusal(groupRules.SeatsBelongToOneDraw);
  });

  it('a substitute takes the seat of one who left the same draw, once', () => {
    after(drawn, system, at('03-02')).when('SeatSubstitute', substitute).expectRefusal(groupRules.SubstituteTakesAFreeSeat);
    const left = decline(drawn, 2);
    after(left, system, at('03-02')).when('SeatSubstitute', { ...substitute, drawId: 'd-9' }).expectRefusal(groupRules.SubstituteTakesAFreeSeat);
    const seated = and(left, system, at('03-02'), 'SeatSubstitute', substitute);
    expect(seated.at(-1)).toMatchObject({ type: 'SubstituteSeated', data: substitute });
    after(seated, system, at('03-02')).when('SeatSubstitute', substitute).expectFacts([]);
  });

  it('a further draw fills only seats that nobody of the first can take', () => {
    const second = { drawId: 'd-2', members: [member(7)] };
    const left = decline(drawn, 2);
    after(left, system, at('03-02')).when('SeatDrawnSupervisors', second).expectRefusal(groupRules.SeatsBelongToOneDraw);
    const vacant = and(left, system, at('03-02'), 'LeaveSeatVacant', { drawId: 'd-1', leaving: 's-2' });
    after(vacant, system, at('03-02')).when('LeaveSeatVacant', { drawId: 'd-1', leaving: 's-2' }).expectFacts([]);
    after(vacant, system, at('03-02')).when('SeatDrawnSupervisors', { ...second, members: [member(7), member(8)] }).expectRefusal(groupRules.SeatsBelongToOneDraw);
    after(vacant, system, at('03-02')).when('SeatDrawnSupervisors', { ...second, members: [member(3)] }).expectRefusal(groupRules.SeatsBelongToOneDraw);
    after(and(vacant, system, at('03-02'), 'SeatDrawnSupervisors', second), system, at('03-02'))
      .when('SeatDrawnSupervisors', { drawId: 'd-3', members: [member(8)] }).expectRefusal(groupRules.SeatsBelongToOneDraw);
  });
});

describe('answering the assignment', () => {
  it('is for those who were drawn, and stores the declaration that was signed', () => {
    after(drawn, supervisor(9), at('03-02')).when('AcceptAssignment', acceptance).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(drawn, supervisor(1), at('03-02')).when('AcceptAssignment', { ...acceptance, signed: false }).expectRefusal(groupRules.NoConflictIsDeclared);
    after(drawn, supervisor(1), at('03-02')).when('AcceptAssignment', { ...acceptance, declarationVersion: 'NCD-2020-1' }).expectRefusal(groupRules.NoConflictIsDeclared);
    const { facts } = after(drawn, supervisor(1), at('03-02')).when('AcceptAssignment', acceptance);
    expect(dataOf(facts, 'AssignmentAccepted').declaration.denies).toContain('NEAR_RELATIVE_OF_HEAD');
    after(formed, supervisor(1), at('03-02')).when('AcceptAssignment', acceptance).expectRefusal(groupRules.AssignmentAwaitsAnswer);
  });

  it('a refusal frees the seat, also after acceptance, until the preliminary opinion is formed', () => {
    after(formed, supervisor(2), at('03-02')).when('DeclineAssignment', { reason: '住院' }).expectTypes(['AssignmentDeclined']);
    after(decline(drawn, 2), supervisor(2), at('03-02')).when('DeclineAssignment', { reason: '住院' }).expectRefusal(groupRules.AssignmentAwaitsAnswer);
    after(decline(drawn, 2), supervisor(2), at('03-02')).when('AcceptAssignment', acceptance).expectRefusal(groupRules.AssignmentAwaitsAnswer);
    after(through('FormPreliminaryOpinion'), supervisor(2), at('03-25')).when('DeclineAssignment', { reason: '住院' }).expectRefusal(groupRules.DeclineBeforeDeliberation);
  });

  it('silence counts only from the day after a reminder', () => {
    const about = { supervisorId: 's-1' };
    after(drawn, fuzhou, at('03-02')).when('RecordNoAnswer', about).expectRefusal(groupRules.ReminderPrecedesNoAnswer);
    const reminded = and(drawn, fuzhou, at('03-02'), 'RemindAssignment', about);
    after(reminded, fuzhou, at('03-02', 20)).when('RemindAssignment', about).expectFacts([]);
    after(reminded, fuzhou, at('03-02', 20)).when('RecordNoAnswer', about).expectRefusal(groupRules.ReminderPrecedesNoAnswer);
    after(reminded, fuzhou, at('03-03')).when('RecordNoAnswer', about)
      .expectFacts([{ type: 'AssignmentUnanswered', data: { ...member(1), drawId: 'd-1' } }]);
    after(formed, fuzhou, at('03-03')).when('RemindAssignment', about).expectRefusal(groupRules.AssignmentAwaitsAnswer);
  });

  it('a refusal is judged once', () => {
    const judgement = { supervisorId: 's-2', judgement: 'UNJUSTIFIED', reasons: '没有提供证明' };
    after(drawn, fuzhou, at('03-02')).when('JudgeDecline', judgement).expectRefusal(groupRules.DeclineIsJudgedOnce);
    const judged = and(decline(drawn, 2), fuzhou, at('03-02'), 'JudgeDecline', judgement);
    expect(judged.at(-1)?.type).toBe('DeclineJudged');
    after(judged, fuzhou, at('03-02')).when('JudgeDecline', judgement).expectRefusal(groupRules.DeclineIsJudgedOnce);
  });
});

describe('recusal', () => {
  it('comes from the supervisor, the agency with facts, or the dispatcher, and from nobody else', () => {
    const by = (actor: typeof fuzhou, body: object = recusal) => after(through('ServeSupervisionNotice'), actor, at('03-05')).when('RecuseSupervisor', body);
    expect(dataOf(by(supervisor(2)).facts, 'SupervisorRecused')).toMatchObject({ raisedBy: 'SUPERVISOR', replacementNeeded: true, drawId: 'd-1' });
    by(supervisor(1)).expectRefusal(accessRules.OnlyAssignedSupervisors);
    by(school).expectRefusal(groupRules.RecusalIsSubstantiated);
    expect(dataOf(by(school, { ...recusal, detail: '该督导员自2025年9月起在我校兼职授课并领取报酬' }).facts, 'SupervisorRecused').raisedBy).toBe('AGENCY');
    by(otherSchool).expectRefusal(accessRules.AgencySpeaksForItself);
    after(formed, school, at('03-05')).when('RecuseSupervisor', recusal).expectNotFound();
    by(fuzhou, { ...recusal, reason: 'OTHER' }).expectRefusal(groupRules.RecusalIsSubstantiated);
    expect(dataOf(by(fuzhou).facts, 'SupervisorRecused').raisedBy).toBe('DISPATCHER');
  });

  it('is possible until the opinion, once, and needs no substitute after the deliberation', () => {
    after(formed, fuzhou, at('03-05')).when('RecuseSupervisor', { ...recusal, supervisorId: 's-9' }).expectRefusal(groupRules.RecusedIsInTheCase);
    after(and(formed, fuzhou, at('03-05'), 'RecuseSupervisor', recusal), fuzhou, at('03-05')).when('RecuseSupervisor', recusal).expectRefusal(groupRules.RecusedIsInTheCase);
    const { facts } = after(through('SubmitDefence'), supervisor(2), at('04-01')).when('RecuseSupervisor', recusal);
    expect(dataOf(facts, 'SupervisorRecused').replacementNeeded).toBe(false);
    after(through('IssueOpinion'), supervisor(2), at('04-03')).when('RecuseSupervisor', recusal).expectRefusal(groupRules.RecusalUntilTheOpinion);
  });
});

describe('forming the group', () => {
  const form = (events: readonly Told[], body: object = { leader: 's-1' }, now = at('03-03')) => after(events, fuzhou, now).when('FormGroup', body);
  const exception = { reason: '其余人员均须回避', approvedBy: 'chief-3501' };
  const twoLeft = decline(before('FormGroup'), 3);

  it('follows the matters and every answer', () => {
    form(through('OpenSpecialSupervision')).expectRefusal(groupRules.MattersPrecedeTheGroup);
    form(through('SeatDrawnSupervisors')).expectRefusal(groupRules.EveryMemberDeclaredNoConflict);
  });

  it('takes three; two under an approved exception; never one', () => {
    form(before('FormGroup')).expectFacts([{ type: 'GroupFormed', data: { members: [member(1), member(2), member(3)], leader: 's-1' } }]);
    form(twoLeft).expectRefusal(groupRules.GroupNeedsThreeSupervisors);
    form(twoLeft, { leader: 's-1', exception: { ...exception, approvedBy: fuzhou.person } }).expectRefusal(groupRules.ExceptionNeedsApprover);
    form(twoLeft, { leader: 's-1', exception }).expectFacts([{ type: 'GroupFormed', data: { members: [member(1), member(2)], leader: 's-1', exception } }]);
    form(decline(twoLeft, 2), { leader: 's-1', exception }).expectRefusal(groupRules.GroupIsNeverOne);
  });

  it('records no exception where three are there', () => {
    form(before('FormGroup'), { leader: 's-1', exception }).expectFacts([{ type: 'GroupFormed', data: { members: [member(1), member(2), member(3)], leader: 's-1' } }]);
  });

  it('names its leader among the drawn who accepted', () => {
    form(twoLeft, { leader: 's-3', exception }).expectRefusal(groupRules.LeaderIsDrawn);
  });

  it('is done again only after somebody left, and nothing goes on before', () => {
    form(formed).expectRefusal(groupRules.GroupIsNotYetComplete);
    const ready = through('SubmitSelfReport');
    const left = and(and(ready, supervisor(2), at('03-11'), 'RecuseSupervisor', recusal), system, at('03-11'), 'SeatSubstitute', substitute);
    const start = { present: ['s-1', 's-3'] };
    after(left, supervisor(1), at('03-23')).when('StartOnSite', start).expectRefusal(groupRules.GroupStands);
    form(left, { leader: 's-1' }, at('03-12')).expectRefusal(groupRules.EveryMemberDeclaredNoConflict);
    const whole = and(and(left, supervisor(4), at('03-12'), 'AcceptAssignment', acceptance), fuzhou, at('03-12'), 'FormGroup', { leader: 's-1' });
    after(whole, supervisor(4), at('03-23')).when('StartOnSite', { present: ['s-1', 's-3', 's-4'] }).expectTypes(['OnSiteStarted']);
    after(whole, supervisor(2), at('03-23')).when('StartOnSite', start).expectRefusal(accessRules.OnlyAssignedSupervisors);
    after(whole, supervisor(1), at('03-23')).when('StartOnSite', { present: ['s-2'] }).expectRefusal(onSiteRules.PresentAreMembers);
  });

  it('a group of four without its leader is three, and still needs a new leader', () => {
    const four = [member(1), member(2), member(3), member(4)];
    const seated = and(through('DefineMatters'), system, at('03-02'), 'SeatDrawnSupervisors', { drawId: 'd-1', members: four });
    const accepted = [1, 2, 3, 4].reduce((events, no) => and(events, supervisor(no), at('03-02'), 'AcceptAssignment', acceptance), seated);
    const whole = and(accepted, fuzhou, at('03-02'), 'FormGroup', { leader: 's-1' });
    const serve = (leaving: string) =>
      after(and(whole, fuzhou, at('03-02'), 'RecuseSupervisor', { ...recusal, supervisorId: leaving }), fuzhou, at('03-03')).when('ServeSupervisionNotice', { text: '通知' });
    serve('s-2').expectTypes(['SupervisionNoticeServed']);
    serve('s-1').expectRefusal(groupRules.GroupStands);
  });
});

describe('fraud of a member', () => {
  const mark = { supervisorId: 's-1', decisionNo: '榕教7号' };

  it('marks the case once for each decision, also when it is over, and changes nothing else', () => {
    const closed = through('CloseCase');
    const marked = and(closed, system, at('06-01'), 'TaintSupervision', mark);
    expect(marked.slice(closed.length)).toMatchObject([{ type: 'SupervisionTainted', data: mark }]);
    after(marked, system, at('06-01')).when('TaintSupervision', mark).expectFacts([]);
    after(marked, system, at('06-01')).when('TaintSupervision', { ...mark, decisionNo: '闽处1号' }).expectTypes(['SupervisionTainted']);
    after(closed, system, at('06-01')).when('TaintSupervision', { ...mark, supervisorId: 's-9' }).expectFacts([]);
    after(closed, fuzhou, at('06-01')).when('TaintSupervision', mark).expectRefusal(accessRules.OnlyTheSystem);
    const file = (events: readonly Told[]) => events.reduce<CaseFile | null>((document, event, revision) => caseFile.apply(document, recorded(event, { stream: 'case-1', revision, ...event }), '1'), null);
    expect(file(marked)?.flags).toEqual([...(file(closed)?.flags ?? []), 'TAINTED']);
    expect(file(marked)?.members.map(({ taintedBy }) => taintedBy)).toEqual(['榕教7号', undefined, undefined]);
  });
});
