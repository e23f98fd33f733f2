import { IsBoolean, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { Flag } from '#apps/server/src/http/flag';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { CASE_STAGES } from '#libs/cases/case.stage';
import type { LegalDate } from '#libs/event-sourcing/event';
import { AREAS } from '#libs/regulation/areas';

/** Orders of the list: newest opened (for an agency: newest notice), first due, last touched. The id of the case breaks ties. */
export const CASE_SORTS = ['-openedOn', 'dueAt', '-lastEventAt'] as const;

export class ListCases extends PageQuery {
  /** Area of the agency */
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  /** The centre that leads the case */
  @IsOptional()
  @IsIn(AREAS)
  readonly dispatcher?: string;

  @IsOptional()
  @IsIn(Object.keys(CASE_STAGES))
  readonly state?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly agencyId?: string;

  /** Only cases with an open deadline that has passed */
  @IsOptional()
  @Flag()
  @IsBoolean()
  readonly overdue?: boolean;

  /** Only cases whose first open deadline ends on or before this day, YYYY-MM-DD */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly dueBy?: LegalDate;

  /**
   * Part of the document number, the agency's name, the case's id or the matters. No index answers this: the cases that meet the
   * other filters are looked through, 1,000 for one page at most; a page may come short while `next` goes on
   */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly q?: string;

  /** `-openedOn` unless said, `dueAt` with `overdue` or `dueBy`; `dueAt` lists only cases with an open deadline */
  @IsOptional()
  @IsIn(CASE_SORTS)
  readonly sort?: (typeof CASE_SORTS)[number];
}
