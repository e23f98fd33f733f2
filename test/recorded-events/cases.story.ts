import { type About, about, type Step } from '#test/recorded-events/step';
import { acceptance, evidence, fuzhou, member, opening, opinion, preliminary, report, school, supervisor } from '#libs/cases/case-story';
import { SYSTEM } from '#libs/event-sourcing/worker';

const matters = { matters: [{ item: 'C2.03' }, { item: 'C2.05' }] };
const present = { present: ['s-1', 's-2', 's-3'] };

const withGroup = (step: About, day = '2026-03-02'): readonly Step[] => [
  step(day, fuzhou, 'OpenSpecialSupervision', opening),
  step(day, fuzhou, 'DefineMatters', matters),
  step(day, SYSTEM, 'SeatDrawnSupervisors', { drawId: 'd-1', members: [member(1), member(2), member(3)] }),
  ...[1, 2, 3].map((no) => step(day, supervisor(no), 'AcceptAssignment', acceptance)),
  step(day, fuzhou, 'FormGroup', { leader: 's-1' }),
];
const notified = (step: About): readonly Step[] => [...withGroup(step), step('2026-03-03', fuzhou, 'ServeSupervisionNotice', { text: '请提交自查报告' })];
const selfReport = (step: About): Step => step('2026-03-10', school, 'SubmitSelfReport', { summary: '自查情况', evidence: [] });
const onSite = (step: About): readonly Step[] => [
  step('2026-03-23', supervisor(1), 'StartOnSite', present),
  step('2026-03-23', supervisor(2), 'HearViews', { minutes: '校方说明收费情况', evidence: [] }),
  step('2026-03-24', supervisor(1), 'EndOnSite', { summary: '查看考场及票据', evidence: [evidence('ev-1')] }),
];
const delivered = (step: About, day = '2026-03-26'): readonly Step[] => [
  step('2026-03-25', supervisor(1), 'FormPreliminaryOpinion', preliminary),
  step(day, supervisor(1), 'DeliverPreliminaryOpinion', { channel: 'PLATFORM' }),
];
const defence = (isFinal: boolean) => ({ points: [{ findingNo: 1, statement: '其中1名已退费' }], evidence: [], isFinal });

function rectified(): readonly Step[] {
  const step = about('rectified');
  return [
    ...notified(step), selfReport(step), ...onSite(step), ...delivered(step),
    step('2026-04-01', school, 'SubmitDefence', defence(true)),
    step('2026-04-02', fuzhou, 'AnalyseDefence', { answers: [{ pointNo: 1, conclusion: 'ACCEPTED', reason: '票据属实' }] }),
    step('2026-04-03', fuzhou, 'IssueOpinion', opinion),
    step('2026-04-03', fuzhou, 'DeliverOpinion', { channel: 'PLATFORM' }),
    step('2026-04-10', fuzhou, 'ExtendRectification', { dueOn: '2026-05-15', reason: '退费需分批办理' }),
    step('2026-04-20', school, 'SubmitRectificationReport', report),
    step('2026-04-22', fuzhou, 'ReturnRectification', { returned: [{ demandNo: 1, reason: '未附公示照片' }], dueOn: '2026-05-15' }),
    step('2026-05-08', school, 'SubmitRectificationReport', report),
    step('2026-05-11', fuzhou, 'VerifyRectification', { conclusion: '整改到位' }),
    step('2026-05-12', fuzhou, 'CloseCase', { summary: '整改完成,归档' }),
  ];
}

/** Every deadline runs out, and the timers say so. */
function overdue(): readonly Step[] {
  const step = about('overdue');
  return [
    ...notified(step),
    ...onSite(step), ...delivered(step, '2026-04-03'),
    step('2026-04-28', fuzhou, 'IssueOpinion', { ...opinion, findings: opinion.findings.map((finding) => ({ ...finding, facts: '收费无公示依据' })) }),
    step('2026-04-28', fuzhou, 'DeliverOpinion', { channel: 'POST' }),
    step('2026-05-07', fuzhou, 'RemindRectification', { text: '请于五个工作日内完成整改' }),
    step('2026-05-20', fuzhou, 'RecordRectificationRefusal', { ground: 'OVERDUE_AFTER_REMINDER', reasons: '经催告仍未整改' }),
    step('2026-06-01', school, 'SubmitRectificationReport', report),
  ];
}

