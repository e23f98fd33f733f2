import type { CaseEvent } from '#libs/cases/case.events';
import type { GroupFormed } from '#libs/cases/case-group.events';
import type { Matter, SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import type { Finding } from '#libs/cases/case-opinion.events';
import type { DeadlineName } from '#libs/cases/case-rectification.events';
import type { Evidence } from '#libs/cases/evidence';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';

type DataOf<T extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: T }>['data'];

/** What the notice, or the disclosure of a covert visit, tells the supervised agency of the case's opening. How it came to be chosen, and by whose complaint, is not among it. */
export type AnnouncedCase = Pick<SpecialSupervisionOpened['data'], 'kind' | 'agencyId' | 'agencyName' | 'area' | 'dispatcher' | 'venueDivision'>;

/** The notice as the agency reads it: it names the group, so that the agency can ask for a recusal. */
export type AgencyNotice = AnnouncedCase & DataOf<'SupervisionNoticeServed'> & Pick<DataOf<'InspectionDisclosed'>, 'cardNumber'> & { readonly group: GroupFormed['data'] };

/** What lies between a case and its agency: facts that it will be told of later, and what the telling rests on. */
export interface Gate {
  readonly opening?: AnnouncedCase;
  /** The group as it stands before the agency is told. */
  readonly group?: GroupFormed['data'];
  /** Facts that wait for another one; of each kind the latest. */
  readonly waiting: readonly Recorded<CaseEvent>[];
  /** Evidence that the agency may read: its own, and what is not above INTERNAL. */
  readonly evidence: readonly Evidence[];
  /** Number of facts told. 0: the agency does not know of the case. */
  readonly told: number;
}

export const CLOSED_GATE: Gate = { waiting: [], evidence: [], told: 0 };

/** Facts that the agency is told of together with another one. */
const WAITS_FOR: { readonly [T in CaseEvent['type']]?: CaseEvent['type'] } = {
  PreliminaryOpinionFormed: 'PreliminaryOpinionDelivered',
  DefenceAnalysed: 'OpinionDelivered',
  OpinionIssued: 'OpinionDelivered',
};

/** Facts by which the agency first hears of the case. */
export const OPENS: readonly CaseEvent['type'][] = ['SupervisionNoticeServed', 'InspectionDisclosed'];

/** Deadlines that are the agency's to meet. The others tell how far the group and the centre have come. */
export const AGENCY_DEADLINES: readonly DeadlineName[] = ['selfReport', 'defence', 'rectification'];

/** What the agency reads of a fact; undefined for nothing, not even that it happened. */
type Release<T extends CaseEvent['type']> = (data: DataOf<T>, gate: Gate) => object | undefined;

const nothing = (): undefined => undefined;
const all = <D>(data: D): D => data;
const named = (matters: readonly Matter[]): readonly Matter[] => matters.map(({ item, detail }) => ({ item, ...(detail === undefined ? {} : { detail }) }));
const readable = (findings: readonly Finding[], { evidence }: Gate): readonly Finding[] =>
  findings.map((finding) => ({ ...finding, evidenceIds: finding.evidenceIds.filter((id) => evidence.some(({ evidenceId }) => evidenceId === id)) }));

