import { accessRules } from '#libs/access/access.rules';
import type { Actor } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import type { Assessment } from '#libs/supervisors/assessment.evolve';
import { sanctionRules } from '#libs/supervisors/sanction.rules';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  agency, applied, appointed, CARD, cancelled, carded, cause, decision, expired, fact, failedFile, fuzhou, lin, neglect, NOBODY_ELSE, on, passed, proposedCancellation,
  proposedRefusal, province, refused, resigned, suspended, xiamen,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const after = (story: readonly SupervisorEvent[], day = '2022-01-05') => given(supervisorDecider, story).about('c-1').knowing(NOBODY_ELSE).at(on(day));
const serious = { severity: 'SERIOUS', findings: [neglect] } as const;
const failed = { assessmentId: 'file-1', assessmentNo: '榕考2021' } as const;
const proposal = { decisionNo: '榕建9号', reasons: '情节严重', proposes: 'QUALIFICATION_CANCELLED', grounds: serious };
const verdict = { decisionNo: '闽处9号', reasons: '事实清楚', proposalNo: '榕建1号' };
const holder = { personId: 'p-lin', supervisorType: 'EXTERNAL' } as const;

describe('a proposal of the second level', () => {
  it('is made by the dispatching centre in serious circumstances', () => {
    for (const story of [appointed, carded]) {
      after(story).by(fuzhou).when('ProposeDisqualification', proposal).expectFacts([
        fact('DisqualificationProposed', { decisionNo: '榕建9号', reasons: '情节严重', cause, decidedBy: '3501', proposes: 'QUALIFICATION_CANCELLED' }),
      ]);
    }
    after(expired, '2024-10-01').by(province).when('ProposeDisqualification', { ...proposal, proposes: 'RENEWAL_REFUSED' }).expectTypes(['DisqualificationProposed']);
  });

  it.each(['MINOR', 'ORDINARY'])('is refused for %s circumstances', (severity) => {
    for (const proposes of ['QUALIFICATION_CANCELLED', 'RENEWAL_REFUSED']) {
      after(carded).by(fuzhou).when('ProposeDisqualification', { ...proposal, proposes, grounds: { ...serious, severity } }).expectRefusal(sanctionRules.SecondLevelNeedsSeriousness);
    }
  });

  it('may rest on a failed assessment in the own file of any centre, for cancellation only', () => {
    const { grounds: _grounds, ...plain } = proposal;
    const proposing = (actor: Actor, file: Assessment, change: object = {}) =>
      after(carded).knowing({ ...NOBODY_ELSE, file }).by(actor).when('ProposeDisqualification', { ...plain, assessment: failed, ...change });
    proposing(xiamen, failedFile('CANCEL', '3502')).expectTypes(['DisqualificationProposed']);
    proposing(province, failedFile('CANCEL', 'FJ')).expectTypes(['DisqualificationProposed']);
    proposing(xiamen, failedFile('CANCEL')).expectRefusal(sanctionRules.AssessmentIsFailed);
    proposing(fuzhou, failedFile('SUSPEND')).expectRefusal(sanctionRules.AssessmentDecisionIsTaken);
    proposing(fuzhou, failedFile('CANCEL'), { proposes: 'RENEWAL_REFUSED' }).expectRefusal(sanctionRules.AssessmentBringsNoRefusal);
  });

  it('is made about the appointed, by centres', () => {
    for (const story of [applied, passed, cancelled, refused, resigned]) after(story).by(fuzhou).when('ProposeDisqualification', proposal).expectRefusal(sanctionRules.SanctionNeedsAppointment);
    after(carded).by(xiamen).when('ProposeDisqualification', proposal).expectRefusal(accessRules.CenterActsInItsOwnArea);
    for (const actor of [agency, lin]) after(carded).by(actor).when('ProposeDisqualification', proposal).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('under the same number is the same proposal', () => {
    after(proposedCancellation).by(fuzhou).when('ProposeDisqualification', { ...proposal, decisionNo: '榕建1号' }).expectFacts([]);
  });

  it('may be dismissed once, which leaves a failed assessment open for suspension', () => {
    const dismissed = fact('DisqualificationDismissed', { proposalNo: '榕建1号', reasons: '证据不足' });
    const dismissal = { proposalNo: '榕建1号', reasons: '证据不足' };
    after(proposedCancellation).by(province).when('DismissDisqualification', dismissal).expectFacts([dismissed]);
    after(proposedCancellation).by(province).when('DismissDisqualification', { ...dismissal, reasons: '' }).expectRefusal(sanctionRules.DecisionSaysReasons);
    after([...proposedCancellation, dismissed]).by(province).when('DismissDisqualification', dismissal).expectRefusal(sanctionRules.DecisionFollowsProposal);
    after([...proposedCancellation, dismissed]).by(province).when('CancelQualification', verdict).expectRefusal(sanctionRules.DecisionFollowsProposal);
    const byAssessment = [...carded, fact('DisqualificationProposed', {
      decisionNo: '榕建1号', reasons: '不合格', decidedBy: '3501', proposes: 'QUALIFICATION_CANCELLED', cause: { kind: 'ASSESSMENT_FAIL', assessmentNo: '榕考2021', concludedOn: '2022-01-04' },
    })];
    const suspension = { decisionNo: '榕停3号', reasons: '不合格', scope: 'ALL', assessment: failed };
    const known = { ...NOBODY_ELSE, file: failedFile('CANCEL') };
    after(byAssessment).knowing(known).by(fuzhou).when('SuspendDispatch', suspension).expectRefusal(sanctionRules.AssessmentHasOneDecision);
    after([...byAssessment, dismissed]).knowing(known).by(fuzhou).when('SuspendDispatch', suspension).expectTypes(['DispatchSuspended']);
  });
});

describe('cancellation and refusal of renewal', () => {
  it('are decided by the provincial centre on the proposal, end the credential and void its cards', () => {
    after(proposedCancellation).by(province).when('CancelQualification', verdict).expectFacts([
      fact('QualificationCancelled', { ...holder, ...decision('闽处9号'), proposalNo: '榕建1号' }), fact('CardVoided', { number: CARD, reason: '取消资格' }),
    ]);
    after(proposedRefusal).by(province).when('RefuseRenewal', { ...verdict, proposalNo: '榕建2号' }).expectFacts([
      fact('RenewalRefused', { ...holder, ...decision('闽处9号'), proposalNo: '榕建2号' }), fact('CardVoided', { number: CARD, reason: '不予续聘' }),
    ]);
  });

  it('reach also those whose term is over, without a card left to void', () => {
    after(proposedRefusal, '2024-09-01').by(province).when('RefuseRenewal', { ...verdict, proposalNo: '榕建2号' }).expectTypes(['RenewalRefused', 'CardVoided']);
    after(proposedRefusal, '2024-09-02').by(province).when('RefuseRenewal', { ...verdict, proposalNo: '榕建2号' }).expectTypes(['RenewalRefused']);
    after(proposedCancellation, '2024-09-02').by(province).when('CancelQualification', verdict).expectTypes(['QualificationCancelled']);
  });

  it('follow a proposal of the same kind', () => {
    after(carded).by(province).when('CancelQualification', verdict).expectRefusal(sanctionRules.DecisionFollowsProposal);
    after(proposedRefusal).by(province).when('CancelQualification', { ...verdict, proposalNo: '榕建2号' }).expectRefusal(sanctionRules.DecisionFollowsProposal);
    after(proposedCancellation).by(province).when('RefuseRenewal', verdict).expectRefusal(sanctionRules.DecisionFollowsProposal);
  });

  it('say their reasons', () => {
    after(proposedCancellation).by(province).when('CancelQualification', { ...verdict, reasons: '' }).expectRefusal(sanctionRules.DecisionSaysReasons);
  });

  it('happen once and leave nothing to decide', () => {
    after(cancelled).by(province).when('CancelQualification', { ...verdict, decisionNo: '闽处1号' }).expectFacts([]);
    after(cancelled).by(province).when('CancelQualification', verdict).expectRefusal(sanctionRules.SanctionNeedsAppointment);
    after(refused).by(province).when('RefuseRenewal', { ...verdict, decisionNo: '闽处2号' }).expectFacts([]);
    after(resigned).by(province).when('RefuseRenewal', verdict).expectRefusal(sanctionRules.SanctionNeedsAppointment);
  });

  it('belong to the provincial centre', () => {
    for (const actor of [fuzhou, lin, agency]) {
      for (const command of ['CancelQualification', 'RefuseRenewal', 'DismissDisqualification']) {
        after(proposedCancellation).by(actor).when(command, verdict).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
      }
    }
  });
});

describe('a notice to the employer', () => {
  const notice = { employer: '闽江机电有限公司(样例)', noticeNo: '闽技督告〔2022〕1号' };

  it('accompanies cancellation or refusal, once', () => {
    const notified = fact('EmployerNotified', { ...notice, decisionNo: '闽处1号' });
    after(cancelled).by(fuzhou).when('NotifyEmployer', notice).expectFacts([notified]);
    after([...cancelled, notified]).by(fuzhou).when('NotifyEmployer', notice).expectFacts([]);
    after(refused).by(province).when('NotifyEmployer', notice).expectTypes(['EmployerNotified']);
  });

  it('does not stand alone, and does not follow a failed assessment', () => {
    for (const story of [carded, suspended, proposedCancellation, resigned]) after(story).by(fuzhou).when('NotifyEmployer', notice).expectRefusal(sanctionRules.NoticeAccompaniesTheDecision);
    const assessment = { kind: 'ASSESSMENT_FAIL', assessmentNo: '榕考2021', concludedOn: '2022-01-04' } as const;
    const byAssessment = [...proposedCancellation, fact('QualificationCancelled', { ...holder, ...decision('闽处1号'), cause: assessment, proposalNo: '榕建1号' })];
    after(byAssessment).by(fuzhou).when('NotifyEmployer', notice).expectRefusal(sanctionRules.NoticeAccompaniesTheDecision);
  });

  it('comes from the centre of the area or the province', () => {
    after(cancelled).by(xiamen).when('NotifyEmployer', notice).expectRefusal(accessRules.CenterActsInItsOwnArea);
    after(cancelled).by(lin).when('NotifyEmployer', notice).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });
});
