import { recorded } from '#libs/event-sourcing/given';
import {
  cancelled, expired, failedFinally, failedOnce, fact, refused, rejected, renewedCarded, resigned, suspended,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { supervisorReaction } from '#libs/supervisors/supervisor.reaction';

const requests = (story: readonly SupervisorEvent[]) =>
  story.flatMap((event, revision) => supervisorReaction.requests(recorded(event, { stream: 'supervisor-c-1', revision })));
const release = { name: 'ReleaseCredential', target: 'p-lin', body: { credentialId: 'c-1' } };
const bar = (decision: string, decisionNo: string) => ({ name: 'RecordBar', target: 'p-lin', body: { credentialId: 'c-1', decision, decisionNo } });

describe('what the person’s stream is told', () => {
  it('is the bar, after cancellation and after refusal as a sanction', () => {
    expect(requests(cancelled)).toEqual([bar('QUALIFICATION_CANCELLED', '闽处1号')]);
    expect(requests(refused)).toEqual([bar('RENEWAL_REFUSED', '闽处2号')]);
  });

  it('is the release, after rejection, resignation and the last failed examination', () => {
    for (const story of [rejected, resigned, failedFinally]) expect(requests(story)).toEqual([release]);
  });

  it('is nothing while the credential lives, also not at the plain end of a term', () => {
    const failedRenewal = fact('ExamFailed', {
      personId: 'p-lin', supervisorType: 'EXTERNAL', score: 1, passMark: 60, examinedOn: '2024-07-05', sitting: 2, reExamsLeft: 0, forRenewal: true,
    });
    for (const story of [failedOnce, suspended, expired, renewedCarded, [...expired, failedRenewal]]) expect(requests(story)).toEqual([]);
  });
});