const RELEASES: { readonly [T in CaseEvent['type']]: Release<T> } = {
  SpecialSupervisionOpened: nothing,
  MattersDefined: nothing,
  MattersWidened: ({ added, notice }) => (notice === undefined ? undefined : { added: named(added), notice }),
  SupervisionNoticeServed: ({ matters, ...notice }, { opening, group }) => ({ ...opening, group, ...notice, matters: named(matters) }),
  SelfReportSubmitted: all,
  SelfReportMissing: all,
  SupervisionCancelled: all,
  SupervisorsDrawn: nothing,
  SubstituteSeated: nothing,
  SeatLeftVacant: nothing,
  AssignmentAccepted: nothing,
  AssignmentReminded: nothing,
  AssignmentDeclined: nothing,
  AssignmentUnanswered: nothing,
  DeclineJudged: nothing,
  SupervisorRecused: ({ supervisorId, personId, reason, detail, raisedBy }) => (raisedBy === 'AGENCY' ? { supervisorId, personId, reason, detail, raisedBy } : undefined),
  SupervisionTainted: nothing,
  GroupFormed: all,
  CovertInspectionOrdered: nothing,
  InspectionDisclosed: ({ matters, cardFlag: _flag, ...notice }, { opening, group }) => ({ ...opening, group, ...notice, matters: named(matters) }),
  OnSiteStarted: all,
  ViewsHeard: () => ({}),
  OnSiteEnded: ({ opinionDue }) => ({ opinionDue }),
  InquiryRaised: all,
  InquiryAnswered: all,
  MaterialRequested: all,
  MaterialProvided: all,
  MaterialRefused: all,
  EvidenceAdded: nothing,
  RewardOrPenaltyRecommended: nothing,
  ObstructionReported: nothing,
  ImproperRequestReported: nothing,
  ResearchReported: nothing,
  PreliminaryOpinionFormed: ({ findings, guidance, demands }, gate) => ({ findings: readable(findings, gate), guidance, demands, votes: [] }),
  PreliminaryOpinionDelivered: all,
  PreliminaryOverdue: nothing,
  DefenceSubmitted: all,
  DefencePeriodEnded: all,
  DefenceWaived: all,
  DefenceLapsed: all,
  DefenceAnalysed: all,
  OpinionIssued: (opinion, gate) => ({ ...opinion, findings: readable(opinion.findings, gate) }),
  OpinionDelivered: all,
  OpinionOverdue: nothing,
  RectificationExtended: all,
  RectificationReportSubmitted: ({ version, answers, late }) => ({ version, answers, late }),
  RectificationReturned: all,
  RectificationVerified: all,
  RectificationOverdue: all,
  RectificationReminded: all,
  RectificationRefused: all,
  VerificationOverdue: nothing,
  DeadlineRecomputed: (change) => (AGENCY_DEADLINES.includes(change.deadline) ? change : undefined),
  CaseLinkedToSanction: nothing,
  CaseClosed: ({ outcome }) => ({ outcome }),
};

function evidenceIn({ data, meta }: Recorded<CaseEvent>): readonly Evidence[] {
  const { evidence = [] } = data as { readonly evidence?: readonly Evidence[] };
  return meta.role === 'AGENCY' ? evidence : evidence.filter(({ classification }) => classification === 'PUBLIC' || classification === 'INTERNAL');
}

/** The gate behind which a fact has been put away. */
function behind(gate: Gate, event: Recorded<CaseEvent>): Gate {
  const known = { ...gate, evidence: [...gate.evidence, ...evidenceIn(event)] };
  if (WAITS_FOR[event.type] !== undefined) return { ...known, waiting: [...gate.waiting.filter(({ type }) => type !== event.type), event] };
  if (gate.told > 0) return known;
  if (event.type === 'GroupFormed') return { ...known, group: event.data };
  if (event.type !== 'SpecialSupervisionOpened') return known;
  const { kind, agencyId, agencyName, area, dispatcher, venueDivision } = event.data;
  return { ...known, opening: { kind, agencyId, agencyName, area, dispatcher, venueDivision } };
}

/** The fact with what the agency reads of it, under its own number; of persons only the agency's own. */
function released(event: Recorded<CaseEvent>, gate: Gate, revision: number): readonly Recorded<CaseEvent>[] {
  const data = (RELEASES[event.type] as (data: object, gate: Gate) => object | undefined)(event.data, gate);
  if (data === undefined) return [];
  const { meta } = event;
  const told = { ...meta, actor: meta.role === 'AGENCY' ? meta.actor : '', causationId: '' };
  return [{ ...event, id: '', revision, data, meta: told } as Recorded<CaseEvent>];
}

/** One fact of the case comes to the gate: what the agency is told now. */
export function passGate(before: Gate, event: Recorded<CaseEvent>): { readonly gate: Gate; readonly told: readonly Recorded<CaseEvent>[] } {
  const gate = behind(before, event);
  const isUnknown = gate.told === 0 && !OPENS.includes(event.type);
  if (isUnknown || WAITS_FOR[event.type] !== undefined) return { gate, told: [] };
  const freed = gate.waiting.filter(({ type }) => WAITS_FOR[type] === event.type);
  const told = [...freed, event].reduce<readonly Recorded<CaseEvent>[]>((facts, fact) => [...facts, ...released(fact, gate, gate.told + facts.length)], []);
  return { gate: { ...gate, waiting: gate.waiting.filter((fact) => !freed.includes(fact)), told: gate.told + told.length }, told };
}

/** All that the agency has been told, in the order of the telling, numbered without gaps. */
export const toldToAgency = (events: readonly RecordedEvent[]): readonly RecordedEvent[] =>
  events.reduce<{ readonly gate: Gate; readonly told: readonly Recorded<CaseEvent>[] }>(
    ({ gate, told }, event) => {
      const next = passGate(gate, event as unknown as Recorded<CaseEvent>);
      return { gate: next.gate, told: [...told, ...next.told] };
    },
    { gate: CLOSED_GATE, told: [] },
  ).told;
