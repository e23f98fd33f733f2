import { accessRules } from '#libs/access/access.rules';
import { otherSchool, province, school, system } from '#libs/cases/case-story';
import { given, recorded } from '#libs/event-sourcing/given';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';
import { scoreSheetTemplateDecider } from '#libs/sessions/score-sheet-template.decide';
import type { ScoreSheetTemplate } from '#libs/sessions/score-sheet-template.evolve';
import { sessionDecider } from '#libs/sessions/session.decide';
import type { SessionEvent } from '#libs/sessions/session.events';
import { takesInternalSupervisors, type Session } from '#libs/sessions/session.evolve';
import { recomputeScoreSheets } from '#libs/sessions/session-deadline.reaction';
import { sessionTimers } from '#libs/sessions/session.timers';
import { registeredFact, registration } from '#test/support/session-story';

type Told = SessionEvent & { readonly occurredAt?: Instant };
const at = (fact: SessionEvent, occurredAt: Instant): Told => ({ ...fact, occurredAt });
const hong: Actor = { person: 'p-hong', role: 'INT_SUPERVISOR', organisation: 'INTERNAL' };
const DUE = dueAfterWorkingDays(CALENDAR_FJ_2021_2026, '2026-03-03', 3);
const END = '2026-03-03T09:00:00.000Z';
const LATER = '2026-03-04T02:00:00.000Z';

const assigned: SessionEvent = { type: 'InternalSupervisorAssigned', data: { supervisorId: 'i-1', personId: 'p-hong', claimNo: 1, drawId: '1-i1', singleCandidatePool: false } };
const started = at({ type: 'SessionStarted', data: { internalSupervisors: ['i-1'], endsAt: registration.endsAt } }, registration.startsAt);
const ended = at({ type: 'SessionEnded', data: { endedAt: END, saidBy: 'AGENCY', scoreSheetDue: DUE } }, END);
const data = { supervisorId: 'i-1', conforms: true, notes: '符合要求' };
const prepared = at({ type: 'PreparationChecked', data }, '2026-03-02T02:00:00.000Z');
const processed = at({ type: 'ProcessChecked', data }, '2026-03-03T03:00:00.000Z');
const resulted = at({ type: 'ResultChecked', data }, END);
const CHECKED: readonly Told[] = [assigned, prepared, started, processed, ended, resulted];

const template: ScoreSheetTemplate = { version: '2026-1', validFrom: '2026-03-03', total: 80, items: [{ item: 'A', text: '考务准备', points: 30 }, { item: 'B', text: '过程管理', points: 50 }] };
const KNOWN = { templates: [{ ...template, version: '2025-1', validFrom: '2025-01-01' }, template, { ...template, version: '2026-2', validFrom: '2026-03-04' }], calendar: CALENDAR_FJ_2021_2026 };
const sheet = { templateVersion: '2026-1', scores: [{ item: 'B', points: 50, remark: '签到不全' }, { item: 'A', points: 0 }], sha256: 'a'.repeat(64) };
const uploaded = (version: number, late = false): SessionEvent => ({
  type: 'ScoreSheetUploaded',
  data: { version, templateVersion: '2026-1', supervisorId: 'i-1', scores: [{ item: 'A', points: 0 }, { item: 'B', points: 50, remark: '签到不全' }], total: 50, fullScore: 80, sha256: sheet.sha256, late },
});
const locked: SessionEvent = { type: 'ScoreSheetLocked', data: { version: 1, supervisorId: 'i-1' } };
const overdue: SessionEvent = { type: 'ScoreSheetOverdue', data: { due: DUE } };
const session = (...facts: readonly Told[]) => given(sessionDecider, [registeredFact, ...facts] as never).knowing(KNOWN).by(hong).at(LATER);

