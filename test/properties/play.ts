import { CommandIdReused, type Envelope, OccursInFuture, type Outcome, RevisionMismatch, StreamExists, StreamNotFound } from '#libs/event-sourcing/envelope';
import type { Instant } from '#libs/event-sourcing/event';
import { AppendOutcomeUnknown } from '#libs/event-sourcing/event-store';
import { idFromText } from '#libs/event-sourcing/ids';
import { NotAllowed, Refused } from '#libs/event-sourcing/rule';
import { ASKS } from '#test/properties/asks';
import { Died } from '#test/properties/faults';
import type { LivingRecord } from '#test/properties/living-record';
import type { Step, Subject } from '#test/properties/script';
import { hoursToTheNext, sceneOf, States } from '#test/properties/states';

type AskStep = Extract<Step, { readonly kind: 'ask' }>;
type Answer = Outcome | Error;

/** Answers that a command may get; anything else is a fault of the program. */
const ANSWERS = [Refused, NotAllowed, StreamNotFound, StreamExists, RevisionMismatch, CommandIdReused, OccursInFuture, AppendOutcomeUnknown];
const isAnswer = (error: unknown): boolean => ANSWERS.some((kind) => error instanceof kind);

/** `R3.4-3 GroupNeedsThreeSupervisors`, else the kind of error. */
export const nameOf = (error: Error): string => (error instanceof Refused || error instanceof NotAllowed ? `${error.rule.id} ${error.rule.name}` : error.constructor.name);

const ids = ({ events }: Outcome): string => events.map(({ id }) => id).join(' ');

/** Brings a script to a living record, step by step, and writes down what happened. */
export class Play {
  readonly transcript: string[] = [];
  private readonly states = new States();
  private readonly sent: { readonly envelope: Envelope; readonly answer: Answer }[] = [];
  private held: { readonly envelope: Envelope; readonly at: number }[] = [];
  private steps = 0;

  constructor(private readonly living: LivingRecord, private readonly focus: Subject, private readonly refusals: Map<string, number>) {}

  async perform(step: Step): Promise<void> {
    this.steps += 1;
    for (const { envelope } of this.held.filter(({ at }) => at <= this.steps)) await this.send(envelope, '迟到');
    this.held = this.held.filter(({ at }) => at > this.steps);
    await this.states.catchUp(this.living.record.events);
    switch (step.kind) {
      case 'ask':
        return this.ask(step);
      case 'again':
        return this.again(step.back, step.changed);
      case 'pass':
        this.living.pass(step.hours);
        return step.settles ? this.settle() : undefined;
      case 'session':
        return this.passTo(this.states.all('session').map(([, { startsAt }]) => startsAt));
      case 'retention':
        return this.focus === 'ARCHIVE' ? this.passTo(this.states.all('archive').map(([, { retention }]) => retention.dueAt)) : undefined;
      case 'settle':
        return this.settle();
      case 'restart':
        this.say('重新启动');
        return this.living.restart();
      case 'fault':
        this.say(`将发生 ${step.fault},第${step.after + 1}次调用时`);
        return this.living.faults.arm(step.fault, step.after);
    }
  }

  /** Whatever waits is done, with nothing going wrong any more. */
  async end(): Promise<void> {
    this.living.faults.disarm();
    await this.living.restart();
    await this.settle();
  }

  private say(what: string): void {
    this.transcript.push(`${this.living.clock.now().slice(0, 16)}  ${what}`);
  }

  private passTo(moments: readonly Instant[]): Promise<void> {
    this.living.pass(hoursToTheNext(moments, this.living.clock.now()));
    return this.settle();
  }

  private async settle(): Promise<void> {
    const before = await this.living.record.events.head();
    const error = await this.survived(() => this.living.record.worker.settle());
    const after = await this.living.record.events.head();
    if (error !== undefined || before !== after) this.say(`系统: ${error === undefined ? '处理完毕' : error.message}`);
  }

