import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter, requireCenter, requireProvincialCenter } from '#libs/access/policy';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { AppointmentEvent } from '#libs/supervisors/appointment.events';
import type { CommandRule } from '#libs/event-sourcing/decider';
import type { Credential, Proposal, SupervisorState } from '#libs/supervisors/credential.evolve';
import { credentialOf } from '#libs/supervisors/guards.decide';
import { voidedCards } from '#libs/supervisors/held-card.decide';
import { causeOf, gatherCauses, type KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import { decisionOf, isDecided, requireDispatcher, requireSanctionable } from '#libs/supervisors/sanction-decision.decide';
import type {
  CancelQualification, DismissDisqualification, NotifyEmployer, ProposeDisqualification, RefuseRenewal,
} from '#libs/supervisors/sanction.commands';
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
    return [{ type: 'DisqualificationProposed', data: { ...decisionOf(command, cause, context), proposes: command.proposes } }];
  },
};

function openProposal({ proposals }: Credential, proposalNo: string, proposes?: Proposal['proposes']): Proposal {
  const proposal = proposals.find((candidate) => candidate.proposalNo === proposalNo);
  require(proposal?.open && (proposes === undefined || proposal.proposes === proposes), sanctionRules.DecisionFollowsProposal, proposalNo);
  return proposal;
}

const dismissDisqualification: DisqualificationRule<DismissDisqualification> = {
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: ({ proposalNo, reasons }, state) => {
    openProposal(credentialOf(state), proposalNo);
    require(reasons.trim() !== '', sanctionRules.DecisionSaysReasons);
    return [{ type: 'DisqualificationDismissed', data: { proposalNo, reasons } }];
  },
};

const cancelQualification: DisqualificationRule<CancelQualification> = {
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    const today = legalDateOf(context.now);
    if (isDecided(credential, command.decisionNo, 'QualificationCancelled')) return [];
    requireSanctionable(credential, today);
    const { proposalNo, cause } = openProposal(credential, command.proposalNo, 'QUALIFICATION_CANCELLED');
    const { personId, supervisorType } = credential;
    const data = { personId, supervisorType, ...decisionOf(command, cause, context), proposalNo };
    return [{ type: 'QualificationCancelled', data }, ...voidedCards(credential, today, '取消资格')];
  },
};

const refuseRenewal: DisqualificationRule<RefuseRenewal> = {
  authorise: (_command, _state, { actor }) => requireProvincialCenter(actor),
  decide: (command, state, context) => {
    const credential = credentialOf(state);
    const today = legalDateOf(context.now);
    if (isDecided(credential, command.decisionNo, 'RenewalRefused')) return [];
    requireSanctionable(credential, today);
    const { proposalNo, cause } = openProposal(credential, command.proposalNo, 'RENEWAL_REFUSED');
    require(cause.kind === 'GROUNDS', sanctionRules.AssessmentBringsNoRefusal);
    const { personId, supervisorType } = credential;
    const data = { personId, supervisorType, ...decisionOf(command, cause, context), proposalNo };
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
