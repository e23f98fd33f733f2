import type { ProposeArchiveDisposal } from '#libs/archives/archive.commands';
import type { ReceiveComplaint } from '#libs/complaints/complaint.commands';
import type { Actor } from '#libs/event-sourcing/event';
import { parameter } from '#libs/regulation/parameters';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { addYears } from '#libs/regulation/legal-date';
import { clerkOf, reviewerOf } from '#libs/simulation/actors';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { sealReporterStory } from '#libs/simulation/reporter.story';
import { send, type Story, waitUntil } from '#libs/simulation/story';

/** The year whose archives may be disposed of in the year that is simulated; undefined where the Measures, or its calendar, were not there yet. */
export function yearLongAgo(year: number): number | undefined {
  const before = year - parameter('retention.electronicYears', `${year}-01-01`);
  return CALENDAR_FJ_2021_2026[before] === undefined ? undefined : before;
}

/** The agency of the complaint was filed before it. */
export function filedLongAgo(agency: SimulatedAgency, before: number): SimulatedAgency {
  const filedOn = workingDay(`${before}-11-01`, 0);
  return { ...agency, filedOn, registeredAt: timeOf(filedOn, '09:00') };
}

/** A complaint that was not accepted, its file, and, at the end of its period, 鉴定销毁 by two persons, with who complained. */
export function* longAgoStory({ agencyId, center, registeredAt }: SimulatedAgency): Story {
  const [complaintId, on] = [`long-ago-${agencyId.slice(0, 13)}`, registeredAt.slice(0, 10)];
  const closedOn = workingDay(on, 6);
  const by = (actor: Actor, name: string, body: object = {}): Story<unknown> => send(actor, name, complaintId, body);
  const archive = (actor: Actor, name: string, body: object = {}): Story<unknown> => send(actor, name, `complaint-${complaintId}`, body);
  const clerk = clerkOf(center);
  const received: ReceiveComplaint = { channel: 'LETTER', isAnonymous: false, agencyId, content: '反映培训收费偏高', accused: [] };
  yield* waitUntil(timeOf(workingDay(on, 2), '09:30'));
  yield* by(clerk, 'ReceiveComplaint', received);
  yield* sealReporterStory(complaintId, center);
  yield* by(clerk, 'RegisterComplaint');
  yield* waitUntil(timeOf(closedOn, '10:00'));
  yield* by(clerk, 'RejectComplaint', { reason: '属于价格主管部门职责' });
  yield* by(clerk, 'NotifyReporter', { text: '您反映的事项请向价格主管部门反映' });
  yield* by(clerk, 'CloseComplaint');
  yield* waitUntil(timeOf(workingDay(closedOn, 2), '10:00'));
  yield* archive(clerk, 'SealArchivePackage');
  const over = workingDay(addYears(closedOn, parameter('retention.electronicYears', closedOn)), 2);
  const appraised: ProposeArchiveDisposal = { appraisal: '保管期满,无继续保存价值' };
  yield* waitUntil(timeOf(over, '10:00'));
  yield* archive(clerk, 'ProposeArchiveDisposal', appraised);
  yield* waitUntil(timeOf(workingDay(over, 1), '10:00'));
  yield* archive(reviewerOf(center), 'ConfirmArchiveDisposal');
}
