import type { LegalDate } from '#libs/event-sourcing/event';
import type { OccupationLevel } from '#libs/regulation/own-codes';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { apportion, repeated } from '#libs/simulation/apportion';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { SHARES } from '#libs/simulation/shares';

/** What is decided about a recognition session before it is registered. */
export interface SimulatedSession {
  readonly no: number;
  readonly sessionId: string;
  readonly agency: SimulatedAgency;
  readonly registeredAt: string;
  readonly startsOn: LegalDate;
  readonly endsOn: LegalDate;
  readonly occupation: string;
  readonly level: OccupationLevel;
  readonly random: Random;
}

export const ALL_SESSIONS = 3000;
/** Working days of the year on which sessions begin, and how far ahead they are registered. */
const DAYS = { first: 14, last: 243 };
const AHEAD = { from: 14, to: 20 };

const OCCUPATIONS = ['电工', '焊工', '钳工', '车工', '中式烹调师', '养老护理员', '育婴员', '茶艺师', '汽车维修工', '美容师', '电子商务师', '叉车司机'];
const LEVELS: readonly OccupationLevel[] = ['LEVEL_5', 'LEVEL_4', 'LEVEL_4', 'LEVEL_3', 'LEVEL_3', 'LEVEL_2', 'LEVEL_1'];

/** Sessions of one agency lie apart, so that its few internal supervisors can come to each. */
function sessionsOf(agency: SimulatedAgency, count: number, year: number, seed: string): readonly Omit<SimulatedSession, 'no'>[] {
  return Array.from({ length: count }, (_none, nth) => {
    const random = randomFor(seed, `session ${agency.agencyId} ${nth}`);
    const startsOn = workingDay(`${year}-01-01`, DAYS.first + Math.floor(((nth + random.next()) * (DAYS.last - DAYS.first)) / count));
    const registeredAt = officeTime(random, workingDay(startsOn, -random.between(AHEAD.from, AHEAD.to)));
    return {
      agency, registeredAt, startsOn, endsOn: random.chance(SHARES.session.severalDays) ? workingDay(startsOn, 1) : startsOn,
      sessionId: idAt(registeredAt, `${seed} session ${agency.agencyId} ${nth}`), occupation: random.pick(OCCUPATIONS), level: random.pick(LEVELS), random,
    };
  });
}

/** Some agencies hold many sessions, others few. */
export function planSessions(count: number, agencies: readonly SimulatedAgency[], year: number, seed: string): readonly SimulatedSession[] {
  const random = randomFor(seed, 'sessions');
  const known = agencies.filter(({ registeredAt }) => registeredAt < `${year - 1}-08`);
  const weights = Object.fromEntries(known.map(({ agencyId }) => [agencyId, 1 + 3 * random.next()]));
  const counts = apportion(count, weights);
  return known.flatMap((agency) => sessionsOf(agency, counts[agency.agencyId] ?? 0, year, seed)).map((session, no) => ({ no, ...session }));
}

/** Which of the sessions are supervised from outside, in the order of their numbers. */
export function chosenOf(sessions: readonly SimulatedSession[], count: number, random: Random): ReadonlySet<number> {
  const chosen = repeated({ yes: Math.min(count, sessions.length), no: Math.max(0, sessions.length - count) });
  return new Set(random.shuffled(chosen).flatMap((answer, no) => (answer === 'yes' ? [no] : [])));
}
