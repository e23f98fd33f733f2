import type { SettableClock } from '#libs/event-sourcing/clock';
import type { Instant, Recorded } from '#libs/event-sourcing/event';
import { derivedId } from '#libs/event-sourcing/ids';
import { NotAllowed, Refused, type Rule } from '#libs/event-sourcing/rule';
import type { SupervisionRecord } from '#libs/record/record';
import { addDays, endOfDay } from '#libs/regulation/legal-date';
import { Agenda } from '#libs/simulation/agenda';
import type { Act, Command, Story } from '#libs/simulation/story';

/** Commands that write to one more stream than their own: those of one lane go one after the other. */
const LANES: Readonly<Record<string, (command: Command) => string>> = {
  IssueCard: () => 'cards',
  ReplaceCard: () => 'cards',
  IssueOpinion: ({ by }) => `opinions ${by.organisation}`,
  PrepareDraw: ({ by }) => `draws ${by.organisation}`,
  PrepareTargetDraw: ({ by }) => `draws ${by.organisation}`,
  PrepareDailyDraw: ({ by }) => `draws ${by.organisation}`,
  IssueReminderLetter: ({ by }) => `letters ${by.organisation}`,
  IssueQualityBulletin: ({ by }) => `bulletins ${by.organisation}`,
  HoldPlatformOperation: ({ by }) => `agency decisions ${by.organisation}`,
  CriticiseAgency: ({ by }) => `agency decisions ${by.organisation}`,
  ProposeRevocation: ({ by }) => `agency decisions ${by.organisation}`,
  RegisterComplaint: ({ by }) => `complaints ${by.organisation}`,
  PrepareInternalDraw: () => 'internal draws',
};

export interface Stage {
  readonly record: Pick<SupervisionRecord, 'commands' | 'folds' | 'worker'>;
  readonly clock: SettableClock;
  readonly seed: string;
  /** Told at the end of each day in Asia/Shanghai. */
  readonly onDay?: (day: string, told: Told) => void;
}

export interface Told {
  readonly commands: number;
  /** Times each rule refused a command, as planned. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** A command of the simulation that failed though nothing had planned it. */
export class UnplannedFailure extends Error {
  constructor({ name, target, by }: Command, at: Instant, cause: unknown) {
    super(`${at} ${name} ${target} by ${by.role} ${by.person}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'UnplannedFailure';
  }
}

interface Actor {
  readonly name: string;
  readonly story: Story;
  sent: number;
}

/**
 * The discrete-event loop: it puts the clock where the next story goes on, and gives its commands to the record. Stories
 * of one instant go on together, so that their appends share one durable write. Every midnight the worker does what the
 * day has left.
 */
export class StoryLoop {
  private readonly agenda = new Agenda<Actor>();
  private readonly lanes = new Map<string, Promise<unknown>>();
  private readonly refusals: Record<string, number> = {};
  private settling: Promise<void> | undefined;
  private commands = 0;

  constructor(private readonly stage: Stage) {}

  /** Names are unique: the ids of the story's commands derive from its name. */
  begin(at: Instant, name: string, story: Story): void {
    this.agenda.enter(at, { name, story, sent: 0 });
  }

  /** From the first day up to 24:00 of the last. What a story would do later stays undone. */
  async run(first: string, last: string): Promise<Told> {
    for (let day = first; day <= last; day = addDays(day, 1)) {
      for (let at = this.agenda.next(); at !== undefined && at < endOfDay(day); at = this.agenda.next()) {
        this.stage.clock.set(at);
        await Promise.all(this.agenda.takeFirst().map((actor) => this.goOn(actor)));
      }
      this.stage.clock.set(endOfDay(day));
      await this.settle();
      this.stage.onDay?.(day, this.told());
    }
    return this.told();
  }

  private told(): Told {
    return { commands: this.commands, refusals: { ...this.refusals } };
  }

  private async goOn(actor: Actor): Promise<void> {
    for (let step = actor.story.next(undefined); step.done !== true; ) {
      const act = step.value;
      if (act.do === 'wait' && act.until > this.stage.clock.now()) return this.agenda.enter(act.until, actor);
      step = actor.story.next(await this.carryOut(actor, act));
    }
  }

  private carryOut(actor: Actor, act: Act): Promise<unknown> {
    switch (act.do) {
      case 'wait':
        return Promise.resolve();
      case 'send':
        return this.inLane(act.command, () => this.send(actor, act.command, act.mayBreak));
      case 'settle':
        return this.settle();
      case 'begin':
        return Promise.resolve(this.begin(this.stage.clock.now(), act.name, act.story));
      case 'look':
        return this.look(act);
    }
  }

  private inLane<T>({ name, ...command }: Command, work: () => Promise<T>): Promise<T> {
    const lane = LANES[name]?.({ name, ...command }) ?? `${name} ${command.target}`;
    const mine = (this.lanes.get(lane) ?? Promise.resolve()).then(work);
    this.lanes.set(lane, mine);
    return mine.finally(() => this.lanes.get(lane) === mine && this.lanes.delete(lane));
  }

  private async send(actor: Actor, command: Command, mayBreak: readonly Rule[]): Promise<unknown> {
    const now = this.stage.clock.now();
    const { by, name, target, body } = command;
    const commandId = idAt(now, `${this.stage.seed} ${actor.name} ${(actor.sent += 1)}`);
    this.commands += 1;
    try {
      return await this.stage.record.commands.handle({ name, target, body, actor: by, commandId });
    } catch (error) {
      const rule = error instanceof Refused || error instanceof NotAllowed ? error.rule : undefined;
      if (rule === undefined || !mayBreak.includes(rule)) throw new UnplannedFailure(command, now, error);
      this.refusals[rule.name] = (this.refusals[rule.name] ?? 0) + 1;
      return rule;
    }
  }

  private settle(): Promise<void> {
    this.settling ??= this.stage.record.worker.settle().finally(() => {
      this.settling = undefined;
    });
    return this.settling;
  }

  private async look({ stream, initial, evolve }: Extract<Act, { do: 'look' }>): Promise<unknown> {
    return (await this.stage.record.folds.fold(stream, initial, evolve as (state: unknown, event: Recorded<never>) => unknown)).state;
  }
}

/** An id of the instant that the same text gives again. */
export const idAt = (at: Instant, text: string): string => derivedId(Date.parse(at).toString(16).padStart(12, '0'), text);

