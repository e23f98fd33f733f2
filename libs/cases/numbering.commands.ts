import { IsString, Length } from 'class-validator';

/** 取文号 */
export class TakeNumber {
  /** Stream of the thing that bears the number */
  @IsString()
  @Length(1, 128)
  readonly holder: string;
}