  /** What a dying process leaves is opened by another. An outcome that stays unknown ends a worker's round. */
  private async survived(work: () => Promise<unknown>): Promise<Error | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (!(error instanceof Died || error instanceof AppendOutcomeUnknown)) throw error;
      await this.living.restart();
      return error;
    }
  }

  private envelopeOf({ about, manner, dice }: AskStep): Envelope {
    const now = this.living.clock.now();
    const ask = ASKS[about === 'FOCUS' ? this.focus : about](sceneOf(this.states, now, this.sent.length + this.held.length), dice, manner !== 'ANY');
    const commandId = idFromText(`${this.steps} ${dice} ${about}`);
    const ago = new Date(Date.parse(now) + (dice % 9 === 0 ? 1 : -(dice % 200)) * 3_600_000).toISOString();
    return {
      ...ask, commandId,
      ...(manner === 'PAST' && { occurredAt: ago }),
      ...(manner === 'STALE' && { expected: dice % 12 }),
    };
  }

  private async ask(step: AskStep): Promise<void> {
    const envelope = this.envelopeOf(step);
    switch (step.manner) {
      case 'HELD':
        this.held.push({ envelope, at: this.steps + 1 + (step.dice % 12) });
        return;
      case 'TWICE':
        return this.together(envelope, envelope);
      case 'RACING':
        return this.together(envelope, this.envelopeOf({ ...step, dice: step.dice + 1 }));
      case 'NATURAL':
      case 'ANY':
      case 'PAST':
      case 'STALE':
        return this.send(envelope, '');
    }
  }

  private async send(envelope: Envelope, how: string): Promise<void> {
    const answer = await this.answerTo(envelope);
    if (answer instanceof Died) await this.living.restart();
    this.told(envelope, answer, how);
  }

  private async answerTo(envelope: Envelope): Promise<Answer> {
    try {
      return await this.living.record.commands.handle(envelope);
    } catch (error) {
      if (error instanceof Died || isAnswer(error)) return error as Error;
      throw new Error(`${envelope.name} ${envelope.target} ${JSON.stringify(envelope.body)}`, { cause: error });
    }
  }

  private told(envelope: Envelope, answer: Answer, how: string): void {
    this.sent.push({ envelope, answer });
    if (answer instanceof Error) this.refusals.set(nameOf(answer), (this.refusals.get(nameOf(answer)) ?? 0) + 1);
    const outcome = answer instanceof Error ? nameOf(answer) : `→ ${answer.events.map(({ type }) => type).join(' ') || '已是如此'}`;
    this.say(`${how}${envelope.actor.person}@${envelope.actor.organisation} ${envelope.name} ${envelope.target} ${outcome}`);
  }

  private async together(one: Envelope, other: Envelope): Promise<void> {
    const settled = await Promise.allSettled([this.answerTo(one), this.answerTo(other)]);
    const answers = settled.map((each) => {
      if (each.status === 'rejected') throw each.reason;
      return each.value;
    });
    if (answers.some((answer) => answer instanceof Died)) await this.living.restart();
    const [first, second] = answers as [Answer, Answer];
    this.told(one, first, '同时 ');
    this.told(other, second, '同时 ');
    if (one === other) this.compare(one, first, second);
  }

  /** The same command has the same effect, however often it comes. */
  private compare({ name }: Envelope, first: Answer, second: Answer): void {
    if (first instanceof Error || second instanceof Error || first.events.length === 0) return;
    if (ids(first) !== ids(second)) throw new Error(`${name} took effect twice: ${ids(first)} and ${ids(second)}`);
  }

  private async again(back: number, changed: boolean): Promise<void> {
    const earlier = this.sent.at(-1 - back);
    if (earlier === undefined) return;
    const { envelope, answer } = earlier;
    const body = changed ? { ...envelope.body, again: this.steps } : envelope.body;
    await this.send({ ...envelope, body }, '再次 ');
    const second = this.sent.at(-1)?.answer as Answer;
    if (answer instanceof Error || answer.events.length === 0 || second instanceof Died) return;
    const expected = changed ? second instanceof CommandIdReused : !(second instanceof Error) && second.repeated && ids(second) === ids(answer);
    if (!expected) throw new Error(`${envelope.name} once more: ${second instanceof Error ? nameOf(second) : ids(second)}`);
  }
}
