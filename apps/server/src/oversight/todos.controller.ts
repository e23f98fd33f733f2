import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { By, PageRoute } from '#apps/server/src/http/read-route';
import { AskDoneTodos, AskTodos } from '#apps/server/src/oversight/todos';
import { ListDoneTodos, ListTodos, ListUpcoming } from '#apps/server/src/oversight/todos.queries';
import { AskUpcoming } from '#apps/server/src/oversight/upcoming';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1')
export class TodosController {
  constructor(private readonly queries: QueryBus) {}

  /** 待办 */
  @PageRoute('todos', 'ListTodos')
  list(@By() actor: Actor, @Query() asked: ListTodos) {
    return this.queries.execute(new AskTodos(actor, asked));
  }

  /** 已办 */
  @PageRoute('todos/done', 'ListDoneTodos')
  done(@By() actor: Actor, @Query() asked: ListDoneTodos) {
    return this.queries.execute(new AskDoneTodos(actor, asked));
  }

  /** 即将发生:届期自动办理的事项 */
  @PageRoute('upcoming', 'ListUpcoming')
  upcoming(@By() actor: Actor, @Query() asked: ListUpcoming) {
    return this.queries.execute(new AskUpcoming(actor, asked));
  }
}
