import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { ScoreSheetTemplateEvent, ScoreSheetTemplatePublished } from '#libs/sessions/score-sheet-template.events';

export type ScoreSheetTemplate = ScoreSheetTemplatePublished['data'];

/** In the order in which they come into force. */
export type ScoreSheetTemplates = readonly ScoreSheetTemplate[];

export const evolveTemplates = (templates: ScoreSheetTemplates, { data }: Pick<Recorded<ScoreSheetTemplateEvent>, 'data'>): ScoreSheetTemplates => [...templates, data];

/** The template by which sessions of the day are scored. */
export const templateOn = (templates: ScoreSheetTemplates, on: LegalDate): ScoreSheetTemplate | undefined => templates.findLast(({ validFrom }) => validFrom <= on);
