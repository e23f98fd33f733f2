import { changed, evolveGroup, isActive } from '#libs/cases/case-group.evolve';
import type { SeatEvent } from '#libs/cases/case-group.events';
import type { AssignedAct } from '#libs/cases/daily-conduct.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { ReviewEvent } from '#libs/cases/daily-measures.events';
import { isReviewFact, NOT_REVIEWED, type Reviewed, reviewedBy } from '#libs/cases/daily-measures.evolve';
import type { DailySupervisionPlanned, Inspection } from '#libs/cases/daily-plan.events';
import type { SupervisionRecordForm } from '#libs/cases/daily-record.events';
import { type DailyStage, isOpen } from '#libs/cases/daily.stage';
import { type PowerEvent, powersBasis } from '#libs/cases/powers.events';
import { asksAfter } from '#libs/cases/powers.evolve';
import { NOT_BEGUN, type Supervision } from '#libs/cases/supervision.evolve';
import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { ContentItemCode } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { Slot } from '#libs/sessions/session.events';

/** What the rules ask of a daily supervision. */
export interface Daily extends Supervision, Slot, Reviewed {
  readonly stage: DailyStage;
  readonly sessionId: string;
  readonly inspection: Inspection;
  /** Seats to fill: as many as were drawn first. */
  readonly seatsWanted: number;
  /** By supervisorId: the claim on the role in the session that came with the dispatch. */
  readonly dispatched: Readonly<Record<string, number>>;
  /** supervisorIds. */
  readonly briefed: readonly string[];
  /** supervisorIds. */
  readonly checkedIn: readonly string[];
  /** What persons without an assignment have tried. */
  readonly unassignedActs: readonly { readonly personId: string; readonly act: AssignedAct }[];
  readonly missed: boolean;
  readonly disclosed: boolean;
  readonly endedAt?: Instant;
  /** D-01, from the end on. */
  readonly recordDue?: Deadline;
  readonly recordOverdue: boolean;
  /** Number of versions of the record. */
  readonly records: number;
  /** Items with a problem in its latest version. */
  readonly problems: readonly ContentItemCode[];
}

export type DailyState = Daily | undefined;

const slotOf = ({ startsAt, endsAt }: Slot) => ({ startsAt, endsAt, onSiteFrom: legalDateOf(startsAt), onSiteTo: legalDateOf(endsAt) });

function planned({ sessionId, agencyId, area, isCentralBranch, dispatcher, startsAt, endsAt, inspection, matters }: DailySupervisionPlanned['data']): Daily {
  return {
    stage: 'PLANNED', sessionId, agencyId, area, isCentralBranch, dispatcher, ...slotOf({ startsAt, endsAt }), inspection, matters, ...NOT_BEGUN, seatsWanted: 0, dispatched: {}, briefed: [], checkedIn: [], unassignedActs: [], missed: false, disclosed: false, recordOverdue: false, records: 0, problems: [], ...NOT_REVIEWED,
  };
}

/** How far an open supervision has come follows from its seats: one that empties takes it back (b.3). */
function openStage({ group, seatsWanted, dispatched, checkedIn }: Daily): DailyStage {
  const active = group.seats.filter(isActive);
  if (active.some(({ supervisorId }) => checkedIn.includes(supervisorId))) return 'IN_PROGRESS';
  if (active.length === 0 || active.length < seatsWanted) return 'PLANNED';
  if (active.some(({ supervisorId }) => !(supervisorId in dispatched))) return 'DRAWN';
  return active.every(({ status }) => status === 'ACCEPTED') ? 'ACCEPTED' : 'DISPATCHED';
}

const without = (dispatched: Daily['dispatched'], supervisorId: string): Daily['dispatched'] =>
  Object.fromEntries(Object.entries(dispatched).filter(([id]) => id !== supervisorId));

type Later = Exclude<DailyEvent, DailySupervisionPlanned | SeatEvent | PowerEvent | ReviewEvent>;

