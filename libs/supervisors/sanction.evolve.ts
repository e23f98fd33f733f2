import type { Credential, CredentialFolds, EndOfCredential } from '#libs/supervisors/credential.evolve';
import type { Decision, SanctionEvent } from '#libs/supervisors/sanction.events';

function decided(credential: Credential, type: SanctionEvent['type'], { decisionNo, cause }: Decision): Credential {
  const assessments = cause.kind === 'ASSESSMENT_FAIL' ? [...credential.assessments, cause.assessmentNo] : credential.assessments;
  return { ...credential, decisions: { ...credential.decisions, [decisionNo]: type }, assessments };
}

const withoutSuspension = (credential: Credential, { suspendedBy }: { readonly suspendedBy: string }): Credential => ({
  ...credential,
  suspensions: credential.suspensions.filter(({ by }) => by !== suspendedBy),
});

const closed = (credential: Credential, proposalNo: string): Credential => ({
  ...credential,
  proposals: credential.proposals.map((proposal) => (proposal.proposalNo === proposalNo ? { ...proposal, open: false } : proposal)),
});

/** A proposal that is not taken up leaves its assessment without a decision. */
function dismissed(credential: Credential, proposalNo: string): Credential {
  const cause = credential.proposals.find((proposal) => proposal.proposalNo === proposalNo)?.cause;
  const freed = cause?.kind === 'ASSESSMENT_FAIL' ? cause.assessmentNo : undefined;
  return { ...closed(credential, proposalNo), assessments: credential.assessments.filter((assessmentNo) => assessmentNo !== freed) };
}

function ended(credential: Credential, end: EndOfCredential, decision: Decision & { readonly proposalNo: string }): Credential {
  const { decisionNo, cause, proposalNo } = decision;
  const type = end === 'CANCELLED' ? 'QualificationCancelled' : 'RenewalRefused';
  return {
    ...closed(credential, proposalNo),
    decisions: { ...credential.decisions, [decisionNo]: type },
    ended: end,
    seriousDecision: { decisionNo, cause, employerNotified: false },
  };
}

export const sanctionFolds: CredentialFolds<SanctionEvent> = {
  CriticismGiven: (credential, decision) => decided(credential, 'CriticismGiven', decision),
  DispatchSuspended: (credential, { decidedBy, scope, endsOn, ...decision }) => {
    const before = withoutSuspension(credential, { suspendedBy: decidedBy });
    const suspensions = [...before.suspensions, { by: decidedBy, scope, endsOn }];
    return { ...decided(credential, 'DispatchSuspended', { ...decision, decidedBy }), suspensions };
  },
  DispatchResumed: withoutSuspension,
  SuspensionLapsed: withoutSuspension,
  DisqualificationProposed: (credential, decision) => ({
    ...decided(credential, 'DisqualificationProposed', decision),
    proposals: [
      ...credential.proposals,
      { proposalNo: decision.decisionNo, proposedBy: decision.decidedBy, proposes: decision.proposes, cause: decision.cause, open: true },
    ],
  }),
  DisqualificationDismissed: (credential, { proposalNo }) => dismissed(credential, proposalNo),
  QualificationCancelled: (credential, decision) => ended(credential, 'CANCELLED', decision),
  RenewalRefused: (credential, decision) => ended(credential, 'RENEWAL_REFUSED', decision),
  EmployerNotified: (credential) =>
    credential.seriousDecision === undefined
      ? credential
      : { ...credential, seriousDecision: { ...credential.seriousDecision, employerNotified: true } },
};
