import type { ReceiveComplaint } from '#libs/complaints/complaint.commands';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { clerkOf } from '#libs/simulation/actors';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { eraseReporterStory, readReporterStory, sealReporterStory } from '#libs/simulation/reporter.story';
import { send, type Story, waitUntil } from '#libs/simulation/story';

const FATES = ['REJECTED', 'TRANSFERRED', 'MERGED', 'FORGOTTEN', 'REOPENED'] as const;

/** A complaint that no special supervision verifies. */
export interface LoneComplaint {
  readonly complaintId: string;
  readonly agency: SimulatedAgency;
  readonly fate: (typeof FATES)[number];
  readonly receivedOn: LegalDate;
  readonly random: Random;
}

const PER_AGENCY = 0.16;

export function planLoneComplaints(agencies: readonly SimulatedAgency[], year: number, seed: string): readonly LoneComplaint[] {
  const count = Math.max(2, Math.round(PER_AGENCY * agencies.length));
  return Array.from({ length: count }, (_none, nth) => {
    const random = randomFor(seed, `lone complaint ${nth}`);
    const receivedOn = workingDay(`${year}-02-01`, random.between(1, 150));
    const fate = FATES[nth % FATES.length] ?? 'REJECTED';
    return { agency: random.pick(agencies), receivedOn, fate, complaintId: idAt(officeTime(random, receivedOn), `${seed} lone complaint ${nth}`), random };
  });
}

const act = <C extends object>(by: Actor, { complaintId }: Pick<LoneComplaint, 'complaintId'>, name: string, body: C) => send(by, name, complaintId, body);
const onDay = ({ random }: LoneComplaint, day: LegalDate): Story => waitUntil(officeTime(random, day));

function* registered(one: LoneComplaint, by: Actor, body: Partial<ReceiveComplaint> = {}): Story {
  const received: ReceiveComplaint = { channel: one.random.pick(['PHONE', 'LETTER', 'VISIT'] as const), isAnonymous: false, agencyId: one.agency.agencyId, content: '反映收费不规范', accused: [], ...body };
  yield* act(by, one, 'ReceiveComplaint', received);
  yield* act(by, one, 'RegisterComplaint', {});
}

function* rejected(one: LoneComplaint, by: Actor): Story {
  yield* registered(one, by, { content: '反映食堂饭菜质量' });
  yield* sealReporterStory(one.complaintId, one.agency.center);
  yield* onDay(one, workingDay(one.receivedOn, 3));
  yield* act(by, one, 'RejectComplaint', { reason: '不属于质量督导范围' });
  yield* readReporterStory(one.complaintId, one.agency.center);
  yield* act(by, one, 'NotifyReporter', { text: '您反映的事项请向学校反映' });
  yield* act(by, one, 'CloseComplaint', {});
  yield* onDay(one, workingDay(one.receivedOn, 12));
  yield* eraseReporterStory(one.complaintId, one.agency.center);
}

/** To the wrong centre, which sends it on; it takes longer than sixty days all the same. */
function* transferred(one: LoneComplaint, by: Actor): Story {
  const { center } = one.agency;
  const other = clerkOf(center === '3501' ? '3502' : '3501');
  yield* registered(one, other);
  yield* onDay(one, workingDay(one.receivedOn, 2));
  yield* act(other, one, 'TransferComplaint', { to: center, reason: '由有管辖权的中心办理' });
  yield* act(by, one, 'AcceptComplaint', {});
  yield* act(by, one, 'NotifyReporter', { text: '您反映的情况已受理' });
  yield* onDay(one, workingDay(one.receivedOn, 30));
  yield* act(by, one, 'ExtendComplaint', { reason: '需要调取两年的收费台账' });
}

/** The same, once more, without a name. */
function* merged(one: LoneComplaint, by: Actor): Story {
  const second = { complaintId: `${one.complaintId}-2` };
  yield* registered(one, by);
  yield* act(by, one, 'AcceptComplaint', {});
  yield* act(by, one, 'NotifyReporter', { text: '您反映的情况已受理' });
  yield* onDay(one, workingDay(one.receivedOn, 5));
  yield* registered({ ...one, ...second }, by, { isAnonymous: true });
  yield* act(by, second, 'MergeComplaint', { into: one.complaintId, reason: '反映同一事项' });
}

/** Received, and then nobody says so for fifteen days. */
const forgotten = (one: LoneComplaint, by: Actor): Story => registered(one, by);

function* reopened(one: LoneComplaint, by: Actor): Story {
  yield* rejected(one, by);
  yield* onDay(one, workingDay(one.receivedOn, 20));
  yield* act(by, one, 'ReopenComplaint', { reason: '补充了收费凭证' });
}

const STORIES = { REJECTED: rejected, TRANSFERRED: transferred, MERGED: merged, FORGOTTEN: forgotten, REOPENED: reopened } as const;

export function* loneComplaintStory(one: LoneComplaint): Story {
  yield* onDay(one, one.receivedOn);
  yield* STORIES[one.fate](one, clerkOf(one.agency.center));
}
