import type { Evidence } from '#libs/cases/evidence';
import type { Fact } from '#libs/event-sourcing/event';
import type { ContentItemCode } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';

/** 第二章六(四), and what is seen while watching: how a supervisor came by a piece of evidence. */
export const EVIDENCE_MEANS = { OBSERVATION: '现场查看', INTERVIEW: '个别访问', QUESTIONNAIRE: '调查问卷', TEST: '测试', RECHECK: '复核' } as const;
export type EvidenceMeans = keyof typeof EVIDENCE_MEANS;

/** Who made an improper request to change a record. */
export const REQUESTERS = { AGENCY: '评价机构', DISPATCHER: '委派机构', OTHER: '其他单位或者个人' } as const;
export type Requester = keyof typeof REQUESTERS;

/** A question or a request to the agency, about one matter of the supervision. */
interface Asked {
  /** 1, 2 … over the inquiries and the material requests of the supervision. */
  readonly no: number;
  readonly item: ContentItemCode;
  readonly text: string;
  /** Unanswered by then, it is evidence for a refusal of information (R4.2(一)). */
  readonly answerDue: Deadline;
}

/** 向评价机构询问 */
export type InquiryRaised = Fact<'InquiryRaised', Asked>;

/** 答复询问 */
export type InquiryAnswered = Fact<'InquiryAnswered', { readonly no: number; readonly answer: string; readonly evidence: readonly Evidence[]; readonly late: boolean }>;

/** 调阅文件、资料 */
export type MaterialRequested = Fact<'MaterialRequested', Asked>;

/** 提供文件、资料: also after a refusal. */
export type MaterialProvided = Fact<'MaterialProvided', { readonly no: number; readonly evidence: readonly Evidence[]; readonly late: boolean }>;

/** 拒绝提供文件、资料: said by the agency, or written down by the supervisor to whom it was said. */
export type MaterialRefused = Fact<'MaterialRefused', { readonly no: number; readonly reason: string }>;

/** 取证 */
export type EvidenceAdded = Fact<
  'EvidenceAdded',
  { readonly means: EvidenceMeans; readonly item: ContentItemCode; readonly note: string; readonly evidence: readonly Evidence[] }
>;

/** 奖惩建议: to the dispatcher, who is free to follow it; nothing follows from it by itself. */
export type RewardOrPenaltyRecommended = Fact<
  'RewardOrPenaltyRecommended',
  {
    readonly kind: 'REWARD' | 'PENALTY';
    readonly subject: 'AGENCY' | 'RESPONSIBLE_PERSON';
    /** Opaque reference of the responsible person; absent where the agency itself is meant. */
    readonly personRef?: string;
    readonly reasons: string;
  }
>;

/** 拒绝、阻挠督导: a possible ground against the agency, and known to it only once that is followed up. */
export type ObstructionReported = Fact<
  'ObstructionReported',
  {
    readonly by: 'AGENCY' | 'STAFF';
    /** Opaque references of the staff; empty where the agency as such obstructed. */
    readonly personRefs: readonly string[];
    readonly facts: string;
    readonly evidence: readonly Evidence[];
  }
>;

/** 报告非正当要求: somebody asked for a record or a result to be changed. */
export type ImproperRequestReported = Fact<'ImproperRequestReported', { readonly from: Requester; readonly facts: string; readonly evidence: readonly Evidence[] }>;

/** 重大问题调查研究报告 (C4): to the dispatcher, with recommendations. */
export type ResearchReported = Fact<'ResearchReported', { readonly report: string; readonly recommendations: readonly string[]; readonly evidence: readonly Evidence[] }>;

/** What supervisors do by their powers, in daily and special supervision alike. */
export type PowerEvent =
  | InquiryRaised
  | InquiryAnswered
  | MaterialRequested
  | MaterialProvided
  | MaterialRefused
  | EvidenceAdded
  | RewardOrPenaltyRecommended
  | ObstructionReported
  | ImproperRequestReported
  | ResearchReported;

export const powersBasis: Readonly<Record<PowerEvent['type'], readonly string[]>> = {
  InquiryRaised: ['R2.6(二)'],
  InquiryAnswered: ['R2.6(二)'],
  MaterialRequested: ['R2.6(三)'],
  MaterialProvided: ['R2.6(三)'],
  MaterialRefused: ['R2.6(三)', 'R3.5-1', 'R4.2(一)'],
  EvidenceAdded: ['R2.6(一)', 'R2.6(四)', 'R2.7(五)'],
  RewardOrPenaltyRecommended: ['R2.6(六)'],
  ObstructionReported: ['R3.5-1', 'R4.2(二)'],
  ImproperRequestReported: ['R2.7(六)a'],
  ResearchReported: ['R3.1(四)'],
};
