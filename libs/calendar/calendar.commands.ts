import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** 公布或者更正一年的工作日历 */
export class PublishWorkCalendar {
  @IsInt()
  @Min(2021)
  @Max(2100)
  readonly year: number;

  /** 发文字号 of the notice of 国务院办公厅 */
  @IsString()
  @Length(4, 60)
  readonly documentNo: string;

  /** Days off that the notice names, YYYY-MM-DD, weekends among them */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(DATE, { each: true })
  readonly off: string[];

  /** 调休上班: weekend days that are worked, YYYY-MM-DD */
  @IsArray()
  @ArrayMaxSize(50)
  @Matches(DATE, { each: true })
  readonly work: string[];
}
