import type { Supervision } from '#libs/cases/supervision.evolve';
import { bySystem } from '#libs/draws/draw.access';
import type { ReplaceMember } from '#libs/draws/draw.commands';
import type { CaseDraw, DrawEvent, Skipped } from '#libs/draws/draw.events';
import { candidateOf, type Draw, type DrawState, isCaseDraw } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { gatherRoster, type KnownRoster } from '#libs/draws/draw-knowledge';
import { dailyTerms, type DrawTerms, specialTerms } from '#libs/draws/draw-terms';
import { judging } from '#libs/draws/eligibility';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';

interface Known extends KnownRoster {
  readonly theCase: Supervision | undefined;
  /** Whether somebody can still join. */
  readonly takesMembers: boolean;
  readonly engaged: readonly string[];
}

interface NextInOrder {
  readonly supervisorId?: string;
  /** Those before, who cannot be sent that day. */
  readonly skipped: readonly Skipped[];
}

const isDaily = (draw: DrawState): boolean => draw?.purpose.kind === 'DAILY_CASE';
const termsOf = (draw: DrawState) => (isDaily(draw) ? dailyTerms : specialTerms);

async function gather<S extends Supervision>(terms: DrawTerms<S>, caseId: string, lookup: Lookup): Promise<Known> {
  const theCase = await terms.gather(caseId, lookup);
  return {
    theCase,
    takesMembers: theCase !== undefined && terms.takesMembers(theCase),
    engaged: await terms.gatherEngaged(caseId, theCase, lookup),
    ...(await gatherRoster(terms.taskKey(caseId), lookup)),
  };
}

/** Walks the order that was drawn: nobody chooses, and whoever is passed over keeps the place for a later seat. */
function nextInOrder(draw: CaseDraw & Draw, { now, known: { theCase, roster, tasks, engaged } }: Context<Known>): NextInOrder {
  if (theCase === undefined) return { skipped: [] };
  const judge = judging({ taskKey: termsOf(draw).taskKey(draw.purpose.caseId), theCase, scope: draw.scope, today: legalDateOf(now), roster, tasks, engaged });
  const skipped: Skipped[] = [];
  for (const supervisorId of draw.order.filter((candidate) => !draw.seated.includes(candidate))) {
    const entry = roster.find((candidate) => candidate.supervisorId === supervisorId);
    const reasons = entry === undefined ? [] : judge(entry);
    if (reasons.length === 0) return { supervisorId, skipped };
    skipped.push({ supervisorId, reasons });
  }
  return { skipped };
}

/** A supervision sends this for everyone who leaves a seat. */
export const replaceMember: CommandRule<ReplaceMember, DrawState, DrawEvent, Known> = {
  gather: ({ caseId }, draw, lookup) => (isDaily(draw) ? gather(dailyTerms, caseId, lookup) : gather(specialTerms, caseId, lookup)),
  authorise: bySystem,
  decide: ({ caseId, supervisorId: leaving, reason }, draw, context) => {
    require(draw !== undefined && isCaseDraw(draw) && draw.purpose.caseId === caseId && draw.seated.includes(leaving), drawRules.LeavingMemberWasDrawn, leaving);
    if (draw.left.includes(leaving) || draw.closed || !context.known.takesMembers) return [];
    const { supervisorId, skipped } = nextInOrder(draw, context);
    const data = { purpose: draw.purpose, leaving, reason, skipped };
    if (supervisorId === undefined) return [{ type: 'SubstitutesExhausted', data }];
    return [{ type: 'MemberReplaced', data: { ...data, substitute: candidateOf(draw, supervisorId) } }];
  },
};
