import { IsString, Length } from 'class-validator';

/** 登记违规案件 */
export class EnterViolationCase {
  @IsString()
  @Length(1, 64)
  readonly sanctionId: string;
}
