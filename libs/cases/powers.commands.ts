import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Min, ValidateNested } from 'class-validator';
import { EvidenceInput, WithEvidence } from '#libs/cases/case-inputs.commands';
import { EVIDENCE_MEANS, type EvidenceMeans, REQUESTERS, type Requester } from '#libs/cases/powers.events';
import { CONTENT_ITEMS, type ContentItemCode } from '#libs/regulation/codes';

/** Something that is asked of the agency. */
abstract class Asking {
  /** The matter it is about */
  @IsIn(Object.keys(CONTENT_ITEMS))
  readonly item: ContentItemCode;

  @IsString()
  @Length(1, 1000)
  readonly text: string;
}

/** 向评价机构询问 */
export class RaiseInquiry extends Asking {}

/** 调阅文件、资料 */
export class RequestMaterial extends Asking {}

/** 答复询问 */
export class AnswerInquiry extends WithEvidence {
  /** Number of the inquiry */
  @IsInt()
  @Min(1)
  readonly no: number;

  @IsString()
  @Length(1, 4000)
  readonly answer: string;
}

/** Files that are the point of the command. */
abstract class OfEvidence {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EvidenceInput)
  readonly evidence: EvidenceInput[];
}

/** 提供文件、资料 */
export class ProvideMaterial extends OfEvidence {
  /** Number of the request */
  @IsInt()
  @Min(1)
  readonly no: number;
}

/** 拒绝提供文件、资料 */
export class RefuseMaterial {
  /** Number of the request */
  @IsInt()
  @Min(1)
  readonly no: number;

  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}

/** 取证 */
export class AddEvidence extends OfEvidence {
  @IsIn(Object.keys(EVIDENCE_MEANS))
  readonly means: EvidenceMeans;

  /** The matter it is about */
  @IsIn(Object.keys(CONTENT_ITEMS))
  readonly item: ContentItemCode;

  /** What was learnt, without personal data */
  @IsString()
  @Length(1, 2000)
  readonly note: string;
}

/** 提出奖惩建议 */
export class RecommendRewardOrPenalty {
  @IsIn(['REWARD', 'PENALTY'])
  readonly kind: 'REWARD' | 'PENALTY';

  @IsIn(['AGENCY', 'RESPONSIBLE_PERSON'])
  readonly subject: 'AGENCY' | 'RESPONSIBLE_PERSON';

  /** Reference of the responsible person, where one is meant */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly personRef?: string;

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}

/** 报告拒绝、阻挠督导 */
export class ReportObstruction extends WithEvidence {
  @IsIn(['AGENCY', 'STAFF'])
  readonly by: 'AGENCY' | 'STAFF';

  /** References of the staff who obstructed */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly personRefs: string[];

  @IsString()
  @Length(1, 2000)
  readonly facts: string;
}

/** 提交重大问题调查研究报告 */
export class SubmitResearchReport extends WithEvidence {
  @IsString()
  @Length(1, 8000)
  readonly report: string;

  /** At least one */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 1000, { each: true })
  readonly recommendations: string[];
}

/** 报告非正当要求 */
export class ReportImproperRequest extends WithEvidence {
  @IsIn(Object.keys(REQUESTERS))
  readonly from: Requester;

  @IsString()
  @Length(1, 2000)
  readonly facts: string;
}
