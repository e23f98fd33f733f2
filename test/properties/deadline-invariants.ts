import type { CaseEvent } from '#libs/cases/case.events';
import type { DeadlineName } from '#libs/cases/case-rectification.events';
import type { Deadline } from '#libs/regulation/deadline';
import { addDays, endOfDay } from '#libs/regulation/legal-date';
import { isWorkingDay, type WorkCalendar } from '#libs/regulation/work-calendar';
import { allOf, at, before, type Invariant, inStream, isOf, type Log, type Logged, sameText } from '#test/properties/typed-log';

const isDeadline = (value: unknown): value is Deadline => typeof value === 'object' && value !== null && 'dueAt' in value && 'calendarVersions' in value;
const deadlinesIn = ({ data }: Logged): readonly Deadline[] => Object.values(data).filter(isDeadline);

/** The calendars that the deadline names; undefined where one had not been published by then. */
function namedCalendar(log: Log, { calendarVersions }: Deadline): WorkCalendar | undefined {
  const published = allOf(log, 'WorkCalendarPublished').map(({ data }) => data);
  const named = calendarVersions.filter((version) => !version.endsWith('v0')).map((version) => published.find((notice) => `${notice.year}v${notice.version}` === version));
  return named.includes(undefined) ? undefined : Object.fromEntries(named.flatMap((notice) => (notice === undefined ? [] : [[String(notice.year), notice]])));
}

function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** What is wrong with the counting, by counting again. */
function miscounted({ kind, start, days, date, dueAt, provisional, calendarVersions }: Deadline, calendar: WorkCalendar): string | undefined {
  const asked = daysFrom(addDays(start, kind === 'WD' ? 1 : days), date);
  const working = asked.filter((day) => isWorkingDay(calendar, day).working);
  const years = [...new Set(asked.map((day) => day.slice(0, 4)))];
  if (working.at(-1) !== date) return `${date} is no working day`;
  if (working.length !== (kind === 'WD' ? days : 1)) return `${start} and ${days} ${kind} is not ${date}`;
  if (dueAt !== endOfDay(date)) return `${dueAt} is not the end of ${date}`;
  if (!sameText(calendarVersions.map((version) => version.slice(0, 4)), years)) return `${calendarVersions.join()} are not the years ${years.join()}`;
  return provisional === years.some((year) => calendar[year] === undefined) ? undefined : `provisional is ${provisional}`;
}

const isRightlyCounted: Invariant = (log) =>
  log.flatMap((event) => deadlinesIn(event).flatMap((deadline) => {
    const calendar = namedCalendar(before(log, event), deadline);
    const fault = calendar === undefined ? `${deadline.calendarVersions.join()} was not published` : miscounted(deadline, calendar);
    return fault === undefined ? [] : [`${at(event)}: ${fault}`];
  }));

/** Of deadlines of one length in the same calendars, the later to start is not the earlier to end. */
const isMonotone: Invariant = (log) => {
  const alike = Map.groupBy(log.flatMap(deadlinesIn), ({ kind, days, calendarVersions }) => `${days}${kind} in ${calendarVersions.join()}`);
  return [...alike].flatMap(([kind, deadlines]) => {
    const inOrder = deadlines.toSorted((one, other) => one.start.localeCompare(other.start));
    return inOrder.flatMap(({ start, date }, index) => ((inOrder[index - 1]?.date ?? '') <= date ? [] : [`${kind}: from ${start} to ${date} is too early`]));
  });
};

type CaseType = CaseEvent['type'];
const SETS: Readonly<Record<DeadlineName, readonly CaseType[]>> = {
  selfReport: ['SupervisionNoticeServed', 'InspectionDisclosed'],
  preliminary: ['PreliminaryOpinionFormed'],
  defence: ['PreliminaryOpinionDelivered'],
  opinion: ['OnSiteEnded'],
  rectification: ['OpinionDelivered', 'RectificationExtended', 'RectificationReturned'],
  verification: ['RectificationReportSubmitted'],
};
const ENDS: Readonly<Record<DeadlineName, readonly CaseType[]>> = {
  selfReport: ['SelfReportSubmitted', 'SelfReportMissing'],
  preliminary: ['PreliminaryOpinionDelivered', 'PreliminaryOverdue'],
  defence: ['DefenceWaived', 'DefenceLapsed', 'DefencePeriodEnded', 'DefenceAnalysed'],
  opinion: ['OpinionIssued', 'OpinionOverdue'],
  rectification: ['RectificationReportSubmitted', 'RectificationOverdue', 'RectificationRefused'],
  verification: ['RectificationReturned', 'RectificationVerified', 'VerificationOverdue'],
};
const ENDS_ALL: readonly CaseType[] = ['CaseClosed', 'SupervisionCancelled'];

/** The deadline as it stood before the event; undefined where it had ended or never ran. */
function openBefore(log: Log, event: Logged, name: DeadlineName): Deadline | undefined {
  let open: Deadline | undefined;
  for (const earlier of inStream(before(log, event), event.stream)) {
    const type = earlier.type as CaseType;
    const isFinal = isOf(earlier, 'DefenceSubmitted') && earlier.data.isFinal && name === 'defence';
    if (ENDS[name].includes(type) || ENDS_ALL.includes(type) || isFinal) open = undefined;
    if (isOf(earlier, 'DeadlineRecomputed') && earlier.data.deadline === name) open = earlier.data.after;
    if (SETS[name].includes(type)) open = deadlinesIn(earlier)[0];
  }
  return open;
}

const closedStay: Invariant = (log) =>
  allOf(log, 'DeadlineRecomputed').flatMap((event) =>
    sameText(openBefore(log, event, event.data.deadline), event.data.before) ? [] : [`${at(event)}: ${event.data.deadline} was not open as it says`]);

/** 10: deadlines are what counting gives, in the calendars they name; later starts end no earlier; closed ones never move. */
export const deadlinesHold: Invariant = (log) => [...isRightlyCounted(log), ...isMonotone(log), ...closedStay(log)];
