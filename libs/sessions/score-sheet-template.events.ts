import type { Fact, LegalDate } from '#libs/event-sourcing/event';

export interface TemplateItem {
  /** Name within the template: `A1` … */
  readonly item: string;
  readonly text: string;
  /** Most points. */
  readonly points: number;
}

/**
 * 发布内部督导评分表模板: 附件3 as data. The text of the attachment is not known here, so nothing depends on which
 * items there are, on how many points they bring, or on a score.
 */
export type ScoreSheetTemplatePublished = Fact<
  'ScoreSheetTemplatePublished',
  {
    readonly version: string;
    /** First day on which sessions are scored by it, in Asia/Shanghai. */
    readonly validFrom: LegalDate;
    readonly items: readonly TemplateItem[];
    /** Sum of the points. */
    readonly total: number;
  }
>;

export type ScoreSheetTemplateEvent = ScoreSheetTemplatePublished;

/** The templates of the province. */
export const SCORE_SHEETS_ID = 'FJ';
export const SCORE_SHEETS_STREAM = `scoresheets-${SCORE_SHEETS_ID}`;

export const scoreSheetTemplateBasis: Readonly<Record<ScoreSheetTemplateEvent['type'], readonly string[]>> = { ScoreSheetTemplatePublished: ['R-ATT-1', 'R3.3-4'] };
