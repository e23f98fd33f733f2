import type { SupervisionCancelled } from '#libs/cases/case-intake.events';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';

/** Facts of a daily supervision, stream `daily-<caseId>`. Those that a special supervision has, too, are the same facts. */
export type DailyEvent = DailySupervisionPlanned | SupervisionCancelled;

/** Rule ids each fact rests on. */
export const dailyBasis: Readonly<Record<DailyEvent['type'], readonly string[]>> = {
  DailySupervisionPlanned: ['R0-1', 'R0-2', 'R3.1(一)', 'R3.1(二)', 'R3.1(三)', 'R3.1(四)', 'R3.2-1', 'R3.2-2', 'R3.3-1'],
  SupervisionCancelled: ['R1.3-2'],
};
