import { IsOptional, IsString, Length } from 'class-validator';
import { WithEvidence } from '#libs/cases/case-inputs.commands';
import {
  AddEvidence, AnswerInquiry, ProvideMaterial, RaiseInquiry, RecommendRewardOrPenalty, RefuseMaterial, ReportImproperRequest, ReportObstruction, RequestMaterial, SubmitResearchReport,
} from '#libs/cases/powers.commands';

/** 日常督导询问 */
export class RaiseDailyInquiry extends RaiseInquiry {}

/** 答复日常督导询问 */
export class AnswerDailyInquiry extends AnswerInquiry {}

/** 日常督导调阅 */
export class RequestDailyMaterial extends RequestMaterial {}

/** 提供日常督导调阅的文件、资料 */
export class ProvideDailyMaterial extends ProvideMaterial {}

/** 拒绝提供日常督导调阅的文件、资料 */
export class RefuseDailyMaterial extends RefuseMaterial {}

/** 日常督导取证 */
export class AddDailyEvidence extends AddEvidence {}

/** 在日常督导中提出奖惩建议 */
export class RecommendDailyRewardOrPenalty extends RecommendRewardOrPenalty {}

/** 报告日常督导受到拒绝、阻挠 */
export class ReportDailyObstruction extends ReportObstruction {}

/** 报告更改日常督导记录的非正当要求 */
export class ReportDailyImproperRequest extends ReportImproperRequest {}

/** 提交日常督导的重大问题调查研究报告 */
export class SubmitDailyResearchReport extends SubmitResearchReport {}

/** 公开日常暗访 */
export class DiscloseDailyInspection {
  /** What the agency is told */
  @IsString()
  @Length(1, 4000)
  readonly text: string;

  /** Number of the card that is shown; flagged where it is missing or another's */
  @IsOptional()
  @IsString()
  @Length(1, 32)
  readonly cardNumber?: string;
}

/** 报告紧急情况 */
export class EscalateIncident extends WithEvidence {
  @IsString()
  @Length(1, 2000)
  readonly facts: string;
}
