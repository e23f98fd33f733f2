import type { CardShown } from '#libs/cases/card-shown';
import type { Member } from '#libs/cases/case-group.events';
import type { Matter } from '#libs/cases/case-intake.events';
import type { Evidence } from '#libs/cases/evidence';
import type { Fact } from '#libs/event-sourcing/event';

/** 公开日常暗访: the card is shown, and the agency is told of the supervision; before, nothing of it reaches the agency. */
export type DailyInspectionDisclosed = Fact<
  'DailyInspectionDisclosed',
  CardShown & {
    readonly agencyId: string;
    readonly sessionId: string;
    readonly text: string;
    readonly matters: readonly Matter[];
    /** Who is there to supervise. */
    readonly supervisors: readonly Member[];
  }
>;

/** 紧急情况报告: at once, to the dispatcher. */
export type IncidentEscalated = Fact<'IncidentEscalated', { readonly facts: string; readonly evidence: readonly Evidence[] }>;

export type DailyPowerEvent = DailyInspectionDisclosed | IncidentEscalated;
