import type { Fact, LegalDate } from '#libs/event-sourcing/event';

/** What says that a unit may train and examine 外督. */
export interface TrainerQualification {
  /** Name of the unit. */
  readonly name: string;
  /** Number of the document that says so. */
  readonly qualificationNo: string;
  readonly qualifiedFrom: LegalDate;
  /** Last day. */
  readonly qualifiedUntil: LegalDate;
}

/** 登记外督培训考核资质: by the provincial centre, which trains 外督 itself. A later one replaces the one before. */
export type ProviderQualified = Fact<'ProviderQualified', TrainerQualification>;

/** 撤销外督培训考核资质: from the day on. */
export type ProviderQualificationWithdrawn = Fact<'ProviderQualificationWithdrawn', { readonly withdrawnOn: LegalDate; readonly reason: string }>;

/** Facts of one unit, stream `provider-<providerId>`. */
export type ProviderEvent = ProviderQualified | ProviderQualificationWithdrawn;

export const providerBasis: Readonly<Record<ProviderEvent['type'], readonly string[]>> = {
  ProviderQualified: ['R2.3-1', 'R2.4-3'],
  ProviderQualificationWithdrawn: ['R2.3-1', 'R2.4-3'],
};
