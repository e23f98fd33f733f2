import { CARD_FLAGS } from '#libs/cases/card-shown';
import type { CaseEvent } from '#libs/cases/case.events';
import { DEADLINE_LABELS } from '#libs/cases/case.deadlines';
import { SEAT_SENTENCES, TAINTED_SENTENCE } from '#libs/cases/seat.timeline';
import type { Matter } from '#libs/cases/case-intake.events';
import { POWER_SENTENCES } from '#libs/cases/powers.timeline';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AGENCY_GROUNDS, CONTENT_ITEMS } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';
import { chineseDate } from '#libs/regulation/legal-date';
import { TARGET_SELECTIONS } from '#libs/regulation/own-codes';
import { AREA_NAMES } from '#libs/regulation/areas';

const until = ({ date, provisional }: Deadline): string => `${chineseDate(date)}24时${provisional ? '(暂定)' : ''}`;
const named = (matters: readonly Matter[]): string => matters.map(({ item }) => CONTENT_ITEMS[item].label).join('、');
const DEFENCES = { SUBMITTED: '已申辩', WAIVED: '放弃申辩', LAPSED: '逾期未申辩' } as const;
const CHANNELS = { PLATFORM: '平台', IN_PERSON: '直接', POST: '邮寄' } as const;

const SENTENCES: Sentences<CaseEvent> = {
  SpecialSupervisionOpened: ({ agencyName, dispatcher, targetSelection, onSiteFrom, onSiteTo, jointReason }) =>
    `${AREA_NAMES[dispatcher]}中心对${agencyName}立项专项督导(${TARGET_SELECTIONS[targetSelection]}${jointReason === undefined ? '' : ',联合督导'}),计划${chineseDate(onSiteFrom)}至${chineseDate(onSiteTo)}现场督导`,
  MattersDefined: ({ matters }) => `明确督导事项${matters.length}项:${named(matters)}`,
  MattersWidened: ({ added, notice }) => `增加督导事项:${named(added)}${notice === undefined ? '' : ',已告知评价机构'}`,
  SupervisionNoticeServed: ({ selfReportDue }) => `送达督导通知,自评(自查)报告限${until(selfReportDue)}前提交`,
  SelfReportSubmitted: ({ late }) => `评价机构${late ? '逾期' : ''}提交自评(自查)报告`,
  SelfReportMissing: () => '评价机构逾期未提交自评(自查)报告',
  SupervisionCancelled: ({ reason }) => `取消督导:${reason}`,
  ...SEAT_SENTENCES,
  ...TAINTED_SENTENCE,
  GroupFormed: ({ members, exception }) => `成立督导小组,成员${members.length}名${exception === undefined ? '' : `(不足3名,理由:${exception.reason})`}`,
  CovertInspectionOrdered: ({ reason }) => `决定暗访:${reason}`,
  InspectionDisclosed: ({ cardFlag, selfReportDue }) => `公开暗访,出示证卡${cardFlag === undefined ? '' : `(${CARD_FLAGS[cardFlag]})`},自评(自查)报告限${until(selfReportDue)}前提交`,
  OnSiteStarted: ({ present, outsidePlan }) => `现场考察(核查)开始,到场${present.length}名${outsidePlan ? '(不在计划日期内)' : ''}`,
  ViewsHeard: () => '听取评价机构意见',
  OnSiteEnded: ({ opinionDue }) => `现场考察(核查)结束,质量督导意见书应于${until(opinionDue)}前发出`,
  ...POWER_SENTENCES,
  // An agency is told of the findings, not of the votes.
  PreliminaryOpinionFormed: ({ findings, votes }) => {
    const count = (vote: string): number => votes.filter((cast) => cast.vote === vote).length;
    const problems = findings.filter(({ result }) => result === 'PROBLEM').length;
    const voted = votes.length === 0 ? '' : `,赞成${count('FOR')}票、反对${count('AGAINST')}票、弃权${count('ABSTAIN')}票`;
    return `评议形成初步督导意见:问题${problems}项${voted}`;
  },
  PreliminaryOpinionDelivered: ({ channel, defenceDue }) => `初步督导意见${CHANNELS[channel]}送达,申辩限${until(defenceDue)}前提出`,
  PreliminaryOverdue: ({ due }) => `初步督导意见逾期未反馈(应于${until(due)}前)`,
  DefenceSubmitted: ({ points, isFinal }) => `评价机构提交申辩意见${points.length}点${isFinal ? ',并表示申辩完毕' : ''}`,
  DefencePeriodEnded: () => '申辩期限届满',
  DefenceWaived: () => '评价机构放弃申辩',
  DefenceLapsed: () => '评价机构逾期未申辩',
  DefenceAnalysed: ({ answers }) => `综合分析申辩意见,采纳${answers.filter(({ conclusion }) => conclusion !== 'NOT_ACCEPTED').length}点(含部分采纳),共${answers.length}点`,
  OpinionIssued: ({ documentNumber, demands, defence }) => `发出质量督导意见书${documentNumber}(${DEFENCES[defence]}),整改要求${demands.length}项`,
  OpinionDelivered: ({ channel, rectificationDue }) =>
    `质量督导意见书${CHANNELS[channel]}送达${rectificationDue === undefined ? '' : `,整改工作报告限${until(rectificationDue)}前提交`}`,
  OpinionOverdue: ({ due }) => `质量督导意见书逾期未发出(应于${until(due)}前)`,
  RectificationExtended: ({ rectificationDue, reason }) => `整改期限延长至${until(rectificationDue)}:${reason}`,
  RectificationReportSubmitted: ({ version, late }) => `评价机构${late ? '逾期' : ''}提交第${version}次整改工作报告`,
  RectificationReturned: ({ returned, rectificationDue }) => `退回整改工作报告,${returned.length}项未达要求,限${until(rectificationDue)}前重新提交`,
  RectificationVerified: ({ conclusion }) => `整改核查通过:${conclusion}`,
  RectificationOverdue: ({ due }) => `整改逾期(应于${until(due)}前)`,
  RectificationReminded: ({ answerDue }) => `催告整改,限${until(answerDue)}前落实`,
  RectificationRefused: ({ ground }) => `认定拒不整改(${ground === 'EXPRESS_REFUSAL' ? '明确拒绝' : '经催告逾期'})`,
  VerificationOverdue: ({ due }) => `整改核查逾期(应于${until(due)}前)`,
  DeadlineRecomputed: ({ deadline, before, after }) => `放假安排公布或者更正后重算“${DEADLINE_LABELS[deadline]}”期限:由${until(before)}改为${until(after)}`,
  CaseLinkedToSanction: ({ grounds }) => `据本次督导对评价机构立案查处:${grounds.map((ground) => AGENCY_GROUNDS[ground]).join('、')}`,
  CaseClosed: ({ outcome }) => `结案归档(${outcome === 'RECTIFIED' ? '整改完成' : '无整改要求'})`,
};

/** 案件的历程, without the names of persons. */
export const tellCase = telling(SENTENCES);
