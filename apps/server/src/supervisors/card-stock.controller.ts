import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { CountStock, ReceiveBlankCards, WriteOffBlankCards } from '#libs/supervisors/card.commands';

@Controller('v1/cards')
export class CardStockController {
  constructor(private readonly commands: CommandBus) {}

  /** 空白证卡入库 */
  @CommandRoute('stockId', ReceiveBlankCards)
  receiveBlankCards(@From() origin: Origin, @Body() body: ReceiveBlankCards) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 空白证卡作废或遗失 */
  @CommandRoute('stockId', WriteOffBlankCards)
  writeOffBlankCards(@From() origin: Origin, @Body() body: WriteOffBlankCards) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 盘点 */
  @CommandRoute('stockId', CountStock)
  countStock(@From() origin: Origin, @Body() body: CountStock) {
    return this.commands.execute(new Submit(origin, body));
  }
}
