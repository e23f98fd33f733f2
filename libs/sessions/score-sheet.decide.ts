import { requireSystem } from '#libs/access/policy';
import type { Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { countedIn, isLate, isOutdated } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { FinaliseResults, LockScoreSheet, UploadScoreSheet } from '#libs/sessions/score-sheet.commands';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';
import { SCORE_SHEETS_STREAM, type ScoreSheetTemplateEvent, type TemplateItem } from '#libs/sessions/score-sheet-template.events';
import { evolveTemplates, type ScoreSheetTemplates, templateOn } from '#libs/sessions/score-sheet-template.evolve';
import { awaitsScoreSheet, type Session } from '#libs/sessions/session.evolve';
import { byAgency, byInternalSupervisor, type SessionRule, supervisorActing } from '#libs/sessions/session.guards';

interface KnowsTemplates {
  readonly templates: ScoreSheetTemplates;
}

const gatherTemplates = async (_command: unknown, _session: unknown, lookup: Lookup): Promise<KnowsTemplates> => ({
  templates: await lookup.fold<ScoreSheetTemplates, ScoreSheetTemplateEvent>(SCORE_SHEETS_STREAM, [], evolveTemplates),
});

const sumOf = (list: readonly { readonly points: number }[]): number => list.reduce((sum, { points }) => sum + points, 0);

const scoreOf = ({ scores }: UploadScoreSheet, { item }: TemplateItem) => scores.find((score) => score.item === item);

/** Every item of the template in force, once, with no more than its points. */
function requireTemplate(command: UploadScoreSheet, { startsAt }: Session, { templates }: KnowsTemplates): readonly TemplateItem[] {
  const template = templateOn(templates, legalDateOf(startsAt));
  require(template?.version === command.templateVersion, scoreSheetRules.ScoreSheetFollowsTheTemplate, template?.version);
  const isWhole = command.scores.length === template.items.length && template.items.every((each) => (scoreOf(command, each)?.points ?? Infinity) <= each.points);
  require(isWhole, scoreSheetRules.ScoreSheetFollowsTheTemplate);
  return template.items;
}

const uploadScoreSheet: SessionRule<UploadScoreSheet, KnowsTemplates> = {
  gather: gatherTemplates,
  authorise: byInternalSupervisor,
  guard: (command, session, { known }) => {
    require(session.checks.RESULT !== undefined, scoreSheetRules.EveryPhasePrecedesTheSheet);
    require(session.scoreSheet?.locked !== true, scoreSheetRules.ScoreSheetIsLockedOnce);
    requireTemplate(command, session, known);
  },
  decide: (command, session, { actor, now, known }) => {
    const items = requireTemplate(command, session, known);
    const scores = items.flatMap((each) => scoreOf(command, each) ?? []);
    const { templateVersion, sha256 } = command;
    const data = {
      version: (session.scoreSheet?.version ?? 0) + 1, templateVersion, supervisorId: supervisorActing(session, actor),
      scores: scores.map(({ item, points, remark }) => ({ item, points, ...(remark !== undefined && { remark }) })),
      total: sumOf(scores), fullScore: sumOf(items), sha256,
      late: session.scoreSheetDue !== undefined && isLate(session.scoreSheetDue, now),
    };
    return [{ type: 'ScoreSheetUploaded', data }];
  },
};

const lockScoreSheet: SessionRule<LockScoreSheet> = {
  authorise: byInternalSupervisor,
  guard: (_command, { scoreSheet }) => require(scoreSheet?.locked === false, scoreSheetRules.ScoreSheetIsLockedOnce),
  decide: (_command, session, { actor }) => [
    { type: 'ScoreSheetLocked', data: { version: session.scoreSheet?.version ?? 0, supervisorId: supervisorActing(session, actor) } },
  ],
};

const finaliseResults: SessionRule<FinaliseResults> = {
  authorise: byAgency,
  guard: ({ candidates, passed }, { stage, scoreSheet }) => {
    require(stage === 'ENDED', scoreSheetRules.ResultsAreFinalisedOnce, stage);
    require(scoreSheet?.locked === true, scoreSheetRules.ScoreSheetPrecedesTheResults);
    require(passed <= candidates, scoreSheetRules.NoMorePassThanTakePart, `${passed} > ${candidates}`);
  },
  decide: ({ candidates, passed }) => [{ type: 'ResultsFinalised', data: { candidates, passed } }],
};

/** A timer, at the due date. */
const flagScoreSheetOverdue: SessionRule<object> = {
  authorise: (_command, _session, { actor }) => requireSystem(actor),
  decide: (_command, session, { now }) => {
    const due = session.scoreSheetDue;
    return due !== undefined && awaitsScoreSheet(session) && isLate(due, now) ? [{ type: 'ScoreSheetOverdue', data: { due } }] : [];
  },
};

/** A reaction, when a year is published that the open due date was counted in. */
const recomputeScoreSheetDue: SessionRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: (_command, _session, { actor }) => requireSystem(actor),
  decide: (_command, session, { known: { calendar } }) => {
    const due = session.scoreSheetDue;
    if (due === undefined || !awaitsScoreSheet(session) || !isOutdated(due, calendar)) return [];
    return [{ type: 'ScoreSheetDueRecomputed', data: { due: countedIn(calendar, due) } }];
  },
};

export const scoreSheet = {
  UploadScoreSheet: uploadScoreSheet,
  LockScoreSheet: lockScoreSheet,
  FinaliseResults: finaliseResults,
  FlagScoreSheetOverdue: flagScoreSheetOverdue,
  RecomputeScoreSheetDue: recomputeScoreSheetDue,
};
