import { accessRules } from '#libs/access/access.rules';
import { at, fuzhou, member, school, supervisor, system } from '#libs/cases/case-story';
import { dailyConductRules } from '#libs/cases/daily-conduct.rules';
import { afterDaily, andDaily, CARD, session, throughDaily } from '#libs/cases/daily-story';

const accepted = throughDaily('AcceptDailyAssignment');
const briefed = throughDaily('AcknowledgeSessionBriefing');
const inProgress = throughDaily('CheckIn');
const body = { mode: 'ONSITE', cardNumber: CARD };
const checkIn = (change: object = {}, known: object = {}, now = at('03-10', 9), events = briefed) => afterDaily(events, supervisor(1), now, known).when('CheckIn', { ...body, ...change });

describe('the briefing', () => {
  it('follows the acceptance, once, and keeps what was shown', () => {
    const brief = (events = accepted) => afterDaily(events, supervisor(1), at('03-09')).when('AcknowledgeSessionBriefing');
    brief(throughDaily('DispatchSupervisor')).expectRefusal(dailyConductRules.BriefingFollowsAcceptance);
    brief().expectFacts([
      { type: 'SessionBriefingAcknowledged', data: { ...member(1), startsAt: session.startsAt, endsAt: session.endsAt, venue: '实训楼二层', examiners: 0, examStaff: 0 } },
    ]);
    brief(briefed).expectRefusal(dailyConductRules.BriefingFollowsAcceptance);
  });
});

describe('checking in', () => {
  it('follows the briefing, on a day of the session and before its end', () => {
    checkIn({}, {}, at('03-10', 9), accepted).expectRefusal(dailyConductRules.BriefingPrecedesCheckIn);
    for (const now of [at('03-09', 20), session.endsAt]) checkIn({}, {}, now).expectRefusal(dailyConductRules.CheckInWithinTheSession);
    checkIn({}, { session: { ...session, stage: 'CANCELLED' } }).expectRefusal(dailyConductRules.CheckInWithinTheSession);
    checkIn().expectFacts([{ type: 'SupervisorCheckedIn', data: { ...member(1), mode: 'ONSITE', cardNumber: CARD } }]);
    checkIn({}, {}, at('03-10', 11), inProgress).expectFacts([]);
  });

  it('flags a card that is missing or not the valid one of the supervisor', () => {
    expect(checkIn({ cardNumber: undefined }).facts[0]?.data).toMatchObject({ cardFlag: 'MISSING' });
    expect(checkIn({ cardNumber: 'R35260099' }).facts[0]?.data).toMatchObject({ cardFlag: 'MISMATCH' });
    expect(checkIn({ mode: 'REMOTE' }, { credentials: {} }).facts[0]?.data).toMatchObject({ mode: 'REMOTE', cardFlag: 'MISMATCH' });
  });

  it('without an assignment is refused and recorded, once a person (R4.1(一))', () => {
    const by = (no: number, events = briefed) => afterDaily(events, supervisor(no), at('03-10')).when('CheckIn', body);
    by(9).expectFacts([{ type: 'UnassignedActRefused', data: { personId: 'p-9', act: 'CHECK_IN' } }]);
    const tried = andDaily(briefed, supervisor(9), at('03-10'), 'CheckIn', body);
    by(9, tried).expectRefusal(dailyConductRules.NothingWithoutAssignment);
    by(8, tried).expectTypes(['UnassignedActRefused']);
    afterDaily(briefed, school, at('03-10')).when('CheckIn', body).expectRefusal(accessRules.OnlyAssignedSupervisors);
  });
});

describe('the end', () => {
  const end = (now = at('03-11'), events = inProgress) => afterDaily(events, supervisor(1), now).when('EndDailySupervision');

  it('is said by one who has checked in, on the last day, and starts the five working days', () => {
    end(at('03-11'), briefed).expectRefusal(dailyConductRules.EndFollowsCheckIn);
    end(at('03-10', 18)).expectRefusal(dailyConductRules.EndsWithTheLastDay);
    expect(end().facts[0]?.data).toMatchObject({ endedAt: at('03-11'), saidBy: 'SUPERVISOR', absent: [], recordDue: { kind: 'WD', days: 5, date: '2026-03-18' } });
    end(at('03-11'), throughDaily('EndDailySupervision')).expectRefusal(dailyConductRules.EndFollowsCheckIn);
  });

  it('is taken from the plan where nobody says so, and is none where nobody came', () => {
    const planned = (events = inProgress) => afterDaily(events, system, at('03-11', 20)).when('EndDailyAsPlanned');
    expect(planned().facts[0]?.data).toMatchObject({ endedAt: session.endsAt, saidBy: 'PLAN', recordDue: { date: '2026-03-18' } });
    planned(briefed).expectFacts([{ type: 'DailySupervisionMissed', data: { absent: [member(1)] } }]);
    planned(andDaily(briefed, system, at('03-11', 20), 'EndDailyAsPlanned')).expectFacts([]);
    planned(throughDaily('EndDailySupervision')).expectFacts([]);
    afterDaily(inProgress, fuzhou, at('03-11', 20)).when('EndDailyAsPlanned').expectRefusal(accessRules.OnlyTheSystem);
  });
});
