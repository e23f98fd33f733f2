import { IsOptional, IsString, Length, Matches } from 'class-validator';
import type { LegalDate } from '#libs/event-sourcing/event';

/** Of either type: the shape alone, which number it may be is a rule */
const CARD_NUMBER = /^[0-9A-Z-]{4,32}$/;

/** What a new card needs */
abstract class NewCard {
  /** 内督 only: the number that the issuer gives; an external card takes its number from the stock */
  @IsOptional()
  @Matches(CARD_NUMBER)
  readonly internalNumber?: string;
}

/** 聘任: the end of the term follows from its start */
export class AppointSupervisor {
  /** First day of the term, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly termStart: LegalDate;
}

/** 申请续聘 */
export class ApplyForRenewal {}

/** 续聘: the new term follows from the old one and the day of renewal */
export class RenewAppointment {}

/** 聘期届满自动解聘 */
export class ExpireAppointment {}

/** 退出 */
export class ResignSupervisor {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 核发证卡 */
export class IssueCard extends NewCard {}

/** 补换证 */
export class ReplaceCard extends NewCard {
  /** Number of the card that is lost or damaged */
  @Matches(CARD_NUMBER)
  readonly number: string;

  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 证卡作废 */
export class VoidCard {
  @Matches(CARD_NUMBER)
  readonly number: string;

  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 交回证卡 */
export class ReturnCard {
  @Matches(CARD_NUMBER)
  readonly number: string;
}