/** Members leave, one seat is filled again and one is not. */
function changingGroup(): readonly Step[] {
  const step = about('seats');
  return [
    step('2026-03-02', fuzhou, 'OpenSpecialSupervision', opening),
    step('2026-03-02', fuzhou, 'DefineMatters', matters),
    step('2026-03-02', SYSTEM, 'SeatDrawnSupervisors', { drawId: 'd-2', members: [member(1), member(2), member(3)] }),
    step('2026-03-02', supervisor(1), 'AcceptAssignment', acceptance),
    step('2026-03-03', supervisor(2), 'DeclineAssignment', { reason: '出差在外' }),
    step('2026-03-03', SYSTEM, 'SeatSubstitute', { drawId: 'd-2', leaving: 's-2', substitute: member(4) }),
    step('2026-03-03', fuzhou, 'RemindAssignment', { supervisorId: 's-3' }),
    step('2026-03-04', supervisor(4), 'AcceptAssignment', acceptance),
    step('2026-03-04', fuzhou, 'JudgeDecline', { supervisorId: 's-2', judgement: 'JUSTIFIED', reasons: '出差属实' }),
    step('2026-03-05', fuzhou, 'RecordNoAnswer', { supervisorId: 's-3' }),
    step('2026-03-05', SYSTEM, 'LeaveSeatVacant', { drawId: 'd-2', leaving: 's-3' }),
    step('2026-03-06', fuzhou, 'FormGroup', { leader: 's-1', exception: { reason: '名录内已无人可递补', approvedBy: 'head-3501' } }),
    step('2026-03-09', supervisor(4), 'RecuseSupervisor', { supervisorId: 's-4', reason: 'COLLEAGUE', detail: '曾与该校考评人员共事' }),
  ];
}

/** The deadline of the self-assessment rests on a year that is published only then. */
function cancelled(): readonly Step[] {
  const step = about('cancelled');
  return [
    ...withGroup(step, '2026-01-09'),
    step('2026-01-12', fuzhou, 'ServeSupervisionNotice', { text: '请提交自查报告' }),
    step('2026-01-19', fuzhou, 'WidenMatters', { matters: [{ item: 'C2.06' }], reason: '年度重点' }),
    step('2026-01-20', fuzhou, 'CancelSupervision', { reason: '机构停业' }),
  ];
}

function waived(): readonly Step[] {
  const step = about('waived');
  return [...notified(step), selfReport(step), ...onSite(step), ...delivered(step), step('2026-04-01', school, 'WaiveDefence', { statement: '无异议' })];
}

/** The powers of the group, answered and refused, and what it tells the dispatcher. */
function inquired(): readonly Step[] {
  const step = about('inquired');
  const [started, heard, ended] = onSite(step) as [Step, Step, Step];
  return [
    ...notified(step), selfReport(step), started,
    step('2026-03-23', supervisor(1), 'RaiseInquiry', { item: 'C2.03', text: '收费标准依据哪份文件?' }),
    step('2026-03-23', supervisor(2), 'RequestMaterial', { item: 'C2.03', text: '2026年收费台账' }),
    step('2026-03-23', supervisor(2), 'RequestMaterial', { item: 'C2.05', text: '考场监控录像' }),
    step('2026-03-23', school, 'AnswerInquiry', { no: 1, answer: '依据校内文件', evidence: [] }),
    step('2026-03-23', school, 'RefuseMaterial', { no: 3, reason: '录像已覆盖' }),
    step('2026-03-24', school, 'ProvideMaterial', { no: 2, evidence: [evidence('ev-2')] }),
    step('2026-03-24', supervisor(3), 'AddEvidence', { means: 'INTERVIEW', item: 'C2.03', note: '考生陈述未见公示', evidence: [{ ...evidence('ev-3'), classification: 'PERSONAL' }] }),
    step('2026-03-24', supervisor(3), 'ReportObstruction', { by: 'STAFF', personRefs: ['staff-1'], facts: '考务人员要求考生不得作答', evidence: [] }),
    step('2026-03-24', supervisor(1), 'ReportImproperRequest', { from: 'AGENCY', facts: '校方人员要求删去现场记录中关于收费的内容', evidence: [] }),
    heard, ended,
    step('2026-03-25', supervisor(1), 'RecommendRewardOrPenalty', { kind: 'PENALTY', subject: 'RESPONSIBLE_PERSON', personRef: 'staff-1', reasons: '阻挠考生反映情况' }),
  ];
}

/** Nobody tells the agency before the group is there. */
function covert(): readonly Step[] {
  const step = about('covert');
  return [
    ...withGroup(step),
    step('2026-03-03', fuzhou, 'OrderCovertInspection', { reason: '多次举报,防止提前准备' }),
    step('2026-03-23', supervisor(1), 'StartOnSite', present),
    step('2026-03-23', supervisor(1), 'DiscloseInspection', { text: '现公开督导身份,请提交自查报告', cardNumber: 'R3520260001' }),
    step('2026-03-23', supervisor(2), 'HearViews', { minutes: '校方说明收费情况', evidence: [] }),
  ];
}

function heardToTheEnd(): readonly Step[] {
  const step = about('heard');
  return [
    ...notified(step), selfReport(step), ...onSite(step), ...delivered(step),
    step('2026-04-01', school, 'SubmitDefence', defence(false)),
  ];
}

/** A member is sanctioned for fraud in the case, which is marked. */
function tainted(): readonly Step[] {
  const findings = [{ ground: 'S5', description: '未到现场即签署考察意见', evidence: ['ev-1'], caseId: 'tainted' }];
  return [
    ...withGroup(about('tainted')),
    about('s-1')('2026-07-01', fuzhou, 'GiveCriticism', { decisionNo: '榕教7号', reasons: '事实清楚', grounds: { severity: 'ORDINARY', findings } }),
  ];
}

export const casesStory: readonly Step[] = [...tainted(), ...rectified(), ...overdue(), ...changingGroup(), ...cancelled(), ...waived(), ...heardToTheEnd(), ...inquired(), ...covert()];