describe('the three phases', () => {
  const found = { conforms: true, notes: '符合要求' };

  it('are entered one after the other, once each, also afterwards', () => {
    session(assigned).at('2026-03-02T02:00:00.000Z').when('CheckPreparation', found).expectFacts([{ type: 'PreparationChecked', data }]);
    session(assigned, prepared, started).at(LATER, '2026-03-03T03:00:00.000Z').when('CheckProcess', found).expectFacts([{ type: 'ProcessChecked', data }]);
    session(assigned, prepared, started, processed, ended).when('CheckResult', found).expectFacts([{ type: 'ResultChecked', data }]);
    session(assigned, prepared).when('CheckPreparation', found).expectRefusal(scoreSheetRules.PhasesFollowEachOther);
    session(assigned, started).when('CheckProcess', found).expectRefusal(scoreSheetRules.PhasesFollowEachOther);
    session(assigned, prepared, started, ended).when('CheckResult', found).expectRefusal(scoreSheetRules.PhasesFollowEachOther);
    const cancelled: SessionEvent = { type: 'SessionCancelled', data: { claim: registeredFact.data.claim, reason: '报名不足' } };
    session(assigned, cancelled).when('CheckPreparation', found).expectRefusal(scoreSheetRules.PhasesFollowEachOther);
  });

  it('happen in their time', () => {
    session(assigned, prepared).when('CheckProcess', found).expectRefusal(scoreSheetRules.PhaseHappensInItsTime);
    session(assigned, prepared, started).at(LATER, '2026-03-03T00:59:59.999Z').when('CheckProcess', found).expectRefusal(scoreSheetRules.PhaseHappensInItsTime);
    session(assigned, at({ type: 'PreparationChecked', data }, '2026-03-03T04:00:00.000Z'), started).at(LATER, '2026-03-03T03:00:00.000Z').when('CheckProcess', found)
      .expectRefusal(scoreSheetRules.PhaseHappensInItsTime);
    session(assigned, prepared, started, processed).when('CheckResult', found).expectRefusal(scoreSheetRules.PhaseHappensInItsTime);
    session(assigned, prepared, started, processed, ended).at(LATER, '2026-03-03T08:59:59.999Z').when('CheckResult', found).expectRefusal(scoreSheetRules.PhaseHappensInItsTime);
  });

  it('are of the internal supervisor who is assigned', () => {
    const refused = (by: Actor, ...facts: readonly Told[]) => session(...facts).by(by).when('CheckPreparation', found).expectRefusal(accessRules.OnlyAssignedSupervisors);
    refused({ ...hong, person: 'p-gao' }, assigned);
    refused({ ...hong, role: 'EXT_SUPERVISOR' }, assigned);
    refused(school, assigned);
    refused(hong, assigned, { type: 'InternalSupervisorReleased', data: { ...(assigned.data as { supervisorId: string; personId: string; claimNo: number; drawId: string }), cause: 'RECUSED' } } as SessionEvent);
  });
});

