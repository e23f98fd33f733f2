import type { AgencyType } from '#libs/agencies/agency.events';
import type { CaseEvent } from '#libs/cases/case.events';
import { deadlineChanges } from '#libs/cases/case.deadlines';
import { type CaseStage, stageAfter } from '#libs/cases/case.stage';
import type { SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import type { DefenceOutcome } from '#libs/cases/case-opinion.events';
import { DEADLINE_NAMES, type DeadlineName } from '#libs/cases/case-rectification.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { DeclineJudgement, Timeliness } from '#libs/oversight/ledger.dimensions';
import { legalDateOf } from '#libs/regulation/legal-date';

/** What the numbers ask of a special supervision. */
export interface CaseProgress {
  readonly agencyType: AgencyType;
  readonly state: CaseStage;
  /** Last day of each duty that is still open. */
  readonly due: { readonly [N in DeadlineName]?: LegalDate };
  readonly defence?: DefenceOutcome;
  /** By supervisorId: each can decline once, and is judged once. */
  readonly declines: Readonly<Record<string, DeclineJudgement>>;
  readonly opinionDeliveredOn?: LegalDate;
  /** Whether the first rectification report kept the period, once that is known. */
  readonly firstReport?: Timeliness;
}

export const openedProgress = ({ data }: SpecialSupervisionOpened): CaseProgress => ({ agencyType: data.agencyType, state: 'DRAFT', due: {}, declines: {} });

function dueAfter(due: CaseProgress['due'], event: CaseEvent): CaseProgress['due'] {
  const changes = deadlineChanges(event);
  const next: { [N in DeadlineName]?: LegalDate } = { ...due };
  for (const name of DEADLINE_NAMES) {
    const change = changes[name];
    if (change === 'ENDED') delete next[name];
    else if (change !== undefined && change !== 'PASSED') next[name] = change.date;
  }
  return next;
}

const judged = (progress: CaseProgress, supervisorId: string, judgement: DeclineJudgement): CaseProgress => ({
  ...progress,
  declines: { ...progress.declines, [supervisorId]: judgement },
});

/** The first report settles it, or the end of the period before any; what comes later is another matter. */
const settled = (progress: CaseProgress, timeliness: Timeliness): CaseProgress => ({ ...progress, firstReport: progress.firstReport ?? timeliness });

function particulars(progress: CaseProgress, event: Recorded<CaseEvent>): CaseProgress {
  switch (event.type) {
    case 'DefenceSubmitted':
      return { ...progress, defence: 'SUBMITTED' };
    case 'DefenceWaived':
      return { ...progress, defence: 'WAIVED' };
    case 'DefenceLapsed':
      return { ...progress, defence: 'LAPSED' };
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
      return judged(progress, event.data.supervisorId, 'PENDING');
    case 'DeclineJudged':
      return event.data.supervisorId in progress.declines ? judged(progress, event.data.supervisorId, event.data.judgement) : progress;
    case 'OpinionDelivered':
      return { ...progress, opinionDeliveredOn: legalDateOf(event.meta.occurredAt) };
    case 'RectificationReportSubmitted':
      return settled(progress, event.data.late ? 'LATE' : 'ON_TIME');
    case 'RectificationOverdue':
      return settled(progress, 'LATE');
    default:
      return progress;
  }
}

export const evolveProgress = (before: CaseProgress, event: Recorded<CaseEvent>): CaseProgress => ({
  ...particulars(before, event),
  state: stageAfter(before.state, event),
  due: dueAfter(before.due, event),
});
