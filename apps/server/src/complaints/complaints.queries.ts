import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { COMPLAINT_STATES } from '#libs/complaints/complaint.evolve';
import { AREAS } from '#libs/regulation/areas';

export class ListComplaints extends PageQuery {
  /** The centre that answers for the complaint */
  @IsOptional()
  @IsIn(AREAS)
  readonly holder?: string;

  @IsOptional()
  @IsIn(Object.keys(COMPLAINT_STATES))
  readonly stage?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  /** Only complaints with a period that has run out, the oldest first */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly overdue?: boolean;
}
