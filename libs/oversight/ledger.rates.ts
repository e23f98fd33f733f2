import type { Cell } from '#libs/oversight/ledger.metric';

/** One of the two numbers of a rate. */
export interface RatePart {
  readonly metric: string;
  readonly where: Cell;
}

/** A quotient is never kept: it is two numbers, each of which opens to its events. */
export interface Rate {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly numerator: RatePart;
  readonly denominator: RatePart;
}

export const RATES: readonly Rate[] = [
  {
    name: 'RectificationOnTimeRate',
    label: '整改按期率',
    unit: '%',
    definition: '首份整改工作报告按期提交的案件数,除以整改期限已见分晓的案件数。',
    numerator: { metric: 'RectificationTimeliness', where: { timeliness: 'ON_TIME' } },
    denominator: { metric: 'RectificationTimeliness', where: {} },
  },
  {
    name: 'RectificationAverageDays',
    label: '整改平均用时',
    unit: '日',
    definition: '整改用时之和,除以整改核查通过的案件数。',
    numerator: { metric: 'RectificationDays', where: {} },
    denominator: { metric: 'RectificationsVerified', where: {} },
  },
  {
    name: 'DefencePointsAcceptedRate',
    label: '申辩意见采纳率',
    unit: '%',
    definition: '采纳的申辩意见点数(部分采纳的不计),除以综合分析的申辩意见点数。',
    numerator: { metric: 'DefencePoints', where: { conclusion: 'ACCEPTED' } },
    denominator: { metric: 'DefencePoints', where: {} },
  },
  {
    name: 'InternalCoverageRate',
    label: '内督覆盖率',
    unit: '%',
    definition: '开考时已经抽取指派内督的场次数,除以已开考的场次数;应当为百分之百。',
    numerator: { metric: 'SessionCoverage', where: { coverage: 'COVERED' } },
    denominator: { metric: 'SessionCoverage', where: {} },
  },
  {
    name: 'RecordOnTimeRate',
    label: '督导情况记录表按期提交率',
    unit: '%',
    definition: '督导结束之日后5个工作日内提交的督导情况记录表份数,除以期限已见分晓的份数。',
    numerator: { metric: 'RecordTimeliness', where: { timeliness: 'ON_TIME' } },
    denominator: { metric: 'RecordTimeliness', where: {} },
  },
  {
    name: 'TechnicalSupervisionRate',
    label: '技术督导占比',
    unit: '%',
    definition: '载明采用技术手段的督导情况记录表份数,除以全部督导情况记录表份数。',
    numerator: { metric: 'TechnicalSupervision', where: { technical: 'TECHNICAL' } },
    denominator: { metric: 'TechnicalSupervision', where: {} },
  },
  {
    name: 'DailyProblemRate',
    label: '日常督导问题发现率',
    unit: '%',
    definition: '结果为问题的督导事项数,除以督导情况记录表载明的全部督导事项数(未检查的也在内)。',
    numerator: { metric: 'DailyFindings', where: { recordResult: 'PROBLEM' } },
    denominator: { metric: 'DailyFindings', where: {} },
  },
  {
    name: 'ReviewAverageDays',
    label: '研判平均用时',
    unit: '日',
    definition: '研判用时之和,除以已研判的督导情况记录表份数。',
    numerator: { metric: 'ReviewDays', where: {} },
    denominator: { metric: 'RecordsReviewed', where: {} },
  },
  {
    name: 'DailyRandomTargetRate',
    label: '日常督导对象随机抽取占比',
    unit: '%',
    definition: '对象以随机抽取确定的日常督导次数,除以日常督导立项次数。',
    numerator: { metric: 'DailiesPlanned', where: { targetSelection: 'RANDOM_DRAW' } },
    denominator: { metric: 'DailiesPlanned', where: {} },
  },
  {
    name: 'RectificationRate',
    label: '整改完成率',
    unit: '%',
    definition: '整改核查通过的案件数,除以应当整改的案件数;期限尚未届满的也在分母内。',
    numerator: { metric: 'RectificationsVerified', where: {} },
    denominator: { metric: 'RectificationsDue', where: {} },
  },
  {
    name: 'OpinionOnTimeRate',
    label: '意见书按期发出率',
    unit: '%',
    definition: '在期限内发出质量督导意见书的案件数,除以该期限已见分晓的案件数。',
    numerator: { metric: 'DutyTimeliness', where: { deadline: 'opinion', timeliness: 'ON_TIME' } },
    denominator: { metric: 'DutyTimeliness', where: { deadline: 'opinion' } },
  },
  {
    name: 'CaseRandomTargetRate',
    label: '专项督导对象随机抽取占比',
    unit: '%',
    definition: '对象以随机抽取确定的专项督导案件数,除以专项督导立项数。',
    numerator: { metric: 'CasesOpened', where: { targetSelection: 'RANDOM_DRAW' } },
    denominator: { metric: 'CasesOpened', where: {} },
  },
  {
    name: 'ScoreSheetOnTimeRate',
    label: '评分表按期上传率',
    unit: '%',
    definition: '首次上传在期限内的场次数,除以评分表期限已见分晓的场次数。',
    numerator: { metric: 'ScoreSheetTimeliness', where: { timeliness: 'ON_TIME' } },
    denominator: { metric: 'ScoreSheetTimeliness', where: {} },
  },
  {
    name: 'ComplaintClosedOnTimeRate',
    label: '举报按期办结率',
    unit: '%',
    definition: '在期限内办结归档的举报件数,除以办结期限已见分晓的举报件数。',
    numerator: { metric: 'ComplaintTimeliness', where: { complaintPeriod: 'CLOSING', timeliness: 'ON_TIME' } },
    denominator: { metric: 'ComplaintTimeliness', where: { complaintPeriod: 'CLOSING' } },
  },
  {
    name: 'ComplaintSubstantiatedRate',
    label: '举报属实率',
    unit: '%',
    definition: '认定为属实的举报件数(部分属实的不计),除以已认定的举报件数。',
    numerator: { metric: 'ComplaintOutcomes', where: { complaintConclusion: 'SUBSTANTIATED' } },
    denominator: { metric: 'ComplaintOutcomes', where: {} },
  },
  {
    name: 'PublicationOnTimeRate',
    label: '督导结果按期公开率',
    unit: '%',
    definition: '在期限内首次批准公开的督导结果件数,除以公开期限已见分晓的件数。',
    numerator: { metric: 'PublicationTimeliness', where: { timeliness: 'ON_TIME' } },
    denominator: { metric: 'PublicationTimeliness', where: {} },
  },
  {
    name: 'TrainingExamPassRate',
    label: '培训考核合格率',
    unit: '%',
    definition: '成绩合格的人次,除以登记成绩的人次,补考的另计。',
    numerator: { metric: 'TrainingExams', where: { examOutcome: 'PASSED' } },
    denominator: { metric: 'TrainingExams', where: {} },
  },
  {
    name: 'AssessmentPassRate',
    label: '督导员考核合格率',
    unit: '%',
    definition: '结论为合格的考核人次,除以全部考核结论人次。',
    numerator: { metric: 'AssessmentResults', where: { assessmentResult: 'PASS' } },
    denominator: { metric: 'AssessmentResults', where: {} },
  },
  {
    name: 'DailyDeclinesUnjustifiedRate',
    label: '无正当理由占比(日常督导)',
    unit: '%',
    definition: '认定无正当理由的不参加人次,除以全部不参加人次(尚未认定的也在内)。',
    numerator: { metric: 'DailyDeclines', where: { judgement: 'UNJUSTIFIED' } },
    denominator: { metric: 'DailyDeclines', where: {} },
  },
  {
    name: 'NeverDrawnRate',
    label: '一年内未被抽中占比',
    unit: '%',
    definition: '一年内未被抽中的外督人数,除以在聘且未被暂停的外督人数。',
    numerator: { metric: 'SupervisorsByTimesDrawn', where: { times: '0' } },
    denominator: { metric: 'SupervisorsByTimesDrawn', where: {} },
  },
  {
    name: 'AverageDraws',
    label: '外督一年内平均被抽中次数',
    unit: '次',
    definition: '外督一年内被抽中的次数之和,除以在聘且未被暂停的外督人数。',
    numerator: { metric: 'DrawsWithinAYear', where: {} },
    denominator: { metric: 'SupervisorsByTimesDrawn', where: {} },
  },
];
