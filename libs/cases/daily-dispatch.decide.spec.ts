import { accessRules } from '#libs/access/access.rules';
import { groupRules } from '#libs/cases/case-group.rules';
import { acceptance, at, fuzhou, member, province, school, supervisor, system } from '#libs/cases/case-story';
import { dailyDispatchRules } from '#libs/cases/daily-dispatch.rules';
import { afterDaily, andDaily, credential, type DailyTold, throughDaily } from '#libs/cases/daily-story';
import { dailyPlanRules } from '#libs/cases/daily-plan.rules';
import { dailyRules } from '#libs/cases/daily.rules';

const NOW = at('03-03');
const drawn = throughDaily('SeatDailySupervisors');
const dispatched = throughDaily('DispatchSupervisor');
const accepted = throughDaily('AcceptDailyAssignment');
const inProgress = throughDaily('CheckIn');
const ended = throughDaily('EndDailySupervision');
const about = { supervisorId: 's-1' };
const role = { ...member(1), sessionId: 'supervised', claimNo: 1 };
const recusal = { ...about, reason: 'PAID_BY_AGENCY', detail: '去年受聘为该校兼职教师' } as const;
const suspended = { ...credential, suspensions: [{ by: '3501', scope: 'ALL', endsOn: '2026-03-11' }] } as const;
const examiner = { held: { 'p-1': { personId: 'p-1', role: 'EXAMINER', holder: 'session-supervised', claimNo: 1 } }, claims: 1 } as const;
const stage = (events: readonly DailyTold[]) => afterDaily(events, system, NOW).state()?.stage;

describe('dispatching one who was drawn', () => {
  const dispatch = (events = drawn, known: object = {}, by = fuzhou) => afterDaily(events, by, NOW, known).when('DispatchSupervisor', about);

  it('is for the dispatcher, once, and takes the one role in the session', () => {
    dispatch(drawn, {}, province).expectRefusal(dailyRules.OnlyTheDispatcherLeadsTheDaily);
    dispatch(throughDaily('PlanDailySupervision')).expectRefusal(dailyDispatchRules.SupervisorAwaitsDispatch);
    dispatch().expectFacts([{ type: 'SupervisorDispatched', data: role }]);
    dispatch(dispatched).expectRefusal(dailyDispatchRules.SupervisorAwaitsDispatch);
    dispatch(ended).expectRefusal(dailyDispatchRules.DailyTakesSupervisors);
  });

  it('asks that the supervisor may be sent on every day of the session', () => {
    dispatch(drawn, { credential: suspended }).expectRefusal(dailyDispatchRules.DispatchedIsEligible);
    dispatch(drawn, { credential: { ...suspended, suspensions: [{ ...suspended.suspensions[0], endsOn: '2026-03-09' }] } }).expectTypes(['SupervisorDispatched']);
    dispatch(drawn, { credential: undefined }).expectRefusal(dailyDispatchRules.DispatchedIsEligible);
    dispatch(drawn, { person: { live: {}, credentials: [], bars: ['s-9'] } }).expectRefusal(dailyDispatchRules.DispatchedIsEligible);
    dispatch(drawn, { roles: examiner }).expectRefusal(dailyDispatchRules.DispatchedIsEligible);
  });

  it('gives way to a substitute where the supervisor may not be sent any more (A-5)', () => {
    const replace = (events: readonly DailyTold[], known: object = {}) => afterDaily(events, fuzhou, NOW, known).when('ReplaceIneligible', about);
    replace(drawn).expectRefusal(dailyDispatchRules.IneligibleIsShown);
    replace(drawn, { roles: examiner }).expectFacts([{ type: 'SupervisorFoundIneligible', data: { ...member(1), drawId: 'd-1', reasons: ['CONCURRENT_ROLE'] } }]);
    replace(accepted, { credential: suspended }).expectTypes(['SupervisorFoundIneligible', 'DispatchWithdrawn']);
    replace(inProgress, { credential: suspended }).expectRefusal(dailyDispatchRules.SupervisorAwaitsDispatch);
  });
});

