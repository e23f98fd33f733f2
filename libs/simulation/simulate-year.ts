import type { SettableClock } from '#libs/event-sourcing/clock';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { SupervisionRecord } from '#libs/record/record';
import { addDays } from '#libs/regulation/legal-date';
import { agencyStory, ALL_AGENCIES, planAgencies, type SimulatedAgency } from '#libs/simulation/agencies';
import { agencySanctionStory, planSanctions } from '#libs/simulation/agency-sanction.story';
import { assessmentStory } from '#libs/simulation/assessment.story';
import { cardStockStory } from '#libs/simulation/card-stock.story';
import { ALL_SUPERVISORS, planCareers } from '#libs/simulation/careers';
import { careerStory } from '#libs/simulation/career.story';
import { ALL_DAILIES, planDailies, type SimulatedDaily } from '#libs/simulation/dailies';
import { dailyStory } from '#libs/simulation/daily.story';
import { internalTrainingStory } from '#libs/simulation/internal-training.story';
import { planTrainings } from '#libs/simulation/internal-trainings';
import { filedLongAgo, longAgoStory, yearLongAgo } from '#libs/simulation/long-ago.story';
import { loneComplaintStory, planLoneComplaints } from '#libs/simulation/lone-complaint.story';
import { agencyNormStory, centerNormStory } from '#libs/simulation/norms.story';
import { policyStory } from '#libs/simulation/policy.story';
import { providersStory } from '#libs/simulation/providers.story';
import { scoreSheetTemplateStory } from '#libs/simulation/session-sheet.story';
import { sessionStory } from '#libs/simulation/session.story';
import { ALL_SESSIONS, planSessions } from '#libs/simulation/sessions';
import { planCases } from '#libs/simulation/cases';
import { caseStory } from '#libs/simulation/case.story';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { calendarStory, drawKeyStory } from '#libs/simulation/province.story';
import { randomFor } from '#libs/simulation/random';
import { SHARES } from '#libs/simulation/shares';
import { begin, type Story } from '#libs/simulation/story';
import { planTargetDraws, targetDrawStory } from '#libs/simulation/target-draw.story';
import { StoryLoop, type Told } from '#libs/simulation/run-stories';

export interface Scale {
  readonly agencies: number;
  readonly supervisors: number;
  readonly sessions: number;
  readonly dailies: number;
  readonly cases: number;
}

export const FULL_SCALE: Scale = { agencies: ALL_AGENCIES, supervisors: ALL_SUPERVISORS, sessions: ALL_SESSIONS, dailies: ALL_DAILIES, cases: 120 };

/** Terms that end in the year began three years before: the record opens then. */
const YEARS_BEFORE = 3;

/** The first working day of the record. */
export const openingDay = (year: number): LegalDate => workingDay(`${year - YEARS_BEFORE}-01-01`, 1);

export interface Simulated {
  /** Opened with the key of {@link drawSecret}, over empty stores. */
  readonly record: SupervisionRecord;
  readonly clock: SettableClock;
  readonly year: number;
  readonly seed: string;
  readonly scale: Scale;
  readonly onDay?: (day: LegalDate, told: Told) => void;
}

function* supervisedFromOutside(daily: SimulatedDaily | undefined): Story {
  if (daily !== undefined) yield* begin(`daily ${daily.caseId}`, dailyStory(daily));
}

interface Planned {
  readonly loop: StoryLoop;
  readonly year: number;
  readonly seed: string;
}

function beginSupervisors({ loop, year, seed }: Planned, count: number, start: string): void {
  for (const career of planCareers(count, year, seed)) {
    const name = `career ${career.no}`;
    loop.begin(start, name, careerStory(career, randomFor(seed, name), year));
    loop.begin(timeOf(`${year}-12-01`, '08:00'), `assessment ${career.no}`, assessmentStory(career, year, seed));
  }
}

/** Returns the agencies that have nothing to do with a sanction. */
function beginSanctions({ loop, year, seed }: Planned, agencies: readonly SimulatedAgency[]): readonly SimulatedAgency[] {
  const sanctions = planSanctions(agencies, year, seed);
  for (const one of sanctions) loop.begin(timeOf(one.openedOn, '08:00'), `sanction ${one.sanctionId}`, agencySanctionStory(one));
  const sanctioned = new Set(sanctions.map(({ agency }) => agency));
  return agencies.filter((agency) => !sanctioned.has(agency));
}

