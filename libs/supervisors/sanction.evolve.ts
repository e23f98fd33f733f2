import { legalDateOf } from '#libs/regulation/legal-date';
import type { Credential, CredentialFolds, EndOfCredential } from '#libs/supervisors/credential.evolve';
import type { Decision, SanctionEvent, SuspensionLapsed } from '#libs/supervisors/sanction.events';

function decided(credential: Credential, type: SanctionEvent['type'], { decisionNo, cause }: Decision): Credential {
  const assessments = cause.kind === 'ASSESSMENT_FAIL' ? [...credential.assessments, cause.assessmentNo] : credential.assessments;
  return { ...credential, decisions: { ...credential.decisions, [decisionNo]: type }, assessments };
}

/** What the next decision of the term will be held against. */
const withGrounds = (credential: Credential, { cause }: Pick<Decision, 'cause'>): Credential =>
  cause.kind === 'GROUNDS' ? { ...credential, groundsOfTerm: [...new Set([...credential.groundsOfTerm, ...cause.findings.map(({ ground }) => ground)])] } : credential;

const withoutSuspension = (credential: Credential, { suspendedBy, body }: Pick<SuspensionLapsed['data'], 'suspendedBy' | 'body'>): Credential => ({
  ...credential,
  suspensions: credential.suspensions.filter(({ by, ofBody = false }) => by !== suspendedBy || ofBody !== (body !== undefined)),
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
  LeakVerificationConcluded: (credential, { verificationNo, result }) => ({
    ...credential,
    leakVerifications: { ...credential.leakVerifications, [verificationNo]: result },
  }),
  CriticismGiven: (credential, decision) => withGrounds(decided(credential, 'CriticismGiven', decision), decision),
  DispatchSuspended: (credential, { decidedBy, scope, endsOn, ...decision }) => {
    const { body } = decision;
    const before = withoutSuspension(credential, { suspendedBy: decidedBy, ...(body !== undefined && { body }) });
    const suspensions = [...before.suspensions, { by: decidedBy, ...(body !== undefined && { ofBody: true as const }), scope, endsOn }];
    return { ...withGrounds(decided(credential, 'DispatchSuspended', { ...decision, decidedBy }), decision), suspensions };
  },
  DispatchResumed: withoutSuspension,
  SuspensionLapsed: withoutSuspension,
  DisqualificationProposed: (credential, decision, occurredAt) => ({
    ...decided(credential, 'DisqualificationProposed', decision),
    proposals: [
      ...credential.proposals,
      {
        proposalNo: decision.decisionNo, proposedBy: decision.decidedBy, proposedOn: legalDateOf(occurredAt), proposes: decision.proposes, cause: decision.cause, open: true,
      },
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
