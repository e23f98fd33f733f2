import type { AgencyType } from '#libs/agencies/agency.events';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { ContentItemCode } from '#libs/regulation/codes';
import type { Deadline } from '#libs/regulation/deadline';

/** Supervisions whose results are published. */
export const PUBLISHED_KINDS = { SPECIAL: '专项督导', DAILY: '日常督导' } as const;
export type PublishedKind = keyof typeof PUBLISHED_KINDS;

/** What is left out of a published result. */
export const REDACTIONS = {
  CANDIDATE: '考生信息', PERSONAL: '个人信息', REPORTER: '举报人信息', WORK_SECRET: '工作秘密', TRADE_SECRET: '商业秘密', EVIDENCE: '证据材料',
} as const;
export type Redaction = keyof typeof REDACTIONS;

/** What everybody may know of a draw: enough to see that there was one outcome, not who stood in the pool. */
export interface PublicDraw {
  readonly serial: string;
  /** Whether the supervisors were drawn or the targets. */
  readonly kind: 'SUPERVISOR' | 'TARGET';
  /** How many could be drawn, how many were left out with a reason, how many were drawn. */
  readonly eligible: number;
  readonly excluded: number;
  readonly drawn: number;
  /** ECVRF key, proof and output in hexadecimal: the seed. */
  readonly publicKey: string;
  readonly proof: string;
  readonly beta: string;
}

/** The supervision as the public may know it: no person, no evidence, no complaint. */
export interface PublishedSubject {
  readonly kind: PublishedKind;
  readonly caseId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly agencyType: AgencyType;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  /** The centre that led the supervision: nobody else publishes. */
  readonly dispatcher: Area;
  readonly items: readonly ContentItemCode[];
  readonly draws: readonly PublicDraw[];
  /** Day on which the result was final. */
  readonly finalOn: LegalDate;
}

/** 应当公开: the result is final. Stream `publication-<publicationId>`. */
export type PublicationDue = Fact<'PublicationDue', PublishedSubject & { readonly due: Deadline }>;

export interface PublishedWords {
  /** 监督: what was found. */
  readonly findings: string;
  /** 指导 */
  readonly guidance: string;
}

/** 拟定公开内容: with all that was left out, and why. */
export type PublicationProposed = Fact<
  'PublicationProposed',
  PublishedWords & {
    /** 1; 2, 3 … where what was published is corrected, or a proposal came back. */
    readonly version: number;
    readonly cut: readonly { readonly what: Redaction; readonly reason: string }[];
    /** Why the published result is corrected; present once something was published. */
    readonly reason?: string;
  }
>;

/** 退回修改 */
export type PublicationReturned = Fact<'PublicationReturned', { readonly version: number; readonly reason: string }>;

/** 批准公开: by a second person. Everybody can read it from the day on. */
export type PublicationApproved = Fact<'PublicationApproved', PublishedWords & { readonly version: number; readonly visibleFrom: LegalDate; readonly reason?: string }>;

/** 撤回公开: at once; what was public stays in the record. */
export type PublicationWithdrawn = Fact<'PublicationWithdrawn', { readonly reason: string }>;

/** 公开逾期 */
export type PublicationOverdue = Fact<'PublicationOverdue', { readonly due: Deadline }>;

/** 公开期限重新计算: a year of the calendar was published or corrected. */
export type PublicationDueRecomputed = Fact<'PublicationDueRecomputed', { readonly before: Deadline; readonly after: Deadline }>;

export type PublicationEvent = PublicationDue | PublicationProposed | PublicationReturned | PublicationApproved | PublicationWithdrawn | PublicationOverdue | PublicationDueRecomputed;

const PUBLIC = ['R3.3-1', 'R3.4-1', 'R2.7(四)'] as const;

export const publicationBasis: Readonly<Record<PublicationEvent['type'], readonly string[]>> = {
  PublicationDue: PUBLIC,
  PublicationProposed: [...PUBLIC, 'R2.7(五)'],
  PublicationReturned: PUBLIC,
  PublicationApproved: [...PUBLIC, 'R2.7(五)'],
  PublicationWithdrawn: PUBLIC,
  PublicationOverdue: PUBLIC,
  PublicationDueRecomputed: PUBLIC,
};
