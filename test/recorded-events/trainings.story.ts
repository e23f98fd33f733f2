import { about, type Step } from '#test/recorded-events/step';
import { agency as school, province as clerk } from '#libs/cases/case-story';
import { agency, fuzhou, industry, province } from '#libs/supervisors/supervisor-story';

const plan = {
  by: 'AGENCY', organisation: 'agency-1', title: '2026年内督培训', content: '政策法规、督导方法、评分表', hours: 16, startsOn: '2026-02-03', endsOn: '2026-02-11',
  examForm: 'WRITTEN', places: 12,
};

/** The training of the internal supervisor of the other story, with support from outside; filed twice. */
function filedAndHeld(): readonly Step[] {
  const step = about('training-1');
  const provider = about('fujian-training');
  return [
    provider('2026-01-05', clerk, 'QualifyProvider', { name: '福建某培训中心(样例)', qualificationNo: '闽训资1号', qualifiedFrom: '2026-01-01', qualifiedUntil: '2028-12-31' }),
    step('2026-01-19', agency, 'DraftTrainingPlan', plan),
    step('2026-01-19', agency, 'EngageProvider', { providerId: 'fujian-training' }),
    step('2026-01-20', agency, 'FileTrainingPlan'),
    step('2026-01-21', province, 'ReturnFiling', { reasons: '未列明师资' }),
    step('2026-01-22', agency, 'DraftTrainingPlan', { ...plan, content: '政策法规、督导方法、评分表;师资三人' }),
    step('2026-01-22', agency, 'FileTrainingPlan'),
    step('2026-02-03', agency, 'StartTraining', { startedOn: '2026-02-03' }),
    step('2026-02-05', province, 'AcknowledgeFiling'),
    step('2026-02-11', agency, 'HoldTraining', { endedOn: '2026-02-11', hours: 16, attended: ['s-internal'] }),
    step('2026-02-12', agency, 'HoldExam', { examinedOn: '2026-02-12', form: 'WRITTEN' }),
    step('2026-02-12', agency, 'RecordTrainingResults', { scores: [{ supervisorId: 's-internal', score: 91 }] }),
    step('2026-02-13', agency, 'CloseTraining', { summary: '一人参加,考核合格' }),
    provider('2026-12-01', clerk, 'WithdrawProviderQualification', { reason: '不再开展培训' }),
  ];
}

/** Drafted before the working days of the year were published. */
const early: Step = about('unfiled-early')('2026-01-12', agency, 'DraftTrainingPlan', { ...plan, startsOn: '2026-03-04', endsOn: '2026-03-05' });

/** A plan that nobody files in time, and an agency that has not trained for a year. */
function forgotten(): readonly Step[] {
  const { area: _derived, ...registration } = school;
  return [
    about('agency-idle')('2026-01-06', fuzhou, 'RegisterAgency', { ...registration, name: '榕城某技校(样例)', filedOn: '2025-03-01' }),
    about('unfiled')('2026-03-02', industry, 'DraftTrainingPlan', { ...plan, by: 'INDUSTRY_DEPT', organisation: 'industry-1', startsOn: '2026-04-01', endsOn: '2026-04-02' }),
  ];
}

export const trainingsStory: readonly Step[] = [early, ...filedAndHeld(), ...forgotten()];
