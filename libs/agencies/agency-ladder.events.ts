import type { SanctionDecision } from '#libs/agencies/sanction-decision.events';
import type { Fact, LegalDate } from '#libs/event-sourcing/event';

/** What opens the second step of the ladder and the third. */
export type LadderCause = 'CORRECTION_REFUSED' | 'SERIOUS';

/** 通报批评: always together with a recommendation about the persons responsible. The platform stays on hold. */
export type AgencyCriticised = Fact<'AgencyCriticised', SanctionDecision & { readonly because: LadderCause }>;

/** Whose responsibility it was, as the Measures tell them apart. */
export const RESPONSIBILITIES = { DIRECT: '直接负责的主管人员', OTHER: '其他责任人员' } as const;
export type Responsibility = keyof typeof RESPONSIBILITIES;

/** 主管部门 of the agency, to whom the recommendation goes. A private agency may have none. */
export const ADDRESSEES = { SUPERIOR_UNIT: '上级单位', PARENT_COMPANY: '母公司', SUPERVISING_DEPARTMENT: '主管部门', NONE: '无主管部门' } as const;
export type AddresseeKind = keyof typeof ADDRESSEES;

/** 处分建议 */
export type DisciplinaryActionRecommended = Fact<
  'DisciplinaryActionRecommended',
  {
    /** By reference. */
    readonly persons: readonly { readonly person: string; readonly responsibility: Responsibility }[];
    /** With its name; where there is none, with the reason. */
    readonly addressee: { readonly kind: AddresseeKind; readonly name?: string; readonly reason?: string };
    readonly recommendation: string;
  }
>;

/** 申请听证 */
export type HearingRequested = Fact<'HearingRequested', { readonly reasons: string }>;

/** 举行听证 */
export type HearingHeld = Fact<'HearingHeld', { readonly heldOn: LegalDate; readonly summary: string }>;

/** 提请取消认定工作资格: once a case. Its number is that of the decision. */
export type RevocationProposed = Fact<'RevocationProposed', Omit<SanctionDecision, 'agencyId' | 'center' | 'grounds'> & { readonly because: LadderCause }>;

/** 不予确认取消资格: the steps below stand. */
export type RevocationNotConfirmed = Fact<'RevocationNotConfirmed', { readonly reasons: string }>;

/** 取消认定工作资格: confirmed by another person than who proposed it. Nothing follows. */
export type QualificationRevoked = Fact<'QualificationRevoked', SanctionDecision & { readonly because: LadderCause }>;

export type LadderEvent =
  | AgencyCriticised
  | DisciplinaryActionRecommended
  | HearingRequested
  | HearingHeld
  | RevocationProposed
  | RevocationNotConfirmed
  | QualificationRevoked;
