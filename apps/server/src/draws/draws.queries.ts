import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { DRAW_PURPOSES } from '#libs/draws/draw.events';
import { DRAW_STATES } from '#libs/draws/draw-file.view';
import { AREAS } from '#libs/regulation/areas';
import { POOL_SCOPES } from '#libs/regulation/own-codes';

export class ListDraws extends PageQuery {
  /** Area of the supervised agency */
  @IsOptional()
  @IsIn(AREAS)
  readonly area?: string;

  /** All draws of one case: their number is how often was drawn */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly caseId?: string;

  /** All draws of one session */
  @IsOptional()
  @IsString()
  @Length(1, 64)
  readonly sessionId?: string;

  /** The week or the month of which targets were drawn */
  @IsOptional()
  @IsString()
  @Length(7, 10)
  readonly period?: string;

  @IsOptional()
  @IsIn(Object.keys(DRAW_PURPOSES))
  readonly kind?: string;

  @IsOptional()
  @IsIn(Object.keys(DRAW_STATES))
  readonly state?: string;

  @IsOptional()
  @IsIn(Object.keys(POOL_SCOPES))
  readonly scope?: string;

  /** The centre that drew */
  @IsOptional()
  @IsIn(AREAS)
  readonly drawnBy?: string;
}
