import { EVIDENCE_MEANS, type PowerEvent, REQUESTERS } from '#libs/cases/powers.events';
import type { Sentences } from '#libs/event-sourcing/telling';
import { CONTENT_ITEMS } from '#libs/regulation/codes';
import { chineseDate } from '#libs/regulation/legal-date';

/** Sentences that daily and special supervision share. */
export const POWER_SENTENCES: Sentences<PowerEvent> = {
  InquiryRaised: ({ no, item, answerDue }) => `就“${CONTENT_ITEMS[item].label}”向评价机构询问(第${no}号),限${chineseDate(answerDue.date)}24时前答复`,
  InquiryAnswered: ({ no, late }) => `评价机构${late ? '逾期' : ''}答复第${no}号询问`,
  MaterialRequested: ({ no, item, answerDue }) => `就“${CONTENT_ITEMS[item].label}”调阅文件、资料(第${no}号),限${chineseDate(answerDue.date)}24时前提供`,
  MaterialProvided: ({ no, evidence, late }) => `评价机构${late ? '逾期' : ''}提供第${no}号调阅的文件、资料${evidence.length}件`,
  MaterialRefused: ({ no, reason }) => `评价机构拒绝提供第${no}号调阅的文件、资料:${reason}`,
  EvidenceAdded: ({ means, item, evidence }) => `${EVIDENCE_MEANS[means]}取证${evidence.length}件(${CONTENT_ITEMS[item].label})`,
  RewardOrPenaltyRecommended: ({ kind, subject }) => `督导员建议对${subject === 'AGENCY' ? '评价机构' : '相关负责人'}给予${kind === 'REWARD' ? '奖励' : '惩处'}`,
  ObstructionReported: ({ by, personRefs }) => `督导员报告${by === 'AGENCY' ? '评价机构' : `工作人员${personRefs.length}名`}拒绝、阻挠督导`,
  ResearchReported: ({ recommendations }) => `提交重大问题调查研究报告,建议${recommendations.length}项`,
  ImproperRequestReported: ({ from }) => `督导员报告${REQUESTERS[from]}提出更改督导记录(结果)等非正当要求`,
};
