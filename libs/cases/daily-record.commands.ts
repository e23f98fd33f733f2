import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { WithEvidence } from '#libs/cases/case-inputs.commands';
import type { RecordedItem, SupervisionRecordForm } from '#libs/cases/daily-record.events';
import { CONTENT_ITEMS, type ContentItemCode, EXTERNAL_METHODS, type ExternalMethod } from '#libs/regulation/codes';
import { SEVERITIES, type Severity } from '#libs/regulation/own-codes';

/** 模板栏目 */
export class RecordFieldInput {
  @IsString()
  @Length(1, 64)
  readonly field: string;

  /** Without personal data */
  @IsString()
  @Length(1, 2000)
  readonly value: string;
}

/** 督导内容的记录 */
export class RecordedItemInput implements RecordedItem {
  @IsIn(Object.keys(CONTENT_ITEMS))
  readonly item: ContentItemCode;

  @IsIn(['CONFORMS', 'PROBLEM', 'NOT_CHECKED'])
  readonly result: RecordedItem['result'];

  /** Of a problem */
  @IsOptional()
  @IsIn(Object.keys(SEVERITIES))
  readonly severity?: Severity;

  /** What was found, or why it was not looked at */
  @IsString()
  @Length(1, 2000)
  readonly facts: string;

  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @Length(1, 64, { each: true })
  readonly evidenceIds: string[];
}

/** 督导情况记录表 */
export class RecordFormInput extends WithEvidence implements SupervisionRecordForm {
  @IsString()
  @Length(1, 32)
  readonly templateVersion: string;

  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => RecordFieldInput)
  readonly fields: RecordFieldInput[];

  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(Object.keys(EXTERNAL_METHODS), { each: true })
  readonly methods: ExternalMethod[];

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => RecordedItemInput)
  readonly items: RecordedItemInput[];

  /** 指导意见 */
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @Length(1, 300, { each: true })
  readonly guidance: string[];
}

/** 提交督导情况记录表 */
export class SubmitRecord {
  @IsObject()
  @ValidateNested()
  @Type(() => RecordFormInput)
  readonly form: RecordFormInput;

  /** The supervisor signs the form by giving this command */
  @IsBoolean()
  readonly signed: boolean;
}

/** 更正督导情况记录表 */
export class CorrectRecord extends SubmitRecord {
  @IsString()
  @Length(1, 1000)
  readonly reason: string;
}