function beginComplaintsAndNorms({ loop, year, seed }: Planned, agencies: readonly SimulatedAgency[]): void {
  const start = timeOf(`${year}-01-02`, '08:00');
  for (const one of planLoneComplaints(agencies, year, seed)) loop.begin(timeOf(one.receivedOn, '08:00'), `complaint ${one.complaintId}`, loneComplaintStory(one));
  for (const agency of agencies) loop.begin(start, `norm ${agency.agencyId}`, agencyNormStory(agency, year, seed));
  for (const center of new Set(agencies.map((agency) => agency.center))) loop.begin(start, `norm ${center}`, centerNormStory(center, year, seed));
}

function beginSupervision({ loop, year, seed }: Planned, agencies: readonly SimulatedAgency[], scale: Scale): void {
  for (const one of planTrainings(agencies, year, seed)) loop.begin(timeOf(one.draftedOn, '08:00'), `training ${one.trainingId}`, internalTrainingStory(one));
  const sessions = planSessions(scale.sessions, agencies, year, seed);
  const drawn = Math.max(1, Math.round(SHARES.daily.drawnTarget * scale.dailies));
  const dailies = planDailies(Math.max(1, scale.dailies - drawn), sessions, seed);
  for (const one of planTargetDraws(drawn, sessions, dailies, seed)) loop.begin(timeOf(one.drawnOn, '08:00'), `target draw ${one.no}`, targetDrawStory(one, sessions, seed));
  for (const one of sessions) loop.begin(one.registeredAt, `session ${one.no}`, sessionStory(one, supervisedFromOutside(dailies.get(one.no))));
  for (const one of planCases(scale.cases, agencies, year, seed)) loop.begin(one.openedAt, `case ${one.no}`, caseStory(one));
}

/**
 * An agency with a complaint of so long ago that its archive is disposed of in the year; the agencies as they are then. The
 * record begins with it, where the Measures and the calendar go back as far.
 */
function beginLongAgo({ loop, year }: Planned, agencies: readonly SimulatedAgency[], opening: LegalDate): readonly SimulatedAgency[] {
  const before = yearLongAgo(year);
  const chosen = agencies.find(({ isCentralBranch }) => !isCentralBranch);
  const agency = before === undefined || chosen === undefined ? undefined : filedLongAgo(chosen, before);
  const start = timeOf(agency?.filedOn ?? opening, '08:00');
  loop.begin(start, 'calendar', calendarStory(Number(start.slice(0, 4)), year));
  if (agency !== undefined) loop.begin(agency.registeredAt, 'complaint long ago', longAgoStory(agency));
  return agencies.map((each) => (each === chosen && agency !== undefined ? agency : each));
}

/** A year of supervision, and the years of recruiting before it, as commands to the record. */
export function simulateYear({ record, clock, year, seed, scale, onDay }: Simulated): Promise<Told> {
  const opening = openingDay(year);
  const loop = new StoryLoop({ record, clock, seed, ...(onDay && { onDay }) });
  const planned = { loop, year, seed };
  const start = timeOf(opening, '08:00');
  const agencies = beginLongAgo(planned, planAgencies(scale.agencies, randomFor(seed, 'agencies'), opening), opening);
  for (const agency of agencies) loop.begin(agency.registeredAt, `agency ${agency.agencyId}`, agencyStory(agency));
  loop.begin(start, 'draw key', drawKeyStory(year, seed));
  loop.begin(start, 'card stock', cardStockStory(year - YEARS_BEFORE, year));
  beginSupervisors(planned, scale.supervisors, start);
  loop.begin(start, 'providers', providersStory(year));
  loop.begin(start, 'score sheet template', scoreSheetTemplateStory(year));
  loop.begin(start, 'policy', policyStory(year));
  const others = beginSanctions(planned, agencies);
  beginComplaintsAndNorms(planned, others);
  beginSupervision(planned, others, scale);
  return loop.run(addDays(opening, -1), `${year}-12-31`);
}
