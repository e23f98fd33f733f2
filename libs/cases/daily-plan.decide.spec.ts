import { accessRules } from '#libs/access/access.rules';
import { at, fuzhou, province, school, system, xiamen } from '#libs/cases/case-story';
import { intakeRules } from '#libs/cases/case-intake.rules';
import { dailyRules } from '#libs/cases/daily.rules';
import { afterDaily, andDaily, type DailyTold, plan, session, throughDaily } from '#libs/cases/daily-story';
import { dailyPlanRules } from '#libs/cases/daily-plan.rules';
import { dailyTaskDecider } from '#libs/cases/daily-task.decide';
import { dailyTaskRules } from '#libs/cases/daily-task.rules';
import { matterComplaintRules } from '#libs/cases/matter-complaint.rules';
import { given } from '#libs/event-sourcing/given';

const NOW = at('03-02');
const planned = throughDaily('PlanDailySupervision');
const planning = (change: object = {}, known: object = {}, by = fuzhou) => afterDaily([], by, NOW, known).when('PlanDailySupervision', { ...plan, ...change });

describe('planning a daily supervision', () => {
  it('takes over the session, its agency and its venue', () => {
    planning({}, { session: { ...session, area: 'PT', venueDivision: '350128' } }, province).expectFacts([
      {
        type: 'DailySupervisionPlanned',
        data: {
          kind: 'DAILY', ...plan, agencyId: 'agency-1', agencyName: '闽江技师学院(样例)', agencyType: 'SCHOOL', isCentralBranch: false, area: 'PT', filedIn: '3501',
          venueDivision: '350128', occupation: '电工', level: 'LEVEL_4', startsAt: session.startsAt, endsAt: session.endsAt, dispatcher: 'FJ',
        },
      },
    ]);
  });

  it('takes over nothing else that was sent', () => {
    const [fact] = planning({ again: 1 }).facts;
    expect(fact?.data).not.toHaveProperty('again');
  });

  it('is for the centre of the venue or the province, wherever the agency is filed', () => {
    planning({}, {}, xiamen).expectRefusal(accessRules.CenterActsInItsOwnArea);
    planning({}, { session: { ...session, area: '3502' } }, xiamen).expectTypes(['DailySupervisionPlanned']);
    planning({}, { session: { ...session, area: '3502' } }).expectRefusal(accessRules.CenterActsInItsOwnArea);
    planning({}, { session: { ...session, isCentralBranch: true } }).expectRefusal(accessRules.CentralBranchesBelongToTheProvince);
    planning({}, {}, school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('is of one session that is still to come or under way', () => {
    planning({}, { session: undefined }).expectRefusal(dailyPlanRules.DailyIsOfOneSession);
    for (const stage of ['CANCELLED', 'ENDED']) planning({}, { session: { ...session, stage } }).expectRefusal(dailyPlanRules.DailyIsOfOneSession);
    planning({}, { session: { ...session, endsAt: NOW } }).expectRefusal(dailyPlanRules.DailyIsOfOneSession);
    planning({}, { session: { ...session, stage: 'IN_PROGRESS' } }).expectTypes(['DailySupervisionPlanned']);
  });

  it('says why this session unless it was drawn, and why covertly where it is covert', () => {
    planning({ reason: undefined }).expectRefusal(dailyPlanRules.DailyTargetNeedsReason);
    planning({ reason: undefined, targetSelection: 'RANDOM_DRAW', targetDrawId: 't-1' }, { drawnBy: '3501' }).expectTypes(['DailySupervisionPlanned']);
    for (const drawnBy of [undefined, 'FJ']) planning({ targetSelection: 'RANDOM_DRAW', targetDrawId: 't-1' }, { drawnBy }).expectRefusal(dailyPlanRules.DailyTargetWasDrawn);
    planning({ targetDrawId: 't-1' }).expectRefusal(dailyPlanRules.DailyTargetWasDrawn);
    planning({ inspection: 'COVERT' }).expectRefusal(dailyPlanRules.CovertInspectionNeedsReason);
    planning({ covertReason: '多次举报' }).expectRefusal(dailyPlanRules.CovertInspectionNeedsReason);
    planning({ inspection: 'COVERT', covertReason: '多次举报' }).expectTypes(['DailySupervisionPlanned']);
  });

  it('verifies only an accepted complaint of the same agency, and names each matter once', () => {
    const c3 = { matters: [{ item: 'C3' }], complaintRef: 'complaint-1' };
    planning({ matters: [{ item: 'C3' }] }).expectRefusal(intakeRules.ComplaintMatterNeedsComplaint);
    planning(c3).expectRefusal(matterComplaintRules.ComplaintOfMatterIsAccepted);
    planning(c3, { complaint: { stage: 'REGISTERED', agencyId: 'agency-1' } }).expectRefusal(matterComplaintRules.ComplaintOfMatterIsAccepted);
    planning(c3, { complaint: { stage: 'ACCEPTED', agencyId: 'agency-2' } }).expectRefusal(matterComplaintRules.ComplaintOfMatterIsAccepted);
    planning(c3, { complaint: { stage: 'ACCEPTED', agencyId: 'agency-1' } }).expectTypes(['DailySupervisionPlanned']);
    planning({ matters: [{ item: 'C1' }, { item: 'C1' }] }).expectRefusal(intakeRules.MatterIsNamedOnce);
  });
});

describe('cancelling a daily supervision', () => {
  const cancel = (by = fuzhou, events = planned) => afterDaily(events, by, NOW).when('CancelDailySupervision', { reason: '场次取消' });

  it('is for the centre that planned it, once', () => {
    cancel(province).expectRefusal(dailyRules.OnlyTheDispatcherLeadsTheDaily);
    cancel().expectFacts([{ type: 'SupervisionCancelled', data: { reason: '场次取消' } }]);
    cancel(fuzhou, [...planned, { type: 'SupervisionCancelled', data: { reason: '场次取消' }, occurredAt: NOW }]).expectRefusal(dailyPlanRules.NothingDailyHasBegun);
  });
});

describe('a session that is moved', () => {
  const moved = { startsAt: '2026-04-07T01:00:00.000Z', endsAt: '2026-04-08T09:00:00.000Z' };
  const follow = (events: readonly DailyTold[], by = system) => afterDaily(events, by, at('03-09', 12)).when('FollowSession', moved);

  it('takes its supervision with it, which is briefed anew', () => {
    follow(planned, fuzhou).expectRefusal(accessRules.OnlyTheSystem);
    const briefed = throughDaily('AcknowledgeSessionBriefing');
    follow(briefed).expectFacts([{ type: 'DailyDatesMoved', data: moved }]);
    const after = andDaily(briefed, system, at('03-09', 12), 'FollowSession', moved);
    expect(afterDaily(after, system, NOW).state()).toMatchObject({ ...moved, onSiteFrom: '2026-04-07', onSiteTo: '2026-04-08', briefed: [], stage: 'ACCEPTED' });
    follow(after).expectFacts([]);
    follow(throughDaily('EndDailySupervision')).expectFacts([]);
  });
});

describe('the daily supervisions of one session', () => {
  const reserved = [{ type: 'DailyTaskReserved', data: { caseId: 'c-1', dispatcher: '3501', joint: false } }] as const;
  const reserve = (by: typeof fuzhou, body: object, events: readonly (typeof reserved)[number][] = reserved) => given(dailyTaskDecider, events).by(by).when('ReserveDailyTask', body);

  it('are one, or a joint one of each centre (A-16)', () => {
    reserve(school, { caseId: 'c-1', joint: false }, []).expectRefusal(dailyTaskRules.CenterReservesForItself);
    reserve(fuzhou, { caseId: 'c-1', joint: false }, []).expectFacts(reserved);
    reserve(fuzhou, { caseId: 'c-1', joint: false }).expectFacts([]);
    reserve(province, { caseId: 'c-1', joint: false }).expectRefusal(dailyTaskRules.SessionIsSupervisedOnce);
    reserve(province, { caseId: 'c-2', joint: false }).expectRefusal(dailyTaskRules.SessionIsSupervisedOnce);
    reserve(fuzhou, { caseId: 'c-2', joint: true }).expectRefusal(dailyTaskRules.SessionIsSupervisedOnce);
    reserve(province, { caseId: 'c-2', joint: true }).expectFacts([{ type: 'DailyTaskReserved', data: { caseId: 'c-2', dispatcher: 'FJ', joint: true } }]);
  });

  it('are fewer when one is cancelled, which only the system says', () => {
    const release = (by: typeof fuzhou, caseId: string) => given(dailyTaskDecider, reserved).by(by).when('ReleaseDailyTask', { caseId });
    release(fuzhou, 'c-1').expectRefusal(accessRules.OnlyTheSystem);
    release(system, 'c-2').expectFacts([]);
    release(system, 'c-1').expectFacts([{ type: 'DailyTaskReleased', data: { caseId: 'c-1' } }]);
  });
});
