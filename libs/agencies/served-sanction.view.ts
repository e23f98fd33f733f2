import type { AgencySanctionEvent, AgencySanctionLevel, SanctionDueRecomputed, SanctionNotified } from '#libs/agencies/agency-sanction.events';
import { type Correction, evolveCorrection } from '#libs/agencies/agency-correction.evolve';
import { heard, notified } from '#libs/agencies/agency-sanction.evolve';
import { AGENCY_SANCTION_STAGES, type AgencySanctionStage, stageOf } from '#libs/agencies/agency-sanction.stage';
import { documentsAfter, dueOf, type SanctionDocument } from '#libs/agencies/agency-sanction.view';
import { movedPeriod, type Notice } from '#libs/agencies/sanction-periods.evolve';
import type { Fact, Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

/** A sanction case as its agency reads it: a fold of what it was served, and of nothing else. */
export interface ServedSanction extends Pick<SanctionNotified['data'], 'agencyId' | 'center' | 'grounds'> {
  readonly sanctionId: string;
  readonly stage: AgencySanctionStage;
  readonly stageName: string;
  /** The facts, as the latest notice tells them. */
  readonly facts?: string;
  readonly notice?: Notice | undefined;
  readonly level?: AgencySanctionLevel;
  readonly demands: readonly string[];
  readonly correction?: Correction;
  readonly documents: readonly SanctionDocument[];
  readonly ended?: 'RESUMED' | 'REVOKED' | 'WITHDRAWN';
  readonly dueAt?: Instant | undefined;
}

type Type = AgencySanctionEvent['type'];

/** Facts that stay with the centre. */
const KEPT: readonly Type[] = ['ViolationCaseOpened', 'CatchAllGroundApproved', 'CorrectionDecisionOverdue', 'RevocationProposed', 'RevocationNotConfirmed'];
/** The centre's own period to decide is none of the agency's. */
const isKept = ({ type, data }: Fact): boolean => KEPT.includes(type as Type) || (type === 'SanctionDueRecomputed' && (data as SanctionDueRecomputed['data']).period === 'decision');
/** Facts by which the agency learns of the case. */
const FIRST: readonly Type[] = ['SanctionNotified', 'PlatformOperationHeld'];

/** What the agency has been served, numbered without gaps; of persons only its own. */
export function servedToAgency(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const first = events.findIndex(({ type }) => FIRST.includes(type as Type));
  if (first === -1) return [];
  const served = events.slice(first).filter((event) => !isKept(event));
  return served.map((event, revision) => ({ ...event, id: '', revision, meta: { ...event.meta, actor: event.meta.role === 'AGENCY' ? event.meta.actor : '', causationId: '' } }));
}

type Folded = Omit<ServedSanction, 'stage' | 'stageName' | 'dueAt'>;

function started(event: Recorded<AgencySanctionEvent>, sanctionId: string): Folded | null {
  if (event.type !== 'SanctionNotified' && event.type !== 'PlatformOperationHeld') return null;
  const { agencyId, center, grounds } = event.data;
  return { sanctionId, agencyId, center, grounds, demands: [], documents: [] };
}

function changeBy(file: Folded, event: Recorded<AgencySanctionEvent>): Partial<Folded> {
  switch (event.type) {
    case 'SanctionNotified':
      return { facts: event.data.facts, notice: notified(event.data) };
    case 'StatementReceived':
      return heard(file, { statement: 'RECEIVED' });
    case 'StatementWaived':
      return heard(file, { statement: 'WAIVED' });
    case 'StatementLapsed':
      return heard(file, { statement: 'LAPSED' });
    case 'PlatformOperationHeld':
      return { level: 'PLATFORM_OPERATION_HOLD', notice: undefined };
    case 'CorrectionOrdered':
      return { demands: event.data.demands, correction: evolveCorrection(file.correction, event) };
    case 'CorrectionSubmitted':
    case 'CorrectionOverdue':
    case 'CorrectionReminded':
    case 'CorrectionRefused':
    case 'CorrectionAccepted':
    case 'CorrectionReturned':
      return { correction: evolveCorrection(file.correction, event) };
    case 'AgencyCriticised':
      return { level: 'PUBLIC_CRITICISM', notice: undefined };
    case 'HearingRequested':
      return heard(file, { hearing: 'REQUESTED' });
    case 'HearingHeld':
      return heard(file, { hearing: 'HELD' });
    case 'QualificationRevoked':
      return { level: 'QUALIFICATION_REVOCATION', notice: undefined, ended: 'REVOKED' };
    case 'SanctionDueRecomputed':
      return movedPeriod(file, event.data);
    case 'PlatformOperationResumed':
      return { ended: 'RESUMED' };
    case 'SanctionWithdrawn':
      return { ended: 'WITHDRAWN' };
    case 'ViolationCaseOpened':
    case 'CatchAllGroundApproved':
    case 'CorrectionDecisionOverdue':
    case 'DisciplinaryActionRecommended':
    case 'RevocationProposed':
    case 'RevocationNotConfirmed':
      return {};
  }
}

/** One more fact that the agency is served; one that stays with the centre changes nothing. */
export function afterServed(file: ServedSanction | null, event: Recorded<AgencySanctionEvent>, sanctionId: string): ServedSanction | null {
  const before: Folded | null = file ?? started(event, sanctionId);
  if (before === null || isKept(event)) return file;
  const folded: Folded = { ...before, ...changeBy(before, event), documents: documentsAfter(before.documents, event) };
  const stage = stageOf(folded);
  return { ...folded, stage, stageName: AGENCY_SANCTION_STAGES[stage], dueAt: dueOf(folded) };
}

export const servedSanction: View<ServedSanction> = {
  name: 'served-sanction',
  version: 3,
  categories: ['agencysanction'],
  indexes: ['agencyId', 'center', 'stage', 'dueAt'],
  keys: (event) => [event.stream.slice('agencysanction-'.length)],
  apply: (file, event, key) => afterServed(file, event as unknown as Recorded<AgencySanctionEvent>, key),
};
