import { defineRules } from '#libs/event-sourcing/rule';

export const agencySanctionRules = defineRules({
  CaseIsAboutAnAgency: {
    id: 'R4.2-1', article: '第四章二', sentence: '立案应当针对一个已备案登记的评价机构。',
  },
  SanctionNeedsAgencyGround: {
    id: 'R4.2-1', article: '第四章二', sentence: '立案应当至少依据一项规定情形,并写明情节轻重的理由。',
  },
  OnlyTheOpeningCenterDecides: {
    id: 'R4.2-1', article: '第四章二', sentence: '案件由立案的中心办理,其他中心不得办理。',
  },
  SanctionCaseIsOpen: {
    id: 'R4.2-1', article: '第四章二', sentence: '案件已经了结,不能再办理。',
  },
  CatchAllIsApprovedFirst: {
    id: 'R4.2(六)', article: '第四章二', sentence: '适用“其他影响质量督导工作的行为”的案件,应当先经本中心另一人批准。',
  },
  SecondPersonApproves: {
    id: 'R4.2(六)', article: '第四章二', sentence: '适用“其他影响质量督导工作的行为”由立案人以外的另一人批准一次。',
  },
  NoticeIsServedOnce: {
    id: 'R4.2-x', article: '第四章二', sentence: '已告知的拟处理尚未作出决定,不能再次告知。',
  },
  NoticeFitsTheLadder: {
    id: 'R4.2-x', article: '第四章二', sentence: '拟处理应当是尚未作出的一级处理。',
  },
  StatementAnswersTheNotice: {
    id: 'R4.2-x', article: '第四章二', sentence: '陈述申辩应当针对已告知的拟处理,在规定期限之内、作出决定之前提出或者放弃。',
  },
  AgencyIsHeardFirst: {
    id: 'R4.2-x', article: '第四章二', sentence: '作出处理决定之前,应当告知评价机构,并听取其陈述申辩或者待其期限届满。',
  },
  DecisionAnswersTheStatement: {
    id: 'R4.2-x', article: '第四章二', sentence: '评价机构提出陈述申辩的,处理决定应当写明是否采纳及理由。',
  },
  DecisionGivesReasonsAndBases: {
    id: 'R4.2-x', article: '第四章二', sentence: '处理文书应当写明事实理由和依据。',
  },
  HoldIsDecidedOnce: {
    id: 'R4.2-1', article: '第四章二', sentence: '一个案件只能作出一次暂缓平台正常操作的决定,且应当先于其他处理。',
  },
  OrderNamesDemandsAndDate: {
    id: 'R4.2-1', article: '第四章二', sentence: '责令改正应当写明改正事项和期限,期限应当真实存在且晚于今天。',
  },
  RevokedOrWithdrawnStands: {
    id: 'R4.2-x', article: '第四章二', sentence: '处理由作出决定的中心或者省中心撤销一次,并写明理由;取消资格不能撤销。',
  },
});

/** The steps above the first. */
export const ladderRules = defineRules({
  NextStepNeedsRefusalOrSeriousness: {
    id: 'R4.2-2', article: '第四章二', sentence: '拒不改正或情节严重的,方可通报批评、提出处分建议,直至取消资格。',
  },
  CriticismIsDecidedOnce: {
    id: 'R4.2-2', article: '第四章二', sentence: '一个案件只能通报批评一次。',
  },
  WaitingReportIsDecidedFirst: {
    id: 'R4.2-2', article: '第四章二', sentence: '已提交的改正报告应当先审核,再决定是否通报批评。',
  },
  RecommendationNamesPersons: {
    id: 'R4.2-2', article: '第四章二', sentence: '处分建议应当写明建议内容,并指明直接负责的主管人员和其他责任人员,每人一次。',
  },
  RecommendationHasAnAddressee: {
    id: 'R4.2-2', article: '第四章二', sentence: '处分建议应当写明主管部门的名称;没有主管部门的,写明理由。',
  },
  HearingIsAskedForInTime: {
    id: 'R4.2-3', article: '第四章二', sentence: '听证应当在被告知拟取消资格之后、规定期限之内申请一次,放弃陈述申辩的不再申请。',
  },
  HearingFollowsTheRequest: {
    id: 'R4.2-3', article: '第四章二', sentence: '听证依评价机构的申请举行一次,日期应当真实存在,在告知之后且不晚于今天。',
  },
  HearingIsOfferedFirst: {
    id: 'R4.2-3', article: '第四章二', sentence: '提请取消资格之前,应当举行评价机构申请的听证,或者待其申请期限届满。',
  },
  RevocationIsProposedOnce: {
    id: 'R4.2-3', article: '第四章二', sentence: '一个案件只能提请取消资格一次。',
  },
  RevocationTakesTwoPersons: {
    id: 'R4.2-3', article: '第四章二', sentence: '取消资格由提请人以外的另一人确认。',
  },
  ConfirmationFollowsTheProposal: {
    id: 'R4.2-3', article: '第四章二', sentence: '中心提请取消资格之后,才能确认或者不予确认一次。',
  },
  RevocationIsTheLast: {
    id: 'R4.2-3', article: '第四章二', sentence: '该机构的认定工作资格已经取消,不再作出其他处理。',
  },
});

export const correctionRules = defineRules({
  ReportFollowsTheOrder: {
    id: 'R4.2-1', article: '第四章二', sentence: '责令改正之后、中心审核之前提交改正报告;等待审核时不重复提交。',
  },
  DecisionFollowsTheReport: {
    id: 'R4.2-1', article: '第四章二', sentence: '收到改正报告之后,才能审核通过或者退回。',
  },
  ReminderFollowsTheDate: {
    id: 'R4.2-2', article: '第四章二', sentence: '改正期限届满仍未提交改正报告的,才催告一次。',
  },
  RefusalIsExpressOrAfterReminder: {
    id: 'R4.2-2', article: '第四章二', sentence: '改正期间明确拒绝,或者逾期并经催告期满仍不改正的,才能认定拒不改正。',
  },
});

/** What proves each ground of 第四章二. */
export const agencyGroundRules = defineRules({
  RefusalIsOnRecord: {
    id: 'R4.2(一)', article: '第四章二', sentence: '认定拒绝提供情况和文件资料,应当有事实和证据,并指明该机构的督导任务,其中有被拒绝或者逾期未答复的询问、调阅。',
  },
  HindranceHasEvidence: {
    id: 'R4.2(二)', article: '第四章二', sentence: '认定阻挠有关人员反映情况,应当有事实和证据。',
  },
  OpinionWasNotFollowed: {
    id: 'R4.2(三)', article: '第四章二', sentence: '认定拒不采取改进措施,应当有已送达的督导意见,且记录了明确拒绝或者逾期经催告仍不整改。',
  },
  DeceptionHasEvidence: {
    id: 'R4.2(四)', article: '第四章二', sentence: '认定弄虚作假、欺骗干扰督导,应当有事实和证据。',
  },
  ReprisalHasEvidence: {
    id: 'R4.2(五)', article: '第四章二', sentence: '认定打击、报复质量督导员,应当有事实和证据。',
  },
  OtherConductIsDescribed: {
    id: 'R4.2(六)', article: '第四章二', sentence: '适用“其他影响质量督导工作的行为”,应当附证据并充分说明。',
  },
});
