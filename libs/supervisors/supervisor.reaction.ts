import type { Request } from '#libs/event-sourcing/decider';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { Reaction, SearchingReaction } from '#libs/event-sourcing/reaction';
import { isSpecial } from '#libs/supervisors/case-facts.evolve';
import type { Decision } from '#libs/supervisors/sanction.events';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

function requests(event: Recorded<SupervisorEvent>): readonly Request[] {
  const credentialId = event.stream.slice('supervisor-'.length);
  switch (event.type) {
    case 'QualificationCancelled':
    case 'RenewalRefused': {
      const decision = event.type === 'QualificationCancelled' ? 'QUALIFICATION_CANCELLED' : 'RENEWAL_REFUSED';
      const body = { credentialId, decision, decisionNo: event.data.decisionNo };
      return [{ name: 'RecordBar', target: event.data.personId, body }];
    }
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

/** A credential that ends tells the person's stream: a bar that lasts, or that another may be applied for. */
export const supervisorReaction: Reaction = {
  name: 'credential-ends-for-person',
  categories: ['supervisor'],
  requests: (event: RecordedEvent) => requests(event as unknown as Recorded<SupervisorEvent>),
};

/** Supervisions in which a decision found fraud. */
function defrauded({ cause }: Decision): readonly string[] {
  if (cause.kind !== 'GROUNDS') return [];
  return [...new Set(cause.findings.flatMap(({ ground, caseId }) => (ground === 'S5' && caseId !== undefined ? [caseId] : [])))];
}

const DECIDED: readonly string[] = ['CriticismGiven', 'DispatchSuspended', 'QualificationCancelled', 'RenewalRefused'] satisfies readonly SupervisorEvent['type'][];

/** Fraud of 第四章一(五) puts the records of the cited supervisions in doubt, of either kind. */
export const fraudTaints: SearchingReaction = {
  name: 'fraud-taints-supervisions',
  categories: ['supervisor'],
  search: async ({ type, data, stream }, lookup) => {
    if (!DECIDED.includes(type)) return [];
    const decision = data as Decision;
    const body = { supervisorId: stream.slice('supervisor-'.length), decisionNo: decision.decisionNo };
    const asked = defrauded(decision).map(async (caseId) => ({ name: (await isSpecial(caseId, lookup)) ? 'TaintSupervision' : 'TaintDailySupervision', target: caseId, body }));
    return Promise.all(asked);
  },
};
