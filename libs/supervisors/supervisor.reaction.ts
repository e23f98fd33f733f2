import type { Request } from '#libs/event-sourcing/decider';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';
import type { Decision } from '#libs/supervisors/sanction.events';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

/** Fraud of 第四章一(五) puts the records of the cited supervisions in doubt. */
function tainted(supervisorId: string, { decisionNo, cause }: Decision): readonly Request[] {
  if (cause.kind !== 'GROUNDS') return [];
  const cases = cause.findings.flatMap(({ ground, caseId }) => (ground === 'S5' && caseId !== undefined ? [caseId] : []));
  return [...new Set(cases)].map((caseId) => ({ name: 'TaintSupervision', target: caseId, body: { supervisorId, decisionNo } }));
}

function requests(event: Recorded<SupervisorEvent>): readonly Request[] {
  const credentialId = event.stream.slice('supervisor-'.length);
  switch (event.type) {
    case 'QualificationCancelled':
    case 'RenewalRefused': {
      const decision = event.type === 'QualificationCancelled' ? 'QUALIFICATION_CANCELLED' : 'RENEWAL_REFUSED';
      const body = { credentialId, decision, decisionNo: event.data.decisionNo };
      return [{ name: 'RecordBar', target: event.data.personId, body }, ...tainted(credentialId, event.data)];
    }
    case 'CriticismGiven':
    case 'DispatchSuspended':
      return tainted(credentialId, event.data);
    case 'ApplicationRejected':
    case 'SupervisorResigned':
      return [{ name: 'ReleaseCredential', target: event.data.personId, body: { credentialId } }];
    case 'ExamFailed':
      return event.data.forRenewal || event.data.reExamsLeft > 0
        ? []
        : [{ name: 'ReleaseCredential', target: event.data.personId, body: { credentialId } }];
    default:
      return [];
  }
}

/** A credential that ends tells the person's stream: a bar that lasts, or that another may be applied for; fraud tells the case. */
export const supervisorReaction: Reaction = {
  name: 'credential-ends-for-person',
  categories: ['supervisor'],
  requests: (event: RecordedEvent) => requests(event as unknown as Recorded<SupervisorEvent>),
};
