import { recorded } from '#libs/event-sourcing/given';
import {
  cancelled, decision, expired, failedFinally, failedOnce, fact, refused, rejected, renewedCarded, resigned, suspended,
} from '#libs/supervisors/supervisor-story';
import type { Finding } from '#libs/supervisors/sanction.events';
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

  it('is told to the case, too, where fraud in it was sanctioned', () => {
    const fraud = { ground: 'S5', description: '伪造记录', evidence: ['ev-1'], caseId: 'case-7' } as const;
    const { decisionNo, reasons, decidedBy } = decision('闽处9号');
    const sanctioned = (findings: readonly Finding[]) => ({ decisionNo, reasons, decidedBy, cause: { kind: 'GROUNDS', severity: 'SERIOUS', findings } as const });
    const mark = { name: 'TaintSupervision', target: 'case-7', body: { supervisorId: 'c-1', decisionNo: '闽处9号' } };
    expect(requests([fact('CriticismGiven', sanctioned([fraud, fraud]))])).toEqual([mark]);
    expect(requests([fact('DispatchSuspended', { ...sanctioned([fraud]), scope: 'ALL', endsOn: '2024-09-01' })])).toEqual([mark]);
    const holder = { personId: 'p-lin', supervisorType: 'EXTERNAL', proposalNo: '榕建1号' } as const;
    expect(requests([fact('QualificationCancelled', { ...holder, ...sanctioned([fraud]) })])).toEqual([bar('QUALIFICATION_CANCELLED', '闽处9号'), mark]);
    const { caseId: _caseId, ...uncited } = fraud;
    for (const findings of [[uncited], [{ ...fraud, ground: 'S4' as const }]]) expect(requests([fact('CriticismGiven', sanctioned(findings))])).toEqual([]);
    expect(requests([fact('DisqualificationProposed', { ...sanctioned([fraud]), proposes: 'RENEWAL_REFUSED' })])).toEqual([]);
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
