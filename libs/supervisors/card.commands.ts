import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** 空白证卡入库 */
export class ReceiveBlankCards {
  /** Number of cards */
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly count: number;

  /** Number of the delivery; the same number again is the same delivery */
  @IsString()
  @Length(1, 64)
  readonly deliveryNo: string;
}

/** Which card of which credential. */
export class CardOfCredential {
  @IsString()
  @Length(1, 64)
  readonly credentialId: string;

  /** 1 for the first card of the credential */
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly ordinal: number;
}

/** 领用空白证卡: part of issuing or replacing a card */
export class AssignBlankCard extends CardOfCredential {}

/** 空白证卡作废或遗失 */
export class WriteOffBlankCards {
  /** Number of cards */
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly count: number;

  @IsIn(['SPOILED', 'LOST'])
  readonly cause: 'SPOILED' | 'LOST';

  @IsString()
  @Length(1, 1000)
  readonly reason: string;

  /** Number of the record; the same number again is the same record */
  @IsString()
  @Length(1, 64)
  readonly recordNo: string;
}

/** 盘点 */
export class CountStock {
  @IsInt()
  @Min(0)
  @Max(99_999)
  readonly counted: number;

  /** Why it differs from the record */
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  readonly reason?: string;

  /** Number of the count; the same number again is the same count */
  @IsString()
  @Length(1, 64)
  readonly countNo: string;
}
