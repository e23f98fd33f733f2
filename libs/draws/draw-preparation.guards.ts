import { isCenter, requireCenter } from '#libs/access/policy';
import type { Case, CaseState } from '#libs/cases/case.evolve';
import type { PrepareDraw } from '#libs/draws/draw.commands';
import type { DrawState } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { ordinalIn } from '#libs/draws/draw-id';
import { type DrawKeys, isRetired, keyOn } from '#libs/draws/draw-key.evolve';
import { takesMembers } from '#libs/draws/draw-knowledge';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { NotAllowed, require, type Rule } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { PoolScope } from '#libs/regulation/own-codes';
import { parameter } from '#libs/regulation/parameters';

/** What the rules of a draw ask of elsewhere. */
export interface KnownBefore {
  readonly theCase: CaseState;
  /** The draw of the case before this one. */
  readonly earlier: DrawState;
  readonly keys: DrawKeys;
}

const allow = (condition: boolean, rule: Rule): void => {
  if (!condition) throw new NotAllowed(rule);
};

const isProvince = ({ organisation }: Actor): boolean => organisation === 'FJ';

/** A city draws from its own, the province from all, unless the command says otherwise. */
export const scopeOf = ({ scope }: PrepareDraw, actor: Actor, today: LegalDate): PoolScope =>
  scope ?? parameter(isProvince(actor) ? 'draw.poolScopeOfProvincialCenter' : 'draw.poolScopeOfMunicipalCenter', today);

export function openedCase({ theCase }: KnownBefore): Case {
  require(theCase, drawRules.DrawIsForACase);
  return theCase;
}

/** The dispatcher draws from its own; from the whole province only the provincial centre does. */
export function authoriseDraw(command: PrepareDraw, { actor, now, known }: Context<KnownBefore>): void {
  allow(isCenter(actor), drawRules.DispatcherDraws);
  const theCase = openedCase(known);
  requireCenter(actor, theCase);
  const isDispatcher = actor.organisation === theCase.dispatcher;
  const fromProvince = scopeOf(command, actor, legalDateOf(now)) === 'PROVINCE';
  allow(isDispatcher || (isProvince(actor) && fromProvince), drawRules.DispatcherDraws);
  allow(!fromProvince || isProvince(actor), drawRules.OnlyTheProvinceDrawsFromTheProvince);
}

/** Nobody waits for the earlier draw: it failed, it is void, or the case has its result. */
function isSettled(earlier: DrawState, { group }: Case, keys: DrawKeys, earlierId: string): boolean {
  if (earlier === undefined || earlier.stage === 'FAILED') return true;
  if (earlier.stage === 'COMPLETED') return group.draws.includes(earlierId);
  return earlier.frozen !== undefined && isRetired(keys, earlier.frozen.publicKey);
}

/** A city's case goes to the whole province only after its own pool did not do. */
const mayWiden = ({ dispatcher, group }: Case, earlier: DrawState): boolean =>
  dispatcher === 'FJ' || group.vacant.length > 0 || earlier?.stage === 'FAILED' || earlier?.scope === 'PROVINCE';

/** The first draw fills the group; every further one the seat that has been vacant longest. */
export const isFirst = ({ group }: Case): boolean => group.draws.length === 0;

export const seatsOf = ({ k }: PrepareDraw, theCase: Case, today: LegalDate): number => k ?? (isFirst(theCase) ? parameter('group.size', today) : 1);

/** @throws Refused */
export function checkDraw(command: PrepareDraw, { target, actor, now, known }: Context<KnownBefore>): void {
  const { earlier, keys } = known;
  const theCase = openedCase(known);
  const today = legalDateOf(now);
  const ordinal = ordinalIn(target, command.caseId);
  require(ordinal !== undefined && (ordinal === 1 || earlier !== undefined), drawRules.DrawsOfACaseAreCounted, target);
  require(takesMembers(theCase), drawRules.CaseTakesMembers, theCase.stage);
  require(theCase.matters.length > 0, drawRules.MattersPrecedeTheDraw);
  require(isSettled(earlier, theCase, keys, `${command.caseId}-${ordinal - 1}`), drawRules.EarlierDrawIsSettled);
  require(isFirst(theCase) || theCase.group.vacant.length > 0, drawRules.SeatIsVacant);
  const fromProvince = scopeOf(command, actor, today) === 'PROVINCE';
  require(!fromProvince || mayWiden(theCase, earlier), drawRules.WideningFollowsAnEmptyPool);
  const k = seatsOf(command, theCase, today);
  require(!isFirst(theCase) || k >= parameter('group.size', today), drawRules.FirstDrawFillsTheGroup, String(k));
  require(isFirst(theCase) || k === 1, drawRules.FurtherDrawFillsOneSeat, String(k));
  require(keyOn(keys, today), drawRules.KeyWasAnnounced);
}
