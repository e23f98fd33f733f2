import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { ARCHIVED_KINDS } from '#libs/archives/archive.events';
import { ARCHIVE_STATES } from '#libs/archives/archive.evolve';
import { AREAS } from '#libs/regulation/areas';

export class ListArchives extends PageQuery {
  /** The centre that keeps it */
  @IsOptional()
  @IsIn(AREAS)
  readonly keeper?: string;

  @IsOptional()
  @IsIn(Object.keys(ARCHIVED_KINDS))
  readonly kind?: string;

  @IsOptional()
  @IsIn(Object.keys(ARCHIVE_STATES))
  readonly state?: string;

  /** Only those whose last day of retention is this one or earlier, the oldest first */
  @IsOptional()
  @IsString()
  @Length(10, 10)
  readonly keptUntil?: string;
}
