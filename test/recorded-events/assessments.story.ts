import { about, type Step } from '#test/recorded-events/step';
import { fuzhou, supervisor, system } from '#libs/cases/case-story';
import { CONDUCT_RULES } from '#libs/regulation/codes';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';

const fileOf = (no: number) => about(assessmentIdOf({ by: 'MUNICIPAL_CENTER', organisation: '3501' }, `s-${no}`));
const conduct = Object.keys(CONDUCT_RULES).map((duty) => ({ duty, kept: true }));

/** Files of those who were in the groups of the other story: one passes, one fails and objects in vain. */
function passed(): readonly Step[] {
  const step = fileOf(1);
  return [
    step('2026-05-13', fuzhou, 'AssessConduct', { caseId: 'rectified', mark: 'GOOD', conduct }),
    step('2026-05-13', fuzhou, 'AddCommendation', { text: '取证细致', evidence: ['case-rectified'] }),
    step('2026-05-14', supervisor(1), 'AddLearningEntry', { title: '职业技能等级认定规程', hours: 8, completedOn: '2026-05-10' }),
    step('2026-06-01', fuzhou, 'OpenAssessmentPeriod', { assessmentNo: '榕考2026-1', from: '2025-06-01' }),
    step('2026-06-02', fuzhou, 'ConcludeAssessment', { result: 'PASS', reasons: '履职良好' }),
    step('2026-06-03', fuzhou, 'InformSupervisor'),
    step('2026-06-30', fuzhou, 'CloseAssessmentPeriod'),
  ];
}

function failed(): readonly Step[] {
  const step = fileOf(2);
  return [
    step('2026-05-13', fuzhou, 'AddIssueEntry', { ground: 'S3', description: '未按规定查看考场', evidence: ['ev-1'], caseId: 'rectified' }),
    step('2026-06-01', fuzhou, 'OpenAssessmentPeriod', { assessmentNo: '榕考2026-2', from: '2025-06-01' }),
    step('2026-06-02', fuzhou, 'ConcludeAssessment', { result: 'FAIL', reasons: '贻误督导工作' }),
    step('2026-06-03', fuzhou, 'InformSupervisor'),
    step('2026-06-05', supervisor(2), 'RaiseObjection', { statement: '当日考场已封闭' }),
    step('2026-06-10', fuzhou, 'DecideObjection', { outcome: 'REJECTED', reasons: '监控显示考场开放' }),
    step('2026-06-11', fuzhou, 'TakeFailDecision', { decision: 'SUSPEND', reasons: '情节较轻' }),
    step('2026-06-12', fuzhou, 'CloseAssessmentPeriod'),
  ];
}

/** One that is not concluded when it is due, and passed after it. */
function late(): readonly Step[] {
  const step = fileOf(3);
  return [
    step('2026-06-01', fuzhou, 'OpenAssessmentPeriod', { assessmentNo: '榕考2026-3', from: '2025-06-01' }),
    step('2026-07-02', system, 'FlagAssessmentOverdue'),
    step('2026-07-03', fuzhou, 'ConcludeAssessment', { result: 'PASS', reasons: '履职良好' }),
  ];
}

export const assessmentsStory: readonly Step[] = [...passed(), ...failed(), ...late()];
