import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Origin } from '#apps/server/src/http/origin';
import type { Outcome } from '#libs/event-sourcing/envelope';
import { CommandHandler as Kernel } from '#libs/event-sourcing/handle-command';

/** The one command of the bus: any command of any capability, with where it comes from. */
export class Submit extends Command<Outcome> {
  constructor(
    readonly origin: Origin,
    readonly body: object,
  ) {
    super();
  }
}

@CommandHandler(Submit)
export class SubmitHandler implements ICommandHandler<Submit> {
  constructor(private readonly kernel: Kernel) {}

  execute({ origin, body }: Submit): Promise<Outcome> {
    return this.kernel.handle({ ...origin, body });
  }
}
