import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter, requireCenter } from '#libs/access/policy';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { AppointmentEvent } from '#libs/supervisors/appointment.events';
import type { CommandRule } from '#libs/event-sourcing/decider';
import type { Credential, Proposal, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf } from '#libs/supervisors/guards.decide';
import { voidedCards } from '#libs/supervisors/held-card.decide';
import { causeOf, gatherCauses, type KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import { byCardGiver, decisionOf, isDecided, requireDispatcher, requireSanctionable, requireTurn } from '#libs/supervisors/sanction-decision.decide';
import type { CancelQualification, DismissDisqualification, NotifyEmployer, ProposeDisqualification, RefuseRenewal } from '#libs/supervisors/disqualification.commands';
import type { SanctionCause, SanctionEvent } from '#libs/supervisors/sanction.events';
import { sanctionRules } from '#libs/supervisors/sanction.rules';

type DisqualificationRule<C, K = unknown> = CommandRule<C, SupervisorState, SanctionEvent | AppointmentEvent, K>;

/** Second level: serious circumstances, or for cancellation a failed assessment. */
function requireSecondLevel(cause: SanctionCause, proposes: Proposal['proposes']): void {
  if (cause.kind === 'GROUNDS') require(cause.severity === 'SERIOUS', sanctionRules.SecondLevelNeedsSeriousness);
  else require(proposes === 'QUALIFICATION_CANCELLED', sanctionRules.AssessmentBringsNoRefusal);
}

const proposeDisqualification: DisqualificationRule<ProposeDisqualification, KnownCauses> = {
  gather: gatherCauses,
  authorise: ({ assessment }, state, context) =>
    assessment === undefined ? requireDispatcher(context.actor, credentialOf(state), context) : requireAnyCenter(context.actor, accessRules.OnlyDispatchingBodiesDispatch),
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    if (isDecided(credential, command.decisionNo, 'DisqualificationProposed')) return [];
    requireSanctionable(credential, legalDateOf(context.now));
    const cause = causeOf(command, 'CANCEL', credential, context);
    requireSecondLevel(cause, command.proposes);
    return [{ type: 'DisqualificationProposed', data: { ...decisionOf(command, cause, credential, context), proposes: command.proposes } }];
  },
};

function openProposal({ proposals }: Credential, proposalNo: string, proposes?: Proposal['proposes']): Proposal {
  const proposal = proposals.find((candidate) => candidate.proposalNo === proposalNo);
  require(proposal?.open && (proposes === undefined || proposal.proposes === proposes), sanctionRules.DecisionFollowsProposal, proposalNo);
  return proposal;
}

const dismissDisqualification: DisqualificationRule<DismissDisqualification> = {
  authorise: byCardGiver,
  decide: ({ proposalNo, reasons }, state, context) => {
    const credential = credentialOf(state);
    requireTurn(credential, openProposal(credential, proposalNo), context);
    require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
    return [{ type: 'DisqualificationDismissed', data: { proposalNo, reasons } }];
  },
};

const cancelQualification: DisqualificationRule<CancelQualification> = {
  authorise: byCardGiver,
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    const today = legalDateOf(context.now);
    if (isDecided(credential, command.decisionNo, 'QualificationCancelled')) return [];
    requireSanctionable(credential, today);
    const proposal = openProposal(credential, command.proposalNo, 'QUALIFICATION_CANCELLED');
    requireTurn(credential, proposal, context);
    const { proposalNo, cause } = proposal;
    const { personId, supervisorType } = credential;
    const data = { personId, supervisorType, ...decisionOf(command, cause, credential, context), proposalNo };
    return [{ type: 'QualificationCancelled', data }, ...voidedCards(credential, today, '取消资格')];
  },
};

const refuseRenewal: DisqualificationRule<RefuseRenewal> = {
  authorise: byCardGiver,
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    const today = legalDateOf(context.now);
    if (isDecided(credential, command.decisionNo, 'RenewalRefused')) return [];
    requireSanctionable(credential, today);
    const proposal = openProposal(credential, command.proposalNo, 'RENEWAL_REFUSED');
    requireTurn(credential, proposal, context);
    const { proposalNo, cause } = proposal;
    require(cause.kind === 'GROUNDS', sanctionRules.AssessmentBringsNoRefusal);
    const { personId, supervisorType } = credential;
    const data = { personId, supervisorType, ...decisionOf(command, cause, credential, context), proposalNo };
    return [{ type: 'RenewalRefused', data }, ...voidedCards(credential, today, '不予续聘')];
  },
};

const notifyEmployer: DisqualificationRule<NotifyEmployer> = {
  authorise: (_command, state, { actor }) => requireCenter(actor, { area: credentialOf(state).area, isCentralBranch: false }),
  decide: ({ employer, noticeNo }, state) => {
    const decision = credentialOf(state).seriousDecision;
    require(decision?.cause.kind === 'GROUNDS', sanctionRules.NoticeAccompaniesTheDecision);
    if (decision.employerNotified) return [];
    return [{ type: 'EmployerNotified', data: { employer, noticeNo, decisionNo: decision.decisionNo } }];
  },
};

export const disqualificationCommands = {
  ProposeDisqualification: proposeDisqualification,
  DismissDisqualification: dismissDisqualification,
  CancelQualification: cancelQualification,
  RefuseRenewal: refuseRenewal,
  NotifyEmployer: notifyEmployer,
} as const;
