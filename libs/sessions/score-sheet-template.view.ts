import type { View } from '#libs/event-sourcing/view';
import type { ScoreSheetTemplatePublished } from '#libs/sessions/score-sheet-template.events';
import type { ScoreSheetTemplate } from '#libs/sessions/score-sheet-template.evolve';

/** 内部督导评分表模板: one document a version. */
export const scoreSheetTemplates: View<ScoreSheetTemplate> = {
  name: 'score-sheet-templates',
  version: 1,
  categories: ['scoresheets'],
  indexes: ['validFrom'],
  keys: (event) => [(event.data as ScoreSheetTemplatePublished['data']).version],
  apply: (_template, event) => event.data as ScoreSheetTemplatePublished['data'],
};
