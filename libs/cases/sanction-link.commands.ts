import { ArrayMinSize, IsArray, IsIn, IsString, Length } from 'class-validator';
import { AGENCY_GROUNDS, type AgencyGround } from '#libs/regulation/codes';

/** 专项督导关联处罚 */
export class LinkCaseToSanction {
  @IsString()
  @Length(1, 64)
  readonly sanctionId: string;

  @IsArray()
  @ArrayMinSize(1)
  @IsIn(Object.keys(AGENCY_GROUNDS), { each: true })
  readonly grounds: AgencyGround[];
}

/** 日常督导关联处罚 */
export class LinkDailyToSanction extends LinkCaseToSanction {}
