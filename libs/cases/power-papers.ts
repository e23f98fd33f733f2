import type { PowerEvent } from '#libs/cases/powers.events';

/** What the papers are called that come of the supervisors' powers. */
export const POWER_PAPERS = {
  InquiryRaised: '询问',
  InquiryAnswered: '询问答复',
  MaterialRequested: '调阅要求',
  MaterialProvided: '调阅的文件、资料',
  MaterialRefused: '拒绝提供文件、资料记录',
  EvidenceAdded: '取证记录',
  RewardOrPenaltyRecommended: '奖惩建议',
  ObstructionReported: '拒绝、阻挠督导报告',
  ImproperRequestReported: '非正当要求报告',
  ResearchReported: '重大问题调查研究报告',
} as const satisfies { readonly [T in PowerEvent['type']]: string };
