import { theCenter } from '#libs/access/bearers';
import type { DrawCompleted } from '#libs/draws/draw.events';
import { TARGET_KINDS, type TargetKind } from '#libs/draws/target-draw.events';
import { periodOf } from '#libs/draws/target-period';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { Bearer, Matter, Opening } from '#libs/event-sourcing/todo';
import type { Area } from '#libs/regulation/areas';
import { chineseDate, endOfDay } from '#libs/regulation/legal-date';

/** Something that can be drawn to be supervised. */
export interface Targeted extends Matter {
  /** The centre that drew it last: nobody else supervises it by that draw. */
  readonly drawnBy?: Area;
}

/** The things that the draw of targets drew, by id; none for other events. */
export function targetsIn({ type, data }: RecordedEvent, of: TargetKind): readonly string[] {
  const { purpose, targets = [] } = data as DrawCompleted['data'];
  return type === 'DrawCompleted' && purpose.kind === 'TARGETS' && purpose.of === of ? targets : [];
}

/** The draw is in the area of the centre that made it. */
export const drawnByIn = (event: object): Pick<Targeted, 'drawnBy'> => ({ drawnBy: (event as RecordedEvent).meta.area as Area });

export const byDrawer = ({ drawnBy = 'FJ' }: Targeted): readonly Bearer[] => theCenter(drawnBy);

/** What was drawn is supervised in the period that it was drawn for (R3.3-1, R3.4-1): nobody chooses among the drawn by leaving some out. */
export function superviseInPeriod({ purpose }: DrawCompleted['data']): readonly Opening[] {
  const days = purpose.kind === 'TARGETS' ? periodOf(purpose.of, purpose.period) : undefined;
  if (purpose.kind !== 'TARGETS' || days === undefined) return [];
  const explanation = `${TARGET_KINDS[purpose.of]}经随机抽取(${chineseDate(days.from)}至${chineseDate(days.to)}),应当在该期间内实施督导。`;
  return [{ due: { dueAt: endOfDay(days.to), explanation } }];
}
