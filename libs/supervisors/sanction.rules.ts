import { defineRules } from '#libs/event-sourcing/rule';

/** What every decision of the ladder must satisfy. */
export const sanctionRules = defineRules({
  SanctionNeedsAppointment: {
    id: 'R4.1-1', article: '第四章一', sentence: '处理的对象应当是已聘任、资格尚未终止的质量督导员。',
  },
  SanctionNeedsGround: {
    id: 'R4.1-1', article: '第四章一', sentence: '处理质量督导员应当至少依据一项规定情形。',
  },
  SuspensionIsOfTheRunning: {
    id: 'R4.1-1', article: '第四章一', sentence: '只能暂停在聘质量督导员的任务委派,同一中心不得重复暂停。',
  },
  SuspensionEndIsReal: {
    id: 'R4.1-1', article: '第四章一', sentence: '暂停委派的截止日期应当真实存在且不早于今天。',
  },
  OnlyTheSuspenderResumes: {
    id: 'R4.1-1', article: '第四章一', sentence: '暂停委派由作出暂停决定的中心恢复。',
  },
  SecondLevelNeedsSeriousness: {
    id: 'R4.1-2', article: '第四章一', sentence: '情节严重的,方可取消其资格或不予续聘。',
  },
  DecisionFollowsProposal: {
    id: 'R4.1-2', article: '第四章一', sentence: '取消资格或不予续聘由颁发证卡的单位根据委派机构的处理建议作出决定。',
  },
  BodyDecidesFirst: {
    id: 'R4.1-2', article: '第四章一', sentence: '对内督取消资格或不予续聘由颁发证卡的评价机构或行业部门决定,其逾期未决定的由省中心决定。',
  },
  NoticeAccompaniesTheDecision: {
    id: 'R4.1-2', article: '第四章一', sentence: '向当事人所在单位通报应当与取消资格或不予续聘一并作出,不得单独作出。',
  },
  DecisionSaysReasons: {
    id: 'R4.1-x', article: '第四章一', sentence: '处理决定应当写明理由。',
  },
  DecisionNumberIsItsOwn: {
    id: 'R4.1-x', article: '第四章一', sentence: '该决定编号已用于另一项处理决定。',
  },
  HearingDayIsReal: {
    id: 'R4.1-x', article: '第四章一', sentence: '听取当事人意见的日期应当真实存在且不晚于今天。',
  },
  AssessmentIsFailed: {
    id: 'R2.8-3', article: '第二章八', sentence: '只有考核不合格的人员,才能依据考核结果暂停或取消其资格。',
  },
  AssessmentDecisionIsTaken: {
    id: 'R2.8-3', article: '第二章八', sentence: '依据考核结果暂停或者建议取消资格,应当与考核档案中已作出的处理决定一致。',
  },
  AssessmentHasOneDecision: {
    id: 'R2.8-3', article: '第二章八', sentence: '一次考核不合格只能作出暂停或取消资格中的一项决定。',
  },
  AssessmentBringsNoRefusal: {
    id: 'R2.8-3', article: '第二章八', sentence: '考核不合格可以暂停或取消其资格,不能作为不予续聘处理的依据。',
  },
  BarIsInForce: {
    id: 'R4.1-3', article: '第四章一', sentence: '只有经复议、复核或者诉讼撤销的取消资格或不予续聘决定,才能解除不得从事督导工作的限制。',
  },
});

/** What proves each ground of 第四章一. */
export const groundRules = defineRules({
  UnassignedOrUnjustified: {
    id: 'R4.1(一)', article: '第四章一', sentence: '应当证明其未经委派擅自参加,或者委派机构已认定其拒绝参加没有正当理由。',
  },
  DeclarationDeniedTheRelation: {
    id: 'R4.1(二)', article: '第四章一', sentence: '应当指明应回避的情形,且其在该任务签署的声明否认了该情形。',
  },
  NeglectHasEvidence: {
    id: 'R4.1(三)', article: '第四章一', sentence: '认定玩忽职守、贻误督导工作应当有事实和证据。',
  },
  AbuseHasEvidence: {
    id: 'R4.1(四)', article: '第四章一', sentence: '认定利用职权谋取私利或干扰评价机构正常工作应当有事实和证据。',
  },
  FraudHasEvidence: {
    id: 'R4.1(五)', article: '第四章一', sentence: '认定弄虚作假、徇私舞弊应当有事实和证据。',
  },
  LeakIsConfirmed: {
    id: 'R4.1(六)', article: '第四章一', sentence: '工作秘密泄露应当经查实,写明已查实泄密的核查结论编号并附证据。',
  },
  LeakVerificationHasEvidence: {
    id: 'R4.1(六)', article: '第四章一', sentence: '泄密核查结论应当写明核查情况并附证据,核查编号不得重复。',
  },
  RetaliationHasEvidence: {
    id: 'R4.1(七)', article: '第四章一', sentence: '认定利用职权包庇或打击报复应当有事实和证据。',
  },
  CatchAllHasSecondApprover: {
    id: 'R4.1(八)', article: '第四章一', sentence: '适用“其他”情形应当充分说明,附证据,并经另一人批准。',
  },
});
