import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsString, Length } from 'class-validator';
import { COMPLAINT_CHANNELS, COMPLAINT_CONCLUSIONS, type ComplaintChannel, type ComplaintConclusion } from '#libs/complaints/complaint.events';
import { type Area, AREAS } from '#libs/regulation/areas';

/** 收到举报 */
export class ReceiveComplaint {
  @IsIn(Object.keys(COMPLAINT_CHANNELS))
  readonly channel: ComplaintChannel;

  @IsBoolean()
  readonly isAnonymous: boolean;

  /** The agency complained of */
  @IsString()
  @Length(1, 64)
  readonly agencyId: string;

  /** What is complained of, without who complains */
  @IsString()
  @Length(1, 8000)
  readonly content: string;

  /** References of staff complained of */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly accused: string[];
}

/** 登记举报 */
export class RegisterComplaint {}

class Reasoned {
  @IsString()
  @Length(1, 2000)
  readonly reason: string;
}

/** 转送举报 */
export class TransferComplaint extends Reasoned {
  @IsIn(AREAS)
  readonly to: Area;
}

/** 受理举报 */
export class AcceptComplaint {}

/** 不予受理举报 */
export class RejectComplaint extends Reasoned {}

/** 并案办理 */
export class MergeComplaint extends Reasoned {
  /** Id of the complaint that carries both */
  @IsString()
  @Length(1, 64)
  readonly into: string;
}

class Told {
  /** The words by which the person was told */
  @IsString()
  @Length(1, 8000)
  readonly text: string;
}

/** 告知举报人 */
export class NotifyReporter extends Told {}

/** 启动调查核实 */
export class OpenInvestigation {
  /** The supervision that verifies the complaint */
  @IsString()
  @Length(1, 64)
  readonly caseId: string;
}

/** 报告调查情况 */
export class ReportFindings extends OpenInvestigation {
  @IsString()
  @Length(1, 8000)
  readonly findings: string;
}

/** 认定举报事项 */
export class ConcludeComplaint {
  @IsIn(Object.keys(COMPLAINT_CONCLUSIONS))
  readonly conclusion: ComplaintConclusion;

  @IsString()
  @Length(1, 8000)
  readonly reasons: string;
}

/** 决定处理 */
export class DecideDisposal {
  @IsString()
  @Length(1, 8000)
  readonly disposal: string;

  /** Streams of the records where it is done */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 128, { each: true })
  readonly records: string[];
}

/** 答复举报人 */
export class AnswerReporter extends Told {}

/** 延长举报办理期限 */
export class ExtendComplaint extends Reasoned {}

/** 举报归档 */
export class CloseComplaint {}

/** 重新办理举报 */
export class ReopenComplaint extends Reasoned {}
