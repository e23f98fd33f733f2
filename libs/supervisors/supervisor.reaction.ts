import type { Request } from '#libs/event-sourcing/decider';
import type { Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';
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