const problemsIn = ({ items }: SupervisionRecordForm): readonly ContentItemCode[] => items.flatMap(({ item, result }) => (result === 'PROBLEM' ? [item] : []));

function changeBy(state: Daily, { type, data }: Recorded<Later>): Partial<Daily> {
  switch (type) {
    case 'SupervisionCancelled':
      return { stage: 'CANCELLED' };
    case 'DailyDatesMoved':
      return { ...slotOf(data), briefed: [], missed: false };
    case 'SupervisorDispatched':
      return { dispatched: { ...state.dispatched, [data.supervisorId]: data.claimNo } };
    case 'DispatchWithdrawn':
      return { dispatched: without(state.dispatched, data.supervisorId) };
    case 'SupervisorFoundIneligible':
      return { group: changed(state.group, data.supervisorId, { status: 'INELIGIBLE' }) };
    case 'SessionBriefingAcknowledged':
      return { briefed: [...state.briefed, data.supervisorId] };
    case 'SupervisorCheckedIn':
      return { checkedIn: [...state.checkedIn, data.supervisorId] };
    case 'UnassignedActRefused':
      return { unassignedActs: [...state.unassignedActs, data] };
    case 'DailySupervisionEnded':
      return { stage: 'ENDED', endedAt: data.endedAt, recordDue: data.recordDue };
    case 'DailySupervisionMissed':
      return { missed: true };
    case 'DailyInspectionDisclosed':
      return { disclosed: true };
    case 'CaseLinkedToSanction':
      return { sanctions: [...state.sanctions, data.sanctionId] };
    case 'SupervisionTainted':
      return { group: { ...state.group, taintedBy: [...state.group.taintedBy, data.decisionNo] } };
    case 'IncidentEscalated':
      return {};
    case 'RecordSubmitted':
      return { stage: 'RECORD_SUBMITTED', records: 1, problems: problemsIn(data.form) };
    case 'RecordCorrected':
      return { records: data.version, problems: problemsIn(data.form) };
    case 'RecordOverdue':
      return { recordOverdue: true };
    case 'RecordDueRecomputed':
      return { recordDue: data.after };
  }
}

const OF_SEATS: Readonly<Record<SeatEvent['type'], true>> = {
  SupervisorsDrawn: true, SubstituteSeated: true, SeatLeftVacant: true, AssignmentAccepted: true, AssignmentReminded: true,
  AssignmentDeclined: true, AssignmentUnanswered: true, DeclineJudged: true, SupervisorRecused: true,
};
export const isSeatFact = (event: Recorded<DailyEvent>): event is Recorded<SeatEvent> => Object.hasOwn(OF_SEATS, event.type);

function seated(state: Daily, event: Recorded<SeatEvent>): Daily {
  const isFirst = event.type === 'SupervisorsDrawn' && state.group.draws.length === 0;
  return { ...state, group: evolveGroup(state.group, event), ...(isFirst ? { seatsWanted: event.data.members.length } : {}) };
}

const isPowerFact = (event: Recorded<DailyEvent>): event is Recorded<PowerEvent> => Object.hasOwn(powersBasis, event.type);

const empowered = (state: Daily, event: Recorded<PowerEvent>): Daily => ({
  ...state, asks: asksAfter(state.asks, event), researched: state.researched || event.type === 'ResearchReported',
});

export function evolveDaily(state: DailyState, event: Recorded<DailyEvent>): DailyState {
  if (event.type === 'DailySupervisionPlanned') return planned(event.data);
  if (state === undefined) throw new Error(`${event.stream}@${event.revision}: ${event.type} before the supervision was planned`);
  if (isPowerFact(event)) return empowered(state, event);
  if (isReviewFact(event)) return { ...state, ...reviewedBy(state, event) };
  const next = isSeatFact(event) ? seated(state, event) : { ...state, ...changeBy(state, event as Recorded<Later>) };
  return isOpen(next.stage) ? { ...next, stage: openStage(next) } : next;
}
