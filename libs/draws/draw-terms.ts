import type { Case } from '#libs/cases/case.evolve';
import type { DailyEvent } from '#libs/cases/daily.events';
import { type Daily, type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { CasePurpose } from '#libs/draws/draw.events';
import { drawRules } from '#libs/draws/draw.rules';
import { dailyDrawIdOf, dailyOrdinalIn, drawIdOf, ordinalIn } from '#libs/draws/draw-id';
import { gatherCase } from '#libs/draws/draw-knowledge';
import { dailyTaskKey } from '#libs/draws/draw-tasks.view';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require, type Rule } from '#libs/event-sourcing/rule';
import { parameter } from '#libs/regulation/parameters';
import type { SessionRolesEvent } from '#libs/sessions/session-roles.events';
import { evolveSessionRoles, NO_ROLES, type SessionRoles } from '#libs/sessions/session-roles.evolve';

/** What the draws for the kinds of supervision do differently. */
export interface DrawTerms<S extends Supervision> {
  readonly kind: CasePurpose['kind'];
  /** The wording under the proof. It leaves nobody a choice: with another wording the key would give another outcome. */
  readonly purposeText: string;
  /** Refuses the id of a draw that is not the next one. */
  readonly counted: Rule;
  idOf(caseId: string, ordinal: number): string;
  ordinalIn(drawId: string, caseId: string): number | undefined;
  /** Key of the supervision among the tasks. */
  taskKey(caseId: string): string;
  gather(caseId: string, lookup: Lookup): Promise<S | undefined>;
  /** personIds of those with another role in the session that is supervised. */
  gatherEngaged(caseId: string, supervised: S | undefined, lookup: Lookup): Promise<readonly string[]>;
  /** Whether somebody can still join. */
  takesMembers(supervised: S): boolean;
  /** Throws where nobody is drawn any more, or not yet. */
  requireReady(supervised: S): void;
  /** Fewest seats of the first draw, and as many unless more are asked for. */
  leastSeats(today: LegalDate): number;
}

/** Until the group has formed its preliminary opinion somebody can still join it. */
const takesGroupMembers = ({ stage, opinion }: Case): boolean => opinion.preliminary === undefined && stage !== 'CANCELLED' && stage !== 'CLOSED';

export const specialTerms: DrawTerms<Case> = {
  kind: 'SPECIAL_CASE',
  purposeText: '专项督导',
  counted: drawRules.DrawsOfACaseAreCounted,
  idOf: drawIdOf,
  ordinalIn,
  taskKey: (caseId) => caseId,
  gather: gatherCase,
  gatherEngaged: async () => [],
  takesMembers: takesGroupMembers,
  requireReady: (theCase) => {
    require(takesGroupMembers(theCase), drawRules.CaseTakesMembers, theCase.stage);
    require(theCase.matters.length > 0, drawRules.MattersPrecedeTheDraw);
  },
  leastSeats: (today) => parameter('group.size', today),
};

/** Whoever leaves one that was missed is replaced, too: the session may still be moved. */
const takesSubstitutes = ({ stage, endedAt }: Daily): boolean => stage !== 'CANCELLED' && endedAt === undefined;

/** Nobody has two roles in a session (R3.6-2); the one that came with the dispatch to this supervision is no other. */
async function engagedIn(caseId: string, daily: DailyState, lookup: Lookup): Promise<readonly string[]> {
  if (daily === undefined) return [];
  const { held } = await lookup.fold<SessionRoles, SessionRolesEvent>(`sessionroles-${daily.sessionId}`, NO_ROLES, evolveSessionRoles);
  return Object.values(held).filter(({ holder }) => holder !== `daily-${caseId}`).map(({ personId }) => personId);
}

export const dailyTerms: DrawTerms<Daily> = {
  kind: 'DAILY_CASE',
  purposeText: '日常督导',
  counted: drawRules.DrawsOfADailyAreCounted,
  idOf: dailyDrawIdOf,
  ordinalIn: dailyOrdinalIn,
  taskKey: dailyTaskKey,
  gather: (caseId, lookup) => lookup.fold<DailyState, DailyEvent>(`daily-${caseId}`, undefined, evolveDaily),
  gatherEngaged: engagedIn,
  takesMembers: takesSubstitutes,
  requireReady: (daily) => require(takesSubstitutes(daily) && !daily.missed, drawRules.DailyTakesDrawn, daily.stage),
  leastSeats: () => 1,
};
