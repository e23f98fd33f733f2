import { Controller } from '@nestjs/common';
import { By, QueryRoute } from '#apps/server/src/http/read-route';
import type { Actor } from '#libs/event-sourcing/event';

@Controller('v1')
export class MeController {
  /** 我是谁 */
  @QueryRoute('me', 'GetMe')
  me(@By() actor: Actor): Actor {
    return actor;
  }
}
