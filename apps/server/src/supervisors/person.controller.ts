import { Body, Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { Submit } from '#apps/server/src/http/submit';
import { ReverseBar } from '#libs/supervisors/person.commands';

@Controller('v1/persons')
export class PersonController {
  constructor(private readonly commands: CommandBus) {}

  /** 撤销处理 */
  @CommandRoute('personId', ReverseBar)
  reverseBar(@From() origin: Origin, @Body() body: ReverseBar) {
    return this.commands.execute(new Submit(origin, body));
  }
}
