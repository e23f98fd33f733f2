import type { Seat } from '#libs/cases/case-group.evolve';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { OccupiedTask } from '#libs/draws/draw-tasks.view';
import { barredPersons, type RosterEntry } from '#libs/supervisors/roster.evolve';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import type { ExclusionReason, PoolScope } from '#libs/regulation/own-codes';
import { exclusionsOn } from '#libs/supervisors/standing.evolve';

/** What candidates are judged against. Nothing else may filter or weight them (R2.5-3). */
export interface Task {
  /** Key of the supervision among the tasks. */
  readonly taskKey: string;
  readonly theCase: Supervision;
  readonly scope: PoolScope;
  readonly today: LegalDate;
  readonly roster: readonly RosterEntry[];
  /** Supervisions whose days on site are not over, and this one. */
  readonly tasks: readonly OccupiedTask[];
  /** personIds of those with another role in the session that is supervised. */
  readonly engaged: readonly string[];
}

/** A candidate with every reason against drawing them; without any, one who can be drawn. */
export interface Judged {
  readonly supervisorId: string;
  readonly personId: string;
  readonly reasons: readonly ExclusionReason[];
}

/** Days on site that are still to come, today included; today itself where the plan has passed. */
export function daysOnSite({ onSiteFrom, onSiteTo }: Pick<Supervision, 'onSiteFrom' | 'onSiteTo'>, today: LegalDate) {
  const later = (day: LegalDate): LegalDate => (day > today ? day : today);
  return { from: later(onSiteFrom), to: later(onSiteTo) };
}

/** A supervisor is needed on the day of the draw, and on every day on site. */
function neededOn({ theCase, today }: Task): readonly LegalDate[] {
  const { from, to } = daysOnSite(theCase, today);
  const days: LegalDate[] = [today];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const OF_A_SEAT: Readonly<Record<Seat['status'], (seat: Seat) => readonly ExclusionReason[]>> = {
  SEATED: () => [],
  ACCEPTED: () => [],
  DECLINED: () => ['DECLINED'],
  UNANSWERED: () => ['DECLINED'],
  INELIGIBLE: () => [],
  RECUSED: ({ recusalBy }) => [recusalBy === 'SUPERVISOR' ? 'RECUSAL_DECLARED' : 'RECUSAL_DETECTED'],
};

/** What the case itself has seen of the person. */
const inTheCase = ({ theCase }: Task, person: string): readonly ExclusionReason[] =>
  theCase.group.seats.filter(({ personId }) => personId === person).flatMap((seat) => ['ALREADY_DRAWN' as const, ...OF_A_SEAT[seat.status](seat)]);

function busyPersons({ taskKey, theCase, today, tasks }: Task): ReadonlySet<string> {
  const { from, to } = daysOnSite(theCase, today);
  return new Set(tasks.filter((task) => task.caseId !== taskKey && task.from <= to && from <= task.to).flatMap(({ persons }) => persons));
}

/** Persons who supervise the agency from inside, and so never from outside. */
const insiders = ({ theCase, roster }: Task): ReadonlySet<string> =>
  new Set(roster.filter(({ credential }) => credential.ended === undefined && credential.terms.length > 0 && credential.selection?.agencies.includes(theCase.agencyId)).map(({ credential }) => credential.personId));

/** Judges candidates for a task: every reason why not, sorted; none for the eligible. */
export function judging(task: Task): (entry: RosterEntry) => readonly ExclusionReason[] {
  const { theCase, scope, roster } = task;
  const barred = barredPersons(roster);
  const busy = busyPersons(task);
  const drawn = new Set(task.tasks.filter(({ caseId }) => caseId === task.taskKey).flatMap(({ persons }) => persons));
  const own = insiders(task);
  const days = neededOn(task);
  return ({ credential }) => {
    const { personId, supervisorType, area } = credential;
    const reasons: readonly (readonly [boolean, ExclusionReason])[] = [
      [barred.has(personId), 'BARRED'],
      [supervisorType !== 'EXTERNAL', 'WRONG_TYPE'],
      [scope === 'OWN_APPOINTED' && area !== theCase.dispatcher, 'OUT_OF_JURISDICTION'],
      [own.has(personId), 'OWN_AGENCY'],
      [task.engaged.includes(personId), 'CONCURRENT_ROLE'],
      [busy.has(personId), 'TIME_OVERLAP'],
      [drawn.has(personId), 'ALREADY_DRAWN'],
    ];
    const found = [
      ...reasons.filter(([holds]) => holds).map(([, reason]) => reason),
      ...days.flatMap((day) => exclusionsOn(credential, day, theCase.dispatcher)),
      ...inTheCase(task, personId),
    ];
    return [...new Set(found)].sort();
  };
}

/** Whoever was appointed at some time is named, in the pool or out of it. */
export const wasAppointed = ({ credential }: RosterEntry): boolean => credential.terms.length > 0;
