import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Origin } from '#apps/server/src/http/origin';
import { HttpProblem, problem } from '#apps/server/src/http/problem';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import { traced } from '#apps/server/src/telemetry/tracing';
import type { Outcome } from '#libs/event-sourcing/envelope';
import { CommandHandler as Kernel } from '#libs/event-sourcing/handle-command';

/** Commands under way at once; more are turned away at once, so that those taken are answered in time. */
export const MAX_UNDER_WAY = 256;

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
  private underWay = 0;

  constructor(
    private readonly kernel: Kernel,
    private readonly metrics: Metrics,
  ) {}

  async execute({ origin, body }: Submit): Promise<Outcome> {
    if (this.underWay >= MAX_UNDER_WAY) throw new HttpProblem(problem('unavailable', { detail: '正在办理的请求过多,请稍后重试。' }), { 'retry-after': '1' });
    this.underWay += 1;
    try {
      return await traced(origin.name, () => this.kernel.handle({ ...origin, body }));
    } catch (error) {
      this.metrics.refused(origin.name, error);
      throw error;
    } finally {
      this.underWay -= 1;
    }
  }
}
