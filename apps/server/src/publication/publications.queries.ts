import { PickType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { PUBLISHED_KINDS } from '#libs/publication/publication.events';
import { PUBLICATION_STATES } from '#libs/publication/publication.evolve';
import { AREAS } from '#libs/regulation/areas';

export class ListPublications extends PageQuery {
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  @IsOptional()
  @IsIn(Object.keys(PUBLISHED_KINDS))
  readonly kind?: string;

  @IsOptional()
  @IsIn(Object.keys(PUBLICATION_STATES))
  readonly state?: string;

  /** The supervision */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly caseId?: string;

  /** Only results that were to be published before now, the oldest first */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly overdue?: boolean;
}

/** What the public may ask: nothing that tells where the log stands. */
export class ListPublicResults extends PickType(PageQuery, ['limit']) {
  /** Opaque: from `next` of the page before */
  @IsOptional()
  @IsString()
  @MaxLength(512)
  readonly cursor?: string;

  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  @IsOptional()
  @IsIn(Object.keys(PUBLISHED_KINDS))
  readonly kind?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;
}
