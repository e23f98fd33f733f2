import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter, requireCenter, requireSystem } from '#libs/access/policy';
import type { CommandRule } from '#libs/event-sourcing/decider';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { Credential, SupervisorState, Suspension } from '#libs/supervisors/credential.evolve';
import { credentialOf, isDay, requireRunningTerm, requireStanding } from '#libs/supervisors/guards.decide';
import { causeOf, gatherCauses, groundsCause, type KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import { decisionOf, isDecided, ownBody, requireDispatcher, requireSanctionable } from '#libs/supervisors/sanction-decision.decide';
import type { GiveCriticism, LapseSuspension, ResumeDispatch, SuspendDispatch } from '#libs/supervisors/sanction.commands';
import type { SanctionEvent } from '#libs/supervisors/sanction.events';
import { sanctionRules } from '#libs/supervisors/sanction.rules';
import { latestTerm } from '#libs/supervisors/standing.evolve';

export type SanctionRule<C, K = unknown> = CommandRule<C, SupervisorState, SanctionEvent, K>;

const giveCriticism: SanctionRule<GiveCriticism, KnownCauses> = {
  gather: gatherCauses,
  authorise: (_command, state, context) => requireDispatcher(context.actor, credentialOf(state), context),
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    if (isDecided(credential, command.decisionNo, 'CriticismGiven')) return [];
    requireSanctionable(credential, legalDateOf(context.now));
    return [{ type: 'CriticismGiven', data: decisionOf(command, groundsCause(command.grounds, credential, context), credential, context) }];
  },
};

/** The actor's own, in force on the day: of the body that selected an internal supervisor, or of the centre. */
function suspensionBy(credential: Credential, actor: Actor, on: LegalDate): Suspension | undefined {
  const isBody = ownBody(actor, credential) !== undefined;
  return credential.suspensions.find(({ by, ofBody = false, endsOn }) => ofBody === isBody && (isBody || by === actor.organisation) && on <= endsOn);
}

/** The ordered last day, at most that of the term: a suspension expires with the term. */
function lastDay(credential: Credential, today: LegalDate, until: LegalDate | undefined): LegalDate {
  require(until === undefined || (isDay(until) && today <= until), sanctionRules.SuspensionEndIsReal, until);
  const term = latestTerm(credential);
  require(term, sanctionRules.SuspensionIsOfTheRunning);
  return until !== undefined && until < term.termEnd ? until : term.termEnd;
}

const suspendDispatch: SanctionRule<SuspendDispatch, KnownCauses> = {
  gather: gatherCauses,
  authorise: ({ scope }, state, { actor }) => {
    if (ownBody(actor, credentialOf(state)) !== undefined) return;
    requireAnyCenter(actor, accessRules.OnlyDispatchingBodiesDispatch);
    if (scope === 'ALL') requireCenter(actor, { area: credentialOf(state).area, isCentralBranch: false });
  },
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    const today = legalDateOf(context.now);
    if (isDecided(credential, command.decisionNo, 'DispatchSuspended')) return [];
    requireStanding(credential, today, ['APPOINTED', 'SUSPENDED'], sanctionRules.SuspensionIsOfTheRunning);
    require(suspensionBy(credential, context.actor, today) === undefined, sanctionRules.SuspensionIsOfTheRunning);
    const { scope, until } = command;
    const endsOn = lastDay(credential, today, until);
    const decision = decisionOf(command, causeOf(command, 'SUSPEND', credential, context), credential, context);
    return [{ type: 'DispatchSuspended', data: { ...decision, scope, ...(until !== undefined && { until }), endsOn } }];
  },
};

const resumeDispatch: SanctionRule<ResumeDispatch> = {
  authorise: (_command, state, { actor }) => {
    if (ownBody(actor, credentialOf(state)) === undefined) requireAnyCenter(actor, accessRules.OnlyDispatchingBodiesDispatch);
  },
  decide: ({ reasons }, state, { actor, now }) => {
    const credential = credentialOf(state);
    const today = legalDateOf(now);
    requireRunningTerm(credential, today);
    const suspension = suspensionBy(credential, actor, today);
    const body = ownBody(actor, credential);
    require(suspension, sanctionRules.OnlyTheSuspenderResumes);
    require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
    return [{ type: 'DispatchResumed', data: { suspendedBy: suspension.by, ...(body !== undefined && { body }), reasons } }];
  },
};

const lapseSuspension: SanctionRule<LapseSuspension> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: ({ suspendedBy, ofBody = false }, state, { occurredAt }) => {
    const { ended, suspensions, selection } = credentialOf(state);
    const over = suspensions.find((suspension) => suspension.by === suspendedBy && (suspension.ofBody ?? false) === ofBody && suspension.endsOn < legalDateOf(occurredAt));
    if (ended !== undefined || over === undefined) return [];
    return [{ type: 'SuspensionLapsed', data: { suspendedBy, ...(ofBody && selection !== undefined && { body: { by: selection.by, organisation: selection.organisation } }), endsOn: over.endsOn } }];
  },
};

export const sanctionCommands = {
  GiveCriticism: giveCriticism,
  SuspendDispatch: suspendDispatch,
  ResumeDispatch: resumeDispatch,
  LapseSuspension: lapseSuspension,
} as const;
