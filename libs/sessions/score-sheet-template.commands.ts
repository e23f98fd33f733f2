import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, IsString, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import type { TemplateItem } from '#libs/sessions/score-sheet-template.events';

/** 评分项目 */
export class TemplateItemInput implements TemplateItem {
  @Matches(/^[0-9A-Za-z.-]{1,16}$/)
  readonly item: string;

  @IsString()
  @Length(1, 500)
  readonly text: string;

  /** Most points */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly points: number;
}

/** 发布内部督导评分表模板 */
export class PublishScoreSheetTemplate {
  @Matches(/^[0-9A-Za-z.-]{1,32}$/)
  readonly version: string;

  /** First day on which sessions are scored by it, YYYY-MM-DD in Asia/Shanghai */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly validFrom: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => TemplateItemInput)
  readonly items: TemplateItemInput[];

  /** Sum of the points, as printed */
  @IsInt()
  @Min(1)
  @Max(100_000)
  readonly total: number;
}
