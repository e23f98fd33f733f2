import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { DemandInput, FindingInput, PreliminaryDemandInput, PreliminaryFindingInput, VoteInput } from '#libs/cases/case-findings.commands';
import { Guiding, Occurring, OnLegalBases, WithEvidence } from '#libs/cases/case-inputs.commands';
import { DELIVERY_CHANNELS, type DefenceAnswer, type DeliveryChannel } from '#libs/cases/case-opinion.events';

/** 评议并形成初步督导意见 */
export class FormPreliminaryOpinion extends Guiding {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => PreliminaryFindingInput)
  readonly findings: PreliminaryFindingInput[];

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => PreliminaryDemandInput)
  readonly demands: PreliminaryDemandInput[];

  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => VoteInput)
  readonly votes: VoteInput[];
}

/** 反馈初步督导意见 */
export class DeliverPreliminaryOpinion extends Occurring {
  @IsIn(DELIVERY_CHANNELS)
  readonly channel: DeliveryChannel;

  /** Working days for the defence; the parameter's, where left out */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(60)
  readonly defenceWorkingDays?: number;
}

/** 标记初步督导意见逾期未反馈 */
export class FlagPreliminaryOverdue {}

/** 申辩要点 */
export class DefencePointInput {
  /** Number of the finding it speaks about */
  @IsOptional()
  @IsInt()
  @Min(1)
  readonly findingNo?: number;

  @IsString()
  @Length(1, 600)
  readonly statement: string;
}

/** 提交申辩意见 */
export class SubmitDefence extends WithEvidence {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DefencePointInput)
  readonly points: DefencePointInput[];

  /** Nothing more will follow: the period need not run out */
  @IsBoolean()
  readonly isFinal: boolean;
}

/** 放弃申辩 */
export class WaiveDefence {
  @IsString()
  @Length(1, 1000)
  readonly statement: string;
}

/** 申辩期届满 */
export class LapseDefence {}

/** 对一个申辩要点的答复 */
export class DefenceAnswerInput implements DefenceAnswer {
  @IsInt()
  @Min(1)
  readonly pointNo: number;

  @IsIn(['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED'])
  readonly conclusion: DefenceAnswer['conclusion'];

  @IsString()
  @Length(1, 400)
  readonly reason: string;
}

/** 综合分析申辩意见 */
export class AnalyseDefence {
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => DefenceAnswerInput)
  readonly answers: DefenceAnswerInput[];
}

/** 发出质量督导意见书 */
export class IssueOpinion extends OnLegalBases {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => FindingInput)
  readonly findings: FindingInput[];

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => DemandInput)
  readonly demands: DemandInput[];
}

/** 送达质量督导意见书 */
export class DeliverOpinion extends Occurring {
  @IsIn(DELIVERY_CHANNELS)
  readonly channel: DeliveryChannel;
}

/** 标记质量督导意见书逾期未发出 */
export class FlagOpinionOverdue {}
