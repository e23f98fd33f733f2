import { accessRules } from '#libs/access/access.rules';
import type { ActingBody, Role } from '#libs/access/roles';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, type Rule } from '#libs/event-sourcing/rule';
import { type Area, mayActFor } from '#libs/regulation/areas';

const allow = (condition: boolean, rule: Rule, detail?: string): void => {
  if (!condition) throw new NotAllowed(rule, detail);
};

const isRole = (actor: Pick<Actor, 'role'>, ...roles: readonly Role[]): boolean => (roles as readonly string[]).includes(actor.role);

export const isCenter = (actor: Actor): boolean => isRole(actor, 'PROVINCIAL_CENTER', 'MUNICIPAL_CENTER');

/** What a centre's competence depends on: the area of the agency, and whether it is a branch of a central body. */
export interface Jurisdiction {
  readonly area: Area;
  readonly isCentralBranch: boolean;
}

/** A centre, in its own area; only the province for branches of central bodies (R1.5-2, R1.5-3). */
export function requireCenter(actor: Actor, over: Jurisdiction, rule: Rule = accessRules.OnlyDispatchingBodiesDispatch): void {
  allow(isCenter(actor), rule);
  const competent = mayActFor(actor.organisation as Area, over.area, over.isCentralBranch);
  allow(competent, over.isCentralBranch ? accessRules.CentralBranchesBelongToTheProvince : accessRules.CenterActsInItsOwnArea);
}

/** Any centre, whatever the area. */
export const requireAnyCenter = (actor: Actor, rule: Rule = accessRules.OnlyCentersSelectExternalSupervisors): void => allow(isCenter(actor), rule);

export const requireProvincialCenter = (actor: Actor): void =>
  allow(isRole(actor, 'PROVINCIAL_CENTER'), accessRules.OnlyTheProvincialCenterCards);

export const requireProvincialDepartment = (actor: Actor): void =>
  allow(isRole(actor, 'PROVINCIAL_HR'), accessRules.PolicyBelongsToTheProvincialDepartment);

/** The agency itself. */
export const requireAgency = (actor: Actor, agencyId: string): void =>
  allow(isRole(actor, 'AGENCY') && actor.organisation === agencyId, accessRules.AgencySpeaksForItself);

/** The very body that selected the internal supervisor, or that trains. */
export const requireBody = (actor: Actor, { by, organisation }: ActingBody, rule: Rule): void =>
  allow(isRole(actor, by) && actor.organisation === organisation, rule);

/** Any body that may select internal supervisors. */
export const requireAnyBody = (actor: Actor, rule: Rule): void => allow(isRole(actor, 'AGENCY', 'INDUSTRY_DEPT'), rule);

/** One of the supervisors named by their person references. */
export const requireAssigned = (actor: Actor, persons: readonly string[]): void =>
  allow(isRole(actor, 'EXT_SUPERVISOR') && persons.includes(actor.person), accessRules.OnlyAssignedSupervisors);

/** One of the internal supervisors named by their person references. */
export const requireAssignedInternal = (actor: Actor, persons: readonly string[]): void =>
  allow(isRole(actor, 'INT_SUPERVISOR') && persons.includes(actor.person), accessRules.OnlyAssignedSupervisors);

/** Any external supervisor, assigned or not. */
export const requireAnySupervisor = (actor: Actor): void => allow(isRole(actor, 'EXT_SUPERVISOR'), accessRules.OnlyAssignedSupervisors);

/** The person, or a centre on the person's paper application. */
export const requirePersonOrCenter = (actor: Actor, personId: string): void =>
  allow(actor.person === personId || isCenter(actor), accessRules.PersonSpeaksForThemselves);

export const isSystem = (actor: Actor): boolean => isRole(actor, 'SYSTEM');

export const requireSystem = (actor: Actor): void => allow(isSystem(actor), accessRules.OnlyTheSystem);

/** Whoever answers for the record as a whole may read the log itself. */
export const mayAudit = (actor: Pick<Actor, 'role'>): boolean => isRole(actor, 'AUDITOR', 'PROVINCIAL_HR', 'PROVINCIAL_CENTER');

export const requireAuditor = (actor: Actor): void => allow(mayAudit(actor), accessRules.OnlyAuditorsReadTheLog);
