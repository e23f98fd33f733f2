import { IsInt, IsString, Length, Max, Min } from 'class-validator';

/** 占用内督证卡编号: part of issuing or replacing an internal card */
export class ClaimInternalCardNumber {
  @IsString()
  @Length(1, 64)
  readonly credentialId: string;

  /** 1 for the first card of the credential */
  @IsInt()
  @Min(1)
  @Max(9999)
  readonly ordinal: number;
}
