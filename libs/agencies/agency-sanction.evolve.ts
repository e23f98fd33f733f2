import type { RevocationProposed } from '#libs/agencies/agency-ladder.events';
import type { AgencySanctionEvent, AgencySanctionLevel, SanctionNotified, ViolationCaseOpened } from '#libs/agencies/agency-sanction.events';
import { type Correction, evolveCorrection } from '#libs/agencies/agency-correction.evolve';
import { movedPeriod, type Notice } from '#libs/agencies/sanction-periods.evolve';
import type { Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { AgencyGround } from '#libs/regulation/codes';
import type { Severity } from '#libs/regulation/own-codes';

/** What the rules ask of a sanction case. */
export interface AgencySanctionCase {
  readonly agencyId: string;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  readonly center: Area;
  readonly grounds: readonly AgencyGround[];
  readonly severity: Severity;
  /** Who opened the case: the second approver is somebody else. */
  readonly openedBy: string;
  /** A catch-all ground waits for its second approver. */
  readonly approvalPending: boolean;
  readonly notice?: Notice | undefined;
  /** Latest step of the ladder that was decided. */
  readonly level?: AgencySanctionLevel;
  readonly correction?: Correction;
  /** That the qualification be revoked: by whom, in which words, and whether it still waits. */
  readonly proposal?: { readonly by: string; readonly decision: RevocationProposed['data']; readonly open: boolean };
  readonly ended?: 'RESUMED' | 'REVOKED' | 'WITHDRAWN';
}

export type AgencySanctionState = AgencySanctionCase | undefined;

export const groundsOf = ({ violations }: ViolationCaseOpened['data']): readonly AgencyGround[] => [...new Set(violations.map(({ ground }) => ground))];

function opened({ data, meta }: Recorded<ViolationCaseOpened>): AgencySanctionCase {
  const { agencyId, area, isCentralBranch, center, severity } = data;
  const grounds = groundsOf(data);
  return { agencyId, area, isCentralBranch, center, grounds, severity, openedBy: meta.actor, approvalPending: grounds.includes('G6') };
}

export const notified = ({ proposes, statementDue, hearingRequestDue }: SanctionNotified['data']): Notice => ({
  proposes, statementDue, statement: 'OPEN', ...(hearingRequestDue === undefined ? {} : { hearingRequestDue }),
});

/** What the agency made of the notice. */
export const heard = ({ notice }: { readonly notice?: Notice | undefined }, change: Partial<Notice>): { readonly notice?: Notice } =>
  notice === undefined ? {} : { notice: { ...notice, ...change } };

/** A decision uses up the notice that it follows. */
const decided = (level: AgencySanctionLevel): Partial<AgencySanctionCase> => ({ level, notice: undefined });

function changeBy(state: AgencySanctionCase, event: Exclude<Recorded<AgencySanctionEvent>, { readonly type: 'ViolationCaseOpened' }>): Partial<AgencySanctionCase> {
  switch (event.type) {
    case 'CatchAllGroundApproved':
      return { approvalPending: false };
    case 'SanctionNotified':
      return { notice: notified(event.data) };
    case 'StatementReceived':
      return heard(state, { statement: 'RECEIVED' });
    case 'StatementWaived':
      return heard(state, { statement: 'WAIVED' });
    case 'StatementLapsed':
      return heard(state, { statement: 'LAPSED' });
    case 'PlatformOperationHeld':
      return decided('PLATFORM_OPERATION_HOLD');
    case 'CorrectionOrdered':
    case 'CorrectionSubmitted':
    case 'CorrectionOverdue':
    case 'CorrectionReminded':
    case 'CorrectionRefused':
    case 'CorrectionAccepted':
    case 'CorrectionReturned':
    case 'CorrectionDecisionOverdue':
      return { correction: evolveCorrection(state.correction, event) };
    case 'AgencyCriticised':
      return decided('PUBLIC_CRITICISM');
    case 'DisciplinaryActionRecommended':
      return {};
    case 'HearingRequested':
      return heard(state, { hearing: 'REQUESTED' });
    case 'HearingHeld':
      return heard(state, { hearing: 'HELD' });
    case 'RevocationProposed':
      return { notice: undefined, proposal: { by: event.meta.actor, decision: event.data, open: true } };
    case 'RevocationNotConfirmed':
      return state.proposal === undefined ? {} : { proposal: { ...state.proposal, open: false } };
    case 'QualificationRevoked':
      return { ...decided('QUALIFICATION_REVOCATION'), ended: 'REVOKED' };
    case 'SanctionDueRecomputed':
      return movedPeriod(state, event.data);
    case 'PlatformOperationResumed':
      return { ended: 'RESUMED' };
    case 'SanctionWithdrawn':
      return { ended: 'WITHDRAWN' };
  }
}

export function evolveAgencySanction(state: AgencySanctionState, event: Recorded<AgencySanctionEvent>): AgencySanctionState {
  if (event.type === 'ViolationCaseOpened') return opened(event);
  return state === undefined ? undefined : { ...state, ...changeBy(state, event) };
}
