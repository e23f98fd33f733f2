import type { CaseState } from '#libs/cases/case.evolve';
import { bySystem } from '#libs/draws/draw.access';
import type { ReplaceMember } from '#libs/draws/draw.commands';
import type { CaseDraw, DrawEvent, Skipped } from '#libs/draws/draw.events';
import { candidateOf, type Draw, type DrawState, isCaseDraw } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { gatherCase, gatherRoster, type KnownRoster, takesMembers } from '#libs/draws/draw-knowledge';
import { judging } from '#libs/draws/eligibility';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';

interface Known extends KnownRoster {
  readonly theCase: CaseState;
}

interface NextInOrder {
  readonly supervisorId?: string;
  /** Those before, who cannot be sent that day. */
  readonly skipped: readonly Skipped[];
}

/** Walks the order that was drawn: nobody chooses, and whoever is passed over keeps the place for a later seat. */
function nextInOrder(draw: CaseDraw & Draw, { now, known: { theCase, roster, tasks } }: Context<Known>): NextInOrder {
  if (theCase === undefined) return { skipped: [] };
  const judge = judging({ caseId: draw.purpose.caseId, theCase, scope: draw.scope, today: legalDateOf(now), roster, tasks });
  const skipped: Skipped[] = [];
  for (const supervisorId of draw.order.filter((candidate) => !draw.seated.includes(candidate))) {
    const entry = roster.find((candidate) => candidate.supervisorId === supervisorId);
    const reasons = entry === undefined ? [] : judge(entry);
    if (reasons.length === 0) return { supervisorId, skipped };
    skipped.push({ supervisorId, reasons });
  }
  return { skipped };
}

/** A case sends this for everyone who leaves a seat. */
export const replaceMember: CommandRule<ReplaceMember, DrawState, DrawEvent, Known> = {
  gather: async ({ caseId }, _state, lookup) => ({ theCase: await gatherCase(caseId, lookup), ...(await gatherRoster(caseId, lookup)) }),
  authorise: bySystem,
  decide: ({ caseId, supervisorId: leaving, reason }, draw, context) => {
    const { theCase } = context.known;
    require(draw !== undefined && isCaseDraw(draw) && draw.purpose.caseId === caseId && draw.seated.includes(leaving), drawRules.LeavingMemberWasDrawn, leaving);
    if (draw.left.includes(leaving) || draw.closed || theCase === undefined || !takesMembers(theCase)) return [];
    const { supervisorId, skipped } = nextInOrder(draw, context);
    const data = { purpose: draw.purpose, leaving, reason, skipped };
    if (supervisorId === undefined) return [{ type: 'SubstitutesExhausted', data }];
    return [{ type: 'MemberReplaced', data: { ...data, substitute: candidateOf(draw, supervisorId) } }];
  },
};
