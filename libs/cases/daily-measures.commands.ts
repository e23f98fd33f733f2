import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsString, Length, Matches, ValidateNested } from 'class-validator';
import { OnLegalBases, WithEvidence } from '#libs/cases/case-inputs.commands';
import { IMPROVEMENT_MEASURES, type ImprovementMeasure, type ImprovementRefused, type MeasureWords } from '#libs/cases/daily-measures.events';
import type { LegalDate } from '#libs/event-sourcing/event';
import { CONTENT_ITEMS, type ContentItemCode } from '#libs/regulation/codes';

/** 研判督导情况记录表 */
export class ReviewRecord {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 决定无需处理 */
export class DecideNoMeasure {
  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 措施所依据的问题 */
export class MeasureFindingInput {
  @IsIn(Object.keys(CONTENT_ITEMS))
  readonly item: ContentItemCode;

  /** Without personal data */
  @IsString()
  @Length(1, 2000)
  readonly facts: string;
}

/** What each measure says. */
abstract class Measure extends OnLegalBases implements Pick<MeasureWords, 'text' | 'findings' | 'guidance'> {
  @IsString()
  @Length(1, 2000)
  readonly text: string;

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => MeasureFindingInput)
  readonly findings: MeasureFindingInput[];
}

/** 调查核实 */
export class OpenVerification extends Measure {}

/** 记录约谈提醒 */
export class HoldAdmonitoryTalk extends Measure {
  /** Day of the talk */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly heldOn: LegalDate;
}

/** 发出提醒函 */
export class IssueReminderLetter extends Measure {}

/** 发出质量通报 */
export class IssueQualityBulletin extends Measure {}

/** 说明完善整改情况 */
export class ReportImprovement extends WithEvidence {
  @IsIn(IMPROVEMENT_MEASURES)
  readonly measure: ImprovementMeasure;

  @IsString()
  @Length(1, 2000)
  readonly statement: string;
}

/** A command about a measure that asks for improvement. */
abstract class AboutMeasure {
  @IsIn(IMPROVEMENT_MEASURES)
  readonly measure: ImprovementMeasure;
}

/** 催告完善整改 */
export class RemindImprovement extends AboutMeasure {
  @IsString()
  @Length(1, 2000)
  readonly text: string;
}

/** 认定拒不采取改进措施 */
export class RecordImprovementRefusal extends AboutMeasure {
  @IsIn(['EXPRESS_REFUSAL', 'SILENT_AFTER_REMINDER'])
  readonly ground: ImprovementRefused['data']['ground'];

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 确认完善整改 */
export class ConfirmImprovement extends AboutMeasure {
  @IsString()
  @Length(1, 2000)
  readonly conclusion: string;
}

/** 办结日常督导 */
export class CloseDailySupervision {
  @IsString()
  @Length(1, 2000)
  readonly summary: string;
}
