import { requireSystem } from '#libs/access/policy';
import type { CommandRule } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { addDays, legalDateOf, termEnd } from '#libs/regulation/legal-date';
import { parameter, policyOn } from '#libs/regulation/parameters';
import type { AppointSupervisor, ResignSupervisor } from '#libs/supervisors/appointment.commands';
import type { AppointmentEvent, Term } from '#libs/supervisors/appointment.events';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { byAppointer, byRenewer, bySpeaker } from '#libs/supervisors/authority.decide';
import { voidedCards } from '#libs/supervisors/held-card.decide';
import type { Credential, SupervisorState, TermDays } from '#libs/supervisors/credential.evolve';
import { credentialOf, gatherHolder, isDay, type KnownPerson, requireNotBarred, requireRunningTerm, requireStep } from '#libs/supervisors/guards.decide';
import { latestTerm, renewalOpensOn, standingOn } from '#libs/supervisors/standing.evolve';
import { gatherOpenTasks, type KnownTasks } from '#libs/supervisors/tasks.decide';

type AppointmentRule<C, K = unknown> = CommandRule<C, SupervisorState, AppointmentEvent, K>;

/** The term that starts on the day, by the parameters in force then. */
function termFrom(termStart: LegalDate): Term {
  const years = parameter('term.years', termStart);
  const lastDayReading = parameter('term.lastDayReading', termStart);
  return { termStart, termEnd: termEnd(termStart, lastDayReading, years), years, lastDayReading, policy: policyOn(termStart).version };
}

const appointSupervisor: AppointmentRule<AppointSupervisor, KnownPerson> = {
  gather: gatherHolder,
  authorise: byAppointer,
  decide: ({ termStart }, state, { known, now }) => {
    const credential = credentialOf(state);
    requireNotBarred(known);
    const { passedOn = '' } = requireStep(credential, 'EXAM_PASSED', appointmentRules.ExamComesBeforeAppointment);
    require(credential.terms.length === 0, appointmentRules.RenewalIsAppliedFor);
    require(isDay(termStart) && passedOn <= termStart, appointmentRules.TermStartIsReal, termStart);
    const term = termFrom(termStart);
    require(legalDateOf(now) <= term.termEnd, appointmentRules.TermStartIsReal, termStart);
    const { area, selection } = credential;
    if (selection !== undefined) return [{ type: 'InternalSupervisorAppointed', data: { ...term, selection } }];
    return [{ type: 'SupervisorAppointed', data: { ...term, appointedBy: area } }];
  },
};

/** In the last days of the term, or after it; not while dispatch is suspended. */
function requireRenewalTime(credential: Credential, today: LegalDate): TermDays {
  const term = latestTerm(credential);
  const standing = standingOn(credential, today);
  const windowDays = parameter('term.renewalWindowDays', today);
  const inTime = term !== undefined && (standing === 'EXPIRED' || (standing === 'APPOINTED' && renewalOpensOn(term, windowDays) <= today));
  require(inTime, appointmentRules.RenewalIsInTime, standing);
  return term;
}

const isUnderWay = ({ qualification }: Credential): boolean =>
  qualification !== undefined && !(qualification.step === 'EXAM_FAILED' && qualification.reExamsLeft === 0);

const applyForRenewal: AppointmentRule<object, KnownPerson> = {
  gather: gatherHolder,
  authorise: bySpeaker,
  decide: (_command, state, { known, now }) => {
    const credential = credentialOf(state);
    const today = legalDateOf(now);
    requireNotBarred(known);
    requireRenewalTime(credential, today);
    if (isUnderWay(credential)) return [];
    return [{ type: 'RenewalApplied', data: { trainingRequired: parameter('term.renewalRequiresTraining', today) } }];
  },
};

const renewAppointment: AppointmentRule<object, KnownPerson> = {
  gather: gatherHolder,
  authorise: byRenewer,
  decide: (_command, state, { known, now }) => {
    const credential = credentialOf(state);
    const today = legalDateOf(now);
    requireNotBarred(known);
    const dayAfter = addDays(requireRenewalTime(credential, today).termEnd, 1);
    requireStep(credential, 'EXAM_PASSED', appointmentRules.RenewalIsAppliedFor);
    return [{ type: 'AppointmentRenewed', data: termFrom(dayAfter < today ? today : dayAfter) }];
  },
};

const expireAppointment: AppointmentRule<object> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: (_command, state, { occurredAt }) => {
    const credential = credentialOf(state);
    const term = latestTerm(credential);
    const isOver = term !== undefined && standingOn(credential, legalDateOf(occurredAt)) === 'EXPIRED';
    if (!isOver || credential.expiredTerm === term.termEnd) return [];
    return [{ type: 'AppointmentExpired', data: { termEnd: term.termEnd } }];
  },
};

const resignSupervisor: AppointmentRule<ResignSupervisor, KnownTasks> = {
  gather: (_command, _state, lookup, target) => gatherOpenTasks(target, lookup),
  authorise: bySpeaker,
  decide: ({ reason }, state, { known, now }) => {
    const credential = credentialOf(state);
    const today = legalDateOf(now);
    requireRunningTerm(credential, today);
    require(known.openTasks.length === 0, appointmentRules.TasksAreHandedOver, known.openTasks.join(' '));
    const { personId, supervisorType } = credential;
    return [{ type: 'SupervisorResigned', data: { personId, supervisorType, reason } }, ...voidedCards(credential, today, '主动退出')];
  },
};

export const appointmentCommands = {
  AppointSupervisor: appointSupervisor,
  ApplyForRenewal: applyForRenewal,
  RenewAppointment: renewAppointment,
  ExpireAppointment: expireAppointment,
  ResignSupervisor: resignSupervisor,
} as const;