describe('the score sheet', () => {
  const upload = (body: object = {}, facts = CHECKED, now = LATER) => session(...facts).at(now).when('UploadScoreSheet', { ...sheet, ...body });

  it('is uploaded item by item after every phase, and says whether it was in time', () => {
    upload().expectFacts([uploaded(1)]);
    upload({}, [...CHECKED, uploaded(1)]).expectFacts([uploaded(2)]);
    upload({}, CHECKED, DUE.dueAt).expectFacts([uploaded(1, true)]);
    upload({}, [assigned, prepared, started, processed, ended]).expectRefusal(scoreSheetRules.EveryPhasePrecedesTheSheet);
    session(...CHECKED).by(school).when('UploadScoreSheet', sheet).expectRefusal(accessRules.OnlyAssignedSupervisors);
  });

  it('follows the template that is in force on the first day, whatever its items are', () => {
    for (const body of [
      { templateVersion: '2025-1' }, { templateVersion: '2026-2' }, { scores: sheet.scores.slice(1) }, { scores: [...sheet.scores, { item: 'C', points: 1 }] },
      { scores: [sheet.scores[0], sheet.scores[0]] }, { scores: [{ item: 'A', points: 31 }, { item: 'B', points: 50 }] },
    ]) upload(body).expectRefusal(scoreSheetRules.ScoreSheetFollowsTheTemplate);
    session(...CHECKED).knowing({ templates: [] }).when('UploadScoreSheet', sheet).expectRefusal(scoreSheetRules.ScoreSheetFollowsTheTemplate);
  });

  it('is locked once, and then stands', () => {
    session(...CHECKED, uploaded(1)).when('LockScoreSheet').expectFacts([locked]);
    session(...CHECKED).when('LockScoreSheet').expectRefusal(scoreSheetRules.ScoreSheetIsLockedOnce);
    session(...CHECKED, uploaded(1), locked).when('LockScoreSheet').expectRefusal(scoreSheetRules.ScoreSheetIsLockedOnce);
    upload({}, [...CHECKED, uploaded(1), locked]).expectRefusal(scoreSheetRules.ScoreSheetIsLockedOnce);
    session(...CHECKED, uploaded(1)).by(school).when('LockScoreSheet').expectRefusal(accessRules.OnlyAssignedSupervisors);
  });

  it('comes before the results', () => {
    const results = { candidates: 40, passed: 40 };
    const finalise = (...facts: readonly Told[]) => session(...facts).by(school).when('FinaliseResults', results);
    const final: SessionEvent = { type: 'ResultsFinalised', data: results };
    finalise(...CHECKED, uploaded(1), locked).expectFacts([final]);
    finalise(...CHECKED, uploaded(1)).expectRefusal(scoreSheetRules.ScoreSheetPrecedesTheResults);
    finalise(...CHECKED).expectRefusal(scoreSheetRules.ScoreSheetPrecedesTheResults);
    finalise(assigned, prepared, started).expectRefusal(scoreSheetRules.ResultsAreFinalisedOnce);
    finalise(...CHECKED, uploaded(1), locked, final).expectRefusal(scoreSheetRules.ResultsAreFinalisedOnce);
    session(...CHECKED, uploaded(1), locked).by(school).when('FinaliseResults', { candidates: 40, passed: 41 }).expectRefusal(scoreSheetRules.NoMorePassThanTakePart);
    session(...CHECKED, uploaded(1), locked).by(otherSchool).when('FinaliseResults', results).expectRefusal(accessRules.AgencySpeaksForItself);
    expect(takesInternalSupervisors(session(...CHECKED, uploaded(1), locked, final).state() as Session)).toBe(false);
  });

  it('is overdue once the last day has passed, unless it is there', () => {
    const flag = (now: Instant, ...facts: readonly Told[]) => session(...facts).by(system).at(now).when('FlagScoreSheetOverdue');
    flag(DUE.dueAt, ...CHECKED).expectFacts([overdue]);
    flag(LATER, ...CHECKED).expectFacts([]);
    flag(DUE.dueAt, ...CHECKED, uploaded(1)).expectFacts([]);
    flag(DUE.dueAt, ...CHECKED, overdue).expectFacts([]);
    session(...CHECKED).at(DUE.dueAt).when('FlagScoreSheetOverdue').expectRefusal(accessRules.OnlyTheSystem);
    const timers = (fact: SessionEvent) => sessionTimers.timers(recorded(fact, { stream: 'session-1' }));
    expect(timers(ended)).toContainEqual({ timer: 'session-1:sheet', dueAt: DUE.dueAt, request: { name: 'FlagScoreSheetOverdue', target: '1', body: {} } });
    for (const fact of [uploaded(1), overdue]) expect(timers(fact)).toEqual([{ timer: 'session-1:sheet', ended: true }]);
  });

  it('has a due date that moves with the calendar while it is open', async () => {
    const provisional = dueAfterWorkingDays({}, '2026-02-12', 3);
    const open = at({ type: 'SessionEnded', data: { endedAt: END, saidBy: 'AGENCY', scoreSheetDue: provisional } }, END);
    const due = dueAfterWorkingDays(CALENDAR_FJ_2021_2026, '2026-02-12', 3);
    const recompute = (...facts: readonly Told[]) => session(...facts).by(system).when('RecomputeScoreSheetDue');
    recompute(assigned, started, open).expectFacts([{ type: 'ScoreSheetDueRecomputed', data: { due } }]);
    recompute(assigned, started, open, { type: 'ScoreSheetDueRecomputed', data: { due } }).expectFacts([]);
    recompute(assigned, started, open, overdue).expectFacts([]);
    recompute(...CHECKED).expectFacts([]);
    session(assigned, started, open).when('RecomputeScoreSheetDue').expectRefusal(accessRules.OnlyTheSystem);
    const lookup = { fold: async () => CALENDAR_FJ_2021_2026 } as never;
    const set = (fact: SessionEvent) => recomputeScoreSheets.search(recorded(fact, { stream: 'session-1' }), lookup);
    expect(await set(open)).toEqual([{ name: 'RecomputeScoreSheetDue', target: '1', body: {} }]);
    expect(await set(ended)).toEqual([]);
  });
});

describe('a template of the score sheet', () => {
  const { validFrom: _day, ...form } = template;
  const publish = (body: object = {}, target = 'FJ', by = province) =>
    given(scoreSheetTemplateDecider, [{ type: 'ScoreSheetTemplatePublished', data: template }]).about(target).by(by).at(LATER).when('PublishScoreSheetTemplate', { ...form, version: '2026-2', validFrom: '2026-03-04', ...body });

  it('is data of the province that adds up, in a new version for later days', () => {
    publish().expectFacts([{ type: 'ScoreSheetTemplatePublished', data: { ...form, version: '2026-2', validFrom: '2026-03-04' } }]);
    publish({ total: 100 }).expectRefusal(scoreSheetRules.TemplateAddsUp);
    publish({ items: [template.items[0], template.items[0]], total: 60 }).expectRefusal(scoreSheetRules.TemplateAddsUp);
    publish({ version: '2026-1' }).expectRefusal(scoreSheetRules.TemplateVersionIsNew);
    for (const validFrom of ['2026-03-03', '2026-02-30']) publish({ validFrom }).expectRefusal(scoreSheetRules.TemplateFollowsTheOneBefore);
    publish({}, 'x').expectRefusal(scoreSheetRules.TemplatesAreOfTheProvince);
    publish({}, 'FJ', school).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
  });
});