describe('answering the dispatch', () => {
  it('follows the dispatch, with the declaration signed', () => {
    afterDaily(drawn, supervisor(1), NOW).when('AcceptDailyAssignment', acceptance).expectRefusal(groupRules.AssignmentAwaitsAnswer);
    afterDaily(dispatched, supervisor(2), NOW).when('AcceptDailyAssignment', acceptance).expectRefusal(accessRules.OnlyAssignedSupervisors);
    afterDaily(dispatched, supervisor(1), NOW).when('AcceptDailyAssignment', { ...acceptance, signed: false }).expectRefusal(groupRules.NoConflictIsDeclared);
    expect([drawn, dispatched, accepted, inProgress].map(stage)).toEqual(['DRAWN', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS']);
  });

  it('may be a refusal until the check-in; the role is free again and the seat is to be filled', () => {
    const declined = andDaily(accepted, supervisor(1), NOW, 'DeclineDailyAssignment', { reason: '住院' });
    expect(declined.slice(-2)).toMatchObject([{ type: 'AssignmentDeclined' }, { type: 'DispatchWithdrawn', data: role }]);
    expect(stage(declined)).toBe('PLANNED');
    afterDaily(declined, fuzhou, NOW).when('JudgeDailyDecline', { ...about, judgement: 'UNJUSTIFIED', reasons: '无证明' }).expectTypes(['DeclineJudged']);
    expect(stage(andDaily(declined, system, NOW, 'SeatDailySubstitute', { drawId: 'd-1', leaving: 's-1', substitute: member(2) }))).toBe('DRAWN');
    afterDaily(declined, system, NOW).when('LeaveDailySeatVacant', { drawId: 'd-1', leaving: 's-1' }).expectTypes(['SeatLeftVacant']);
    afterDaily(inProgress, supervisor(1), NOW).when('DeclineDailyAssignment', { reason: '住院' }).expectRefusal(dailyDispatchRules.DeclineBeforeCheckIn);
  });

  it('may be silence, after a reminder', () => {
    const reminded = andDaily(dispatched, fuzhou, NOW, 'RemindDailyAssignment', about);
    afterDaily(reminded, fuzhou, at('03-04')).when('RecordNoDailyAnswer', about).expectTypes(['AssignmentUnanswered', 'DispatchWithdrawn']);
  });
});

describe('a supervision that was missed', () => {
  const missed = andDaily(accepted, system, at('03-11', 17), 'EndDailyAsPlanned');
  const left = andDaily(missed, fuzhou, at('03-12'), 'RecuseDailySupervisor', recusal);
  const seat = { drawId: 'd-1', leaving: 's-1', substitute: member(2) };

  it('dispatches nobody, but fills a seat that empties: the session may still be moved (R2.5-2, R3.2-2)', () => {
    expect(missed.slice(-1)).toMatchObject([{ type: 'DailySupervisionMissed' }]);
    afterDaily(left, system, at('03-12')).when('SeatDailySubstitute', seat).expectTypes(['SubstituteSeated']);
    afterDaily(left, system, at('03-12')).when('LeaveDailySeatVacant', { drawId: 'd-1', leaving: 's-1' }).expectTypes(['SeatLeftVacant']);
    const seated = andDaily(left, system, at('03-12'), 'SeatDailySubstitute', seat);
    const dispatch = (events: readonly DailyTold[]) => afterDaily(events, fuzhou, at('03-12'), { credential: { ...credential, personId: 'p-2' } }).when('DispatchSupervisor', { supervisorId: 's-2' });
    dispatch(seated).expectRefusal(dailyDispatchRules.DailyTakesSupervisors);
    dispatch(andDaily(seated, system, at('03-12'), 'FollowSession', { startsAt: '2026-03-17T01:00:00.000Z', endsAt: '2026-03-17T09:00:00.000Z' })).expectTypes(['SupervisorDispatched']);
  });
});

describe('recusal', () => {
  it('is possible until the end, also while the supervision is under way', () => {
    const recused = andDaily(inProgress, fuzhou, at('03-10', 11), 'RecuseDailySupervisor', recusal);
    expect(recused.slice(-2).map(({ type }) => type)).toEqual(['SupervisorRecused', 'DispatchWithdrawn']);
    expect(stage(recused)).toBe('PLANNED');
    afterDaily(ended, supervisor(1), at('03-12')).when('RecuseDailySupervisor', recusal).expectRefusal(dailyDispatchRules.RecusalUntilTheEnd);
    afterDaily(accepted, school, NOW).when('RecuseDailySupervisor', recusal).expectRefusal(groupRules.RecusalIsSubstantiated);
  });
});

it('cancelling gives every role back, and is over once somebody has checked in', () => {
  afterDaily(accepted, fuzhou, NOW).when('CancelDailySupervision', { reason: '场次取消' }).expectTypes(['SupervisionCancelled', 'DispatchWithdrawn']);
  afterDaily(inProgress, fuzhou, NOW).when('CancelDailySupervision', { reason: '场次取消' }).expectRefusal(dailyPlanRules.NothingDailyHasBegun);
});
