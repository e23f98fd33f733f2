import { isCenter, requireCenter, requireSystem } from '#libs/access/policy';
import type { Supervision } from '#libs/cases/supervision.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import type { Context } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, type Rule } from '#libs/event-sourcing/rule';
import type { PoolScope } from '#libs/regulation/own-codes';

const allow = (condition: boolean, rule: Rule): void => {
  if (!condition) throw new NotAllowed(rule);
};

export const isProvince = ({ organisation }: Actor): boolean => organisation === 'FJ';

/** Before anything is said of the case. */
export const byCenter = (actor: Actor): void => allow(isCenter(actor), drawRules.DispatcherDraws);

/** The dispatcher draws from its own; from the whole province only the provincial centre does. */
export function byDrawingCenter(actor: Actor, theCase: Supervision, scope: PoolScope): void {
  requireCenter(actor, theCase);
  const fromProvince = scope === 'PROVINCE';
  allow(actor.organisation === theCase.dispatcher || (isProvince(actor) && fromProvince), drawRules.DispatcherDraws);
  allow(!fromProvince || isProvince(actor), drawRules.OnlyTheProvinceDrawsFromTheProvince);
}

/** A reaction. */
export const bySystem = (_command: object, _state: unknown, { actor }: Context): void => requireSystem(actor);
