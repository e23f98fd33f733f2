import { type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import type { SessionEvent } from '#libs/sessions/session.events';
import { registeredFact, registration } from '#test/support/session-story';

const on = (day: string, fact: SessionEvent): Dated => ({ ...fact, occurredAt: `2026-03-${day}T02:00:00.000Z` });
const supervisor = { supervisorId: 'i-1', personId: 'p-hong', claimNo: 1, drawId: '1-i1' };
const due = dueAfterWorkingDays(CALENDAR_FJ_2021_2026, '2026-03-03', 3);

const registered = on('01', registeredFact);
const assigned = (day: string) => on(day, { type: 'InternalSupervisorAssigned', data: { ...supervisor, singleCandidatePool: true } });
const released = on('02', { type: 'InternalSupervisorReleased', data: { ...supervisor, cause: 'UNAVAILABLE', reason: '生病', coverageDue: registration.startsAt } });
const notCovered = on('03', { type: 'SessionNotCovered', data: { startsAt: registration.startsAt } });
const moved = on('03', { type: 'SessionRescheduled', data: { ...registeredFact.data, formerClaim: registeredFact.data.claim, reason: '场地检修' } as never });
const started = on('03', { type: 'SessionStarted', data: { internalSupervisors: ['i-1'], endsAt: registration.endsAt } });
const ended = on('04', { type: 'SessionEnded', data: { endedAt: registration.endsAt, saidBy: 'AGENCY', scoreSheetDue: due } });
const uploaded = (day: string, late: boolean, scored: { total: number; fullScore?: number } = { total: 0 }) =>
  on(day, { type: 'ScoreSheetUploaded', data: { version: 1, templateVersion: '1', supervisorId: 'i-1', scores: [], sha256: '', late, ...scored } });
const overdue = on('07', { type: 'ScoreSheetOverdue', data: { due } });
const final = on('10', { type: 'ResultsFinalised', data: { candidates: 40, passed: 31 } });
const cancelled = on('02', { type: 'SessionCancelled', data: { claim: registeredFact.data.claim, reason: '报名不足' } });

describe('sessions', () => {
  const documents = foldedLedger([
    ...streamOf('session-a', '3501', [registered, assigned('02'), started, ended, uploaded('05', false, { total: 59, fullScore: 80 }), uploaded('10', true, { total: 80, fullScore: 80 }), final]),
    ...streamOf('session-b', '3501', [registered, assigned('02'), released, started, notCovered, assigned('03'), ended, overdue, uploaded('09', true)], 100),
    ...streamOf('session-c', 'PT', [registered, notCovered, moved, assigned('03'), started], 200),
    ...streamOf('session-d', 'PT', [registered, cancelled], 300),
    ...streamOf('session-e', 'PT', [registered, notCovered], 400),
  ]);
  const upTo = (name: string, day: string, ...by: Parameters<typeof table>[2][]) => table(documents, question(name, {}, { occurredUpTo: `2026-03-${day}` }), ...by);

  it('count once each, by where they stood on the day', () => {
    expect(upTo('Sessions', '01', 'area', 'sessionStage')).toEqual({ '3501 REGISTERED': 2, 'PT REGISTERED': 3 });
    expect(upTo('Sessions', '31', 'sessionStage', 'agencyType')).toEqual({ 'RESULTS_FINAL SCHOOL': 1, 'ENDED SCHOOL': 1, 'IN_PROGRESS SCHOOL': 1, 'CANCELLED SCHOOL': 1, 'REGISTERED SCHOOL': 1 });
  });

  it('are covered or not once they have started, whoever is drawn afterwards', () => {
    expect(upTo('SessionCoverage', '02', 'coverage')).toEqual({});
    expect(upTo('SessionCoverage', '31', 'area', 'coverage')).toEqual({ '3501 COVERED': 1, '3501 NOT_COVERED': 1, 'PT COVERED': 1 });
  });

  it('have a score sheet in time or late, as it first was', () => {
    expect(upTo('ScoreSheetTimeliness', '06', 'timeliness')).toEqual({ ON_TIME: 1 });
    expect(upTo('ScoreSheetTimeliness', '31', 'timeliness')).toEqual({ ON_TIME: 1, LATE: 1 });
  });

  it('have their sheet overdue from the day after the last one until it comes', () => {
    expect(['06', '07', '08', '09'].map((day) => upTo('ScoreSheetsOverdue', day, 'area'))).toEqual([{}, { 3501: 1 }, { 3501: 1 }, {}]);
  });

  it('have a sheet by its score, as it was last uploaded, where the most points were written down', () => {
    expect(['04', '05', '09', '10'].map((day) => upTo('ScoreSheetsByScore', day, 'area', 'scoreRate'))).toEqual([{}, { '3501 73': 1 }, { '3501 73': 1 }, { '3501 100': 1 }]);
  });

  it('have internal supervisors drawn for them, alone in the pool or not, and who leave', () => {
    expect(upTo('InternalAssignments', '31', 'candidates')).toEqual({ SINGLE: 4 });
    expect(upTo('InternalReleases', '31', 'releaseCause')).toEqual({ UNAVAILABLE: 1 });
  });
});
