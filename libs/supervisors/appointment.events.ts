import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { TermReading } from '#libs/regulation/legal-date';
import type { Holder, Selection } from '#libs/supervisors/application.events';

/** 聘期 with what it was computed by. Both days are included. */
export interface Term {
  readonly termStart: LegalDate;
  /** Last valid day, Asia/Shanghai; expired from 00:00 of the day after. */
  readonly termEnd: LegalDate;
  readonly years: number;
  readonly lastDayReading: TermReading;
  /** Version of the policy the two parameters come from. */
  readonly policy: string;
}

/** 聘任. Not yet drawable: that needs a card. */
export type SupervisorAppointed = Fact<
  'SupervisorAppointed',
  Term & {
    /** The centre whose supervisor the person becomes. */
    readonly appointedBy: Area;
  }
>;

/** 内督聘任: by the body that selected the person. Not yet to be assigned: that needs a card. */
export type InternalSupervisorAppointed = Fact<'InternalSupervisorAppointed', Term & { readonly selection: Selection }>;

/** 申请续聘: opens training and examination for the next term. */
export type RenewalApplied = Fact<
  'RenewalApplied',
  {
    /** Whether training and examination are due again, by the parameter in force. */
    readonly trainingRequired: boolean;
  }
>;

/** 续聘: a further term. The card of the old term does not reach into it. */
export type AppointmentRenewed = Fact<'AppointmentRenewed', Term>;

/** 聘期届满自动解聘. Eligibility ended with `termEnd`, however late this was recorded. */
export type AppointmentExpired = Fact<'AppointmentExpired', { readonly termEnd: LegalDate }>;

/** 退出. Ends the credential. */
export type SupervisorResigned = Fact<'SupervisorResigned', Holder & { readonly reason: string }>;

/** A card with the days on which it is valid: those of the term it was issued for, both included. */
export interface Card {
  /** Unique for ever: `R35` year serial of an external, the issuer's own of an internal supervisor. */
  readonly number: string;
  readonly validFrom: LegalDate;
  readonly validUntil: LegalDate;
}

/** 核发证卡: of an external supervisor, for whom one blank card of the province is used up, or an internal one. */
export type CardIssued = Fact<'CardIssued', Card & { readonly title: string }>;

/** 补换证: a new number for the same term; the old number is void from here. */
export type CardReplaced = Fact<'CardReplaced', Card & { readonly oldNumber: string; readonly reason: string }>;

/** 证卡作废: by decision, or because the credential has ended. */
export type CardVoided = Fact<'CardVoided', { readonly number: string; readonly reason: string }>;

/** 交回证卡: the holder no longer has it. */
export type CardReturned = Fact<'CardReturned', { readonly number: string }>;

export type AppointmentEvent =
  | SupervisorAppointed
  | InternalSupervisorAppointed
  | RenewalApplied
  | AppointmentRenewed
  | AppointmentExpired
  | SupervisorResigned
  | CardIssued
  | CardReplaced
  | CardVoided
  | CardReturned;
