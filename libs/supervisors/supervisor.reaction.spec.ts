import type { Lookup } from '#libs/event-sourcing/decider';
import { recorded } from '#libs/event-sourcing/given';
import {
  cancelled, decision, expired, failedFinally, failedOnce, fact, refused, rejected, renewedCarded, resigned, suspended,
} from '#libs/supervisors/supervisor-story';
import type { Finding } from '#libs/supervisors/sanction.events';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { fraudTaints, supervisorReaction } from '#libs/supervisors/supervisor.reaction';

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

describe('fraud that was sanctioned (R4.1(五))', () => {
  const lookup = { fold: async (stream: string, initial: object) => (stream === 'case-special' ? { ...initial, dispatcher: '3501' } : initial) } as unknown as Lookup;
  const taints = (event: SupervisorEvent) => fraudTaints.search(recorded(event, { stream: 'supervisor-c-1' }), lookup);
  const fraud = (caseId: string): Finding => ({ ground: 'S5', description: '伪造记录', evidence: ['ev-1'], caseId });
  const { decisionNo, reasons, decidedBy } = decision('闽处9号');
  const sanctioned = (...findings: readonly Finding[]) => ({ decisionNo, reasons, decidedBy, cause: { kind: 'GROUNDS', severity: 'SERIOUS', findings } as const });
  const mark = (name: string, target: string) => ({ name, target, body: { supervisorId: 'c-1', decisionNo: '闽处9号' } });

  it('puts the cited supervisions in doubt, of either kind, each once', async () => {
    const marks = [mark('TaintSupervision', 'special'), mark('TaintDailySupervision', 'daily')];
    const holder = { personId: 'p-lin', supervisorType: 'EXTERNAL', proposalNo: '榕建1号' } as const;
    const found = sanctioned(fraud('special'), fraud('daily'), fraud('special'));
    expect(await taints(fact('CriticismGiven', found))).toEqual(marks);
    expect(await taints(fact('DispatchSuspended', { ...found, scope: 'ALL', endsOn: '2024-09-01' }))).toEqual(marks);
    expect(await taints(fact('QualificationCancelled', { ...holder, ...found }))).toEqual(marks);
    expect(await taints(fact('RenewalRefused', { ...holder, ...found }))).toEqual(marks);
  });

  it('says nothing of other grounds, of none that is cited, and of what is only proposed', async () => {
    const { caseId: _caseId, ...uncited } = fraud('special');
    for (const finding of [uncited, { ...fraud('special'), ground: 'S4' as const }]) expect(await taints(fact('CriticismGiven', sanctioned(finding)))).toEqual([]);
    expect(await taints(fact('DisqualificationProposed', { ...sanctioned(fraud('special')), proposes: 'RENEWAL_REFUSED' }))).toEqual([]);
  });
});
