import type { Supervision } from '#libs/cases/supervision.evolve';
import type { PrepareDraw } from '#libs/draws/draw.commands';
import { byCenter, byDrawingCenter, isProvince } from '#libs/draws/draw.access';
import { type DrawState, isCaseDraw } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { type DrawKey, type DrawKeys, isRetired, keyOn } from '#libs/draws/draw-key.evolve';
import type { DrawTerms } from '#libs/draws/draw-terms';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { PoolScope } from '#libs/regulation/own-codes';
import { parameter } from '#libs/regulation/parameters';

/** What the rules of a draw ask of elsewhere. */
export interface KnownBefore<S extends Supervision = Supervision> {
  readonly theCase: S | undefined;
  /** The draw for the supervision before this one. */
  readonly earlier: DrawState;
  readonly keys: DrawKeys;
}

/** What the rules settle before anybody is judged. */
export interface Settled {
  readonly theCase: Supervision;
  readonly ordinal: number;
  readonly scope: PoolScope;
  readonly k: number;
  readonly key: DrawKey;
}

/** A city draws from its own, the province from all, unless the command says otherwise. */
const scopeOf = ({ scope }: PrepareDraw, actor: Actor, today: LegalDate): PoolScope =>
  scope ?? parameter(isProvince(actor) ? 'draw.poolScopeOfProvincialCenter' : 'draw.poolScopeOfMunicipalCenter', today);

/** @throws NotAllowed, Refused */
export function authoriseDraw(command: PrepareDraw, { actor, now, known: { theCase } }: Context<KnownBefore>): void {
  byCenter(actor);
  require(theCase, drawRules.DrawIsForACase, command.caseId);
  byDrawingCenter(actor, theCase, scopeOf(command, actor, legalDateOf(now)));
}

/** Nobody waits for the earlier draw: it failed, it is void, or the case has its result. */
function isSettled(earlier: DrawState, earlierId: string, { theCase, keys }: KnownBefore): boolean {
  if (earlier === undefined || earlier.stage === 'FAILED') return true;
  if (earlier.stage === 'COMPLETED') return theCase?.group.draws.includes(earlierId) === true;
  return earlier.frozen !== undefined && isRetired(keys, earlier.frozen.publicKey);
}

/** A city's case goes to the whole province only after its own pool did not do. */
const mayWiden = ({ dispatcher, group }: Supervision, earlier: DrawState): boolean =>
  dispatcher === 'FJ' || group.vacant.length > 0 || earlier?.stage === 'FAILED' || (earlier !== undefined && isCaseDraw(earlier) && earlier.scope === 'PROVINCE');

/** The first draw fills the group; every further one the seat that has been vacant longest. */
export const isFirst = ({ group }: Supervision): boolean => group.draws.length === 0;

function seatsFor({ k }: PrepareDraw, theCase: Supervision, least: number): number {
  if (isFirst(theCase)) {
    require((k ?? least) >= least, drawRules.FirstDrawFillsTheGroup, String(k));
    return k ?? least;
  }
  require(theCase.group.vacant.length > 0, drawRules.SeatIsVacant);
  require((k ?? 1) === 1, drawRules.FurtherDrawFillsOneSeat, String(k));
  return 1;
}

/** @throws Refused */
export function settle<S extends Supervision>(terms: DrawTerms<S>, command: PrepareDraw, { target, actor, now, known }: Context<KnownBefore<S>>): Settled {
  const { theCase, earlier, keys } = known;
  const today = legalDateOf(now);
  require(theCase, drawRules.DrawIsForACase, command.caseId);
  const ordinal = terms.ordinalIn(target, command.caseId);
  require(ordinal !== undefined && (ordinal === 1 || earlier !== undefined), terms.counted, target);
  terms.requireReady(theCase);
  require(isSettled(earlier, terms.idOf(command.caseId, ordinal - 1), known), drawRules.EarlierDrawIsSettled);
  const k = seatsFor(command, theCase, terms.leastSeats(today));
  const scope = scopeOf(command, actor, today);
  require(scope !== 'PROVINCE' || mayWiden(theCase, earlier), drawRules.WideningFollowsAnEmptyPool);
  const key = keyOn(keys, today);
  require(key, drawRules.KeyWasAnnounced);
  return { theCase, ordinal, scope, k, key };
}
