import type { AgencyType } from '#libs/agencies/agency.events';
import type { CaseEvent } from '#libs/cases/case.events';
import { type DeadlineChange, deadlineChanges } from '#libs/cases/case.deadlines';
import { type CaseStage, stageAfter } from '#libs/cases/case.stage';
import type { SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import type { DefenceOutcome } from '#libs/cases/case-opinion.events';
import { DEADLINE_NAMES, type DeadlineName } from '#libs/cases/case-rectification.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import { type Declines, declinesAfter } from '#libs/oversight/assignments';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed } from '#libs/oversight/ledger.metric';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';

/** What the numbers ask of a special supervision. */
export interface CaseProgress {
  readonly agencyType: AgencyType;
  /** 委派机构 */
  readonly center: Area;
  readonly state: CaseStage;
  /** Last day of each duty that is still open. */
  readonly due: { readonly [N in DeadlineName]?: LegalDate };
  /** How the first of each duty was met, once it was. */
  readonly met: { readonly [N in DeadlineName]?: Timeliness };
  readonly defence?: DefenceOutcome;
  readonly declines: Declines;
  readonly opinionDeliveredOn?: LegalDate;
  /** Whether the first rectification report kept the period, once that is known. */
  readonly firstReport?: Timeliness;
}

export const openedProgress = ({ data }: SpecialSupervisionOpened): CaseProgress => ({ agencyType: data.agencyType, center: data.dispatcher, state: 'DRAFT', due: {}, met: {}, declines: {} });

function dueAfter(due: CaseProgress['due'], event: CaseEvent): CaseProgress['due'] {
  const changes = Object.entries(deadlineChanges(event)) as readonly (readonly [DeadlineName, DeadlineChange])[];
  const next: { [N in DeadlineName]?: LegalDate } = { ...due };
  for (const [name, change] of changes) {
    if (change === 'ENDED') delete next[name];
    else if (change !== 'PASSED') next[name] = change.date;
  }
  return DEADLINE_NAMES.every((name) => next[name] === due[name]) ? due : next;
}

/** The first report settles it, or the end of the period before any; what comes later is another matter. */
const settled = ({ firstReport }: CaseProgress, timeliness: Timeliness): Partial<CaseProgress> => ({ firstReport: firstReport ?? timeliness });

function particulars(progress: CaseProgress, event: Recorded<CaseEvent>): Partial<CaseProgress> {
  switch (event.type) {
    case 'DefenceSubmitted':
      return { defence: 'SUBMITTED' };
    case 'DefenceWaived':
      return { defence: 'WAIVED' };
    case 'DefenceLapsed':
      return { defence: 'LAPSED' };
    case 'OpinionDelivered':
      return { opinionDeliveredOn: legalDateOf(event.meta.occurredAt) };
    case 'RectificationReportSubmitted':
      return settled(progress, event.data.late ? 'LATE' : 'ON_TIME');
    case 'RectificationOverdue':
      return settled(progress, 'LATE');
    default:
      return {};
  }
}

const GIVEN_UP: readonly CaseEvent['type'][] = ['CaseClosed', 'SupervisionCancelled', 'RectificationRefused'];

/** A duty that the event ends is met in time on its last day or before. */
function metAfter({ due, met }: CaseProgress, event: Recorded<CaseEvent>): CaseProgress['met'] {
  if (GIVEN_UP.includes(event.type)) return met;
  const on = legalDateOf(event.meta.occurredAt);
  const ended = Object.entries(deadlineChanges(event)).filter(([, change]) => change === 'ENDED') as readonly (readonly [DeadlineName, DeadlineChange])[];
  const fresh = ended.flatMap(([name]): readonly (readonly [DeadlineName, Timeliness])[] => {
    const lastDay = due[name];
    return lastDay === undefined || met[name] !== undefined ? [] : [[name, on <= lastDay ? 'ON_TIME' : 'LATE']];
  });
  return fresh.length === 0 ? met : { ...met, ...Object.fromEntries(fresh) };
}

export const evolveProgress = (before: CaseProgress, event: Recorded<CaseEvent>): CaseProgress =>
  changed(before, { ...particulars(before, event), declines: declinesAfter(before.declines, event), state: stageAfter(before.state, event), due: dueAfter(before.due, event), met: metAfter(before, event) });
