import { requireProvincialCenter } from '#libs/access/policy';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import type { PublishScoreSheetTemplate } from '#libs/sessions/score-sheet-template.commands';
import { SCORE_SHEETS_ID, scoreSheetTemplateBasis, type ScoreSheetTemplateEvent } from '#libs/sessions/score-sheet-template.events';
import { evolveTemplates, type ScoreSheetTemplates } from '#libs/sessions/score-sheet-template.evolve';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';

const publishScoreSheetTemplate: CommandRule<PublishScoreSheetTemplate, ScoreSheetTemplates, ScoreSheetTemplateEvent> = {
  creates: 'either',
  authorise: (_command, _templates, { actor }) => requireProvincialCenter(actor),
  guard: ({ version, validFrom, items, total }, templates, { target, now }) => {
    require(target === SCORE_SHEETS_ID, scoreSheetRules.TemplatesAreOfTheProvince, target);
    const names = new Set(items.map(({ item }) => item));
    const sum = items.reduce((points, each) => points + each.points, 0);
    require(names.size === items.length && sum === total, scoreSheetRules.TemplateAddsUp, `${sum} ≠ ${total}`);
    require(templates.every((earlier) => earlier.version !== version), scoreSheetRules.TemplateVersionIsNew, version);
    const last = templates.at(-1)?.validFrom ?? '';
    require(isLegalDate(validFrom) && validFrom >= legalDateOf(now) && validFrom > last, scoreSheetRules.TemplateFollowsTheOneBefore, validFrom);
  },
  decide: ({ version, validFrom, items, total }) => [
    { type: 'ScoreSheetTemplatePublished', data: { version, validFrom, items: items.map(({ item, text, points }) => ({ item, text, points })), total } },
  ],
};

export const scoreSheetTemplateDecider: Decider<ScoreSheetTemplates, ScoreSheetTemplateEvent> = {
  category: 'scoresheets',
  initial: [],
  evolve: evolveTemplates,
  basis: scoreSheetTemplateBasis,
  area: () => 'FJ',
  commands: { PublishScoreSheetTemplate: publishScoreSheetTemplate },
};
