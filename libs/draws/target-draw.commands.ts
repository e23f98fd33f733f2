import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { TARGET_KINDS, type TargetKind } from '#libs/draws/target-draw.events';

/** 抽取督导对象 */
export class PrepareTargetDraw {
  /** Sessions of a week for daily, agencies of a month for special supervision */
  @IsIn(Object.keys(TARGET_KINDS))
  readonly of: TargetKind;

  /** The week by its Monday, or the month: `2026-03-09`, `2026-03`; the id of the n-th draw is `<area>-sessions-2026-03-09-t<n>` or `<area>-agencies-2026-03-t<n>` */
  @Matches(/^\d{4}-\d{2}(-\d{2})?$/)
  readonly period: string;

  /** How many will be supervised */
  @IsInt()
  @Min(1)
  @Max(500)
  readonly k: number;
}
