import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { By, PageRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { RegisterDrawKey, RetireDrawKey } from '#libs/draws/draw-key.commands';
import { type DrawKeyEntry, drawKeyRegister } from '#libs/draws/draw-key.view';
import type { Actor } from '#libs/event-sourcing/event';

const keys: Readable<DrawKeyEntry> = { view: drawKeyRegister, sight: { open: true }, category: 'drawkeys' };

@Controller('v1/draw-keys')
export class DrawKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 公布抽取公钥 */
  @CommandRoute('registerId', RegisterDrawKey)
  registerDrawKey(@From() origin: Origin, @Body() body: RegisterDrawKey) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 停用抽取公钥 */
  @CommandRoute('registerId', RetireDrawKey)
  retireDrawKey(@From() origin: Origin, @Body() body: RetireDrawKey) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 抽取公钥 */
  @PageRoute('', 'ListDrawKeys')
  list(@By() actor: Actor, @Query() query: PageQuery) {
    return this.queries.execute(new FindDocuments(keys, actor, query, { order: { member: 'announcedOn' } }));
  }
}
