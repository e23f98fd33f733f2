import type { Correction } from '#libs/agencies/agency-correction.evolve';
import type { AgencySanctionLevel, SanctionDueRecomputed, SanctionPeriod } from '#libs/agencies/agency-sanction.events';
import type { Deadline } from '#libs/regulation/deadline';

/** The latest notice of what is proposed, and what the agency made of it. */
export interface Notice {
  readonly proposes: AgencySanctionLevel;
  readonly statementDue: Deadline;
  readonly hearingRequestDue?: Deadline;
  readonly hearing?: 'REQUESTED' | 'HELD';
  readonly statement: 'OPEN' | 'RECEIVED' | 'WAIVED' | 'LAPSED';
}

interface Periods {
  readonly notice?: Notice | undefined;
  readonly correction?: Correction;
}
type Open = Partial<Record<SanctionPeriod, Deadline | undefined>>;

const ofNotice = (notice: Notice): Open => ({
  statement: notice.statement === 'OPEN' || notice.statement === 'RECEIVED' ? notice.statementDue : undefined,
  hearing: notice.hearing === undefined ? notice.hearingRequestDue : undefined,
});

function ofCorrection({ step, due, overdue, reminder, decisionDue, decisionOverdue }: Correction): Open {
  if (step === 'ORDERED') return { correction: overdue ? undefined : due, reminder };
  return { decision: step === 'SUBMITTED' && !decisionOverdue ? decisionDue : undefined };
}

/** The periods that somebody still has to keep. */
export function openPeriods({ notice, correction }: Periods): readonly (readonly [SanctionPeriod, Deadline])[] {
  const open: Open = { ...(notice && ofNotice(notice)), ...(correction && ofCorrection(correction)) };
  return Object.entries(open).flatMap(([period, due]) => (due === undefined ? [] : [[period as SanctionPeriod, due] as const]));
}

/** The period with its end as it is after the recomputing. */
export function movedPeriod({ notice, correction }: Periods, { period, after }: SanctionDueRecomputed['data']): Periods {
  if (notice !== undefined && period === 'statement') return { notice: { ...notice, statementDue: after } };
  if (notice !== undefined && period === 'hearing') return { notice: { ...notice, hearingRequestDue: after } };
  if (correction === undefined) return {};
  if (period === 'correction') return { correction: { ...correction, due: after } };
  return { correction: { ...correction, ...(period === 'reminder' ? { reminder: after } : { decisionDue: after }) } };
}
