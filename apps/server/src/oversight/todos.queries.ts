import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Decimal } from '#apps/server/src/http/decimal';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { URGENCIES, type Urgency } from '#libs/oversight/todo-list';

export class ListTodos extends PageQuery {
  /** `MINE` unless said: what falls to me or to my body. `ALL`: for a centre what falls to anyone in its area */
  @IsOptional()
  @IsIn(['MINE', 'ALL'])
  readonly whose?: 'MINE' | 'ALL';

  @IsOptional()
  @IsIn(Object.keys(URGENCIES))
  readonly urgency?: Urgency;
}

export class ListDoneTodos extends PageQuery {}

export class ListUpcoming extends PageQuery {
  /** Calendar days ahead: 30 unless said */
  @IsOptional()
  @Decimal()
  @IsInt()
  @Min(1)
  @Max(366)
  readonly days?: number;
}
