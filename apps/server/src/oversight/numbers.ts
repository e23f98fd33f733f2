import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { LedgerAnswers } from '#apps/server/src/oversight/ledger-answers';
import type { CompareNumbers, ReadNumbers } from '#apps/server/src/oversight/oversight.queries';
import type { Actor, GlobalPosition, LegalDate } from '#libs/event-sourcing/event';
import type { DimensionName } from '#libs/oversight/ledger.dimensions';
import type { Cell } from '#libs/oversight/ledger.metric';
import { type Question, type Row, rowsOf, sumOf, type Window } from '#libs/oversight/ledger.numbers';
import { measureOf, type Spread, spreadOf } from '#libs/oversight/ledger.spread';

/** What a number means and rests on: it travels with every answer. */
export interface Basis extends Window {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  readonly where: Cell;
  /** Place of the log; null while nothing is written down. */
  readonly position: GlobalPosition | null;
  /** Records that stopped at a fact that the ledger could not fold: what came later of them is missing. */
  readonly stopped: number;
}

export function basisOf({ metric, where, position, occurredAfter, occurredUpTo, recordedAfter, recordedUpTo }: Question, stopped: number): Basis {
  const { name, label, unit, definition } = metric;
  return { metric: name, label, unit, definition, where, occurredAfter, occurredUpTo, recordedAfter, recordedUpTo, position: position ?? null, stopped };
}

type Flat<T> = T & Cell;

export interface Numbers extends Basis {
  readonly by: readonly DimensionName[];
  readonly rows: readonly Flat<{ readonly number: number }>[];
  readonly total: number;
  /** Of a number by how often, or by score; of the areas and codes asked for, together. */
  readonly spread?: Spread;
}

export class AskNumbers extends Query<Numbers> {
  constructor(
    readonly actor: Actor,
    readonly asked: ReadNumbers,
  ) {
    super();
  }
}

@QueryHandler(AskNumbers)
export class AskNumbersHandler implements IQueryHandler<AskNumbers> {
  constructor(private readonly ledger: LedgerAnswers) {}

  async execute({ actor, asked }: AskNumbers): Promise<Numbers> {
    const { by = [] } = asked;
    const question = await this.ledger.question(actor, asked, by);
    const { parts, stopped } = await this.ledger.sums(question);
    const rows = rowsOf(parts, by, question.where).map(({ of, number }) => ({ ...of, number }));
    const measure = measureOf(question.metric.dimensions);
    return { ...basisOf(question, stopped), by, rows, total: sumOf(parts), ...(measure !== undefined && { spread: spreadOf(parts, measure) }) };
  }
}

interface Compared {
  readonly before: number;
  readonly after: number;
  readonly change: number;
}

export interface NumbersDifference extends Omit<Basis, keyof Window> {
  readonly by: readonly DimensionName[];
  readonly clock: 'occurred' | 'recorded';
  readonly from: LegalDate;
  readonly to: LegalDate;
  readonly rows: readonly Flat<Compared>[];
  readonly total: Compared;
  /** The window whose contributions add up to the change: bounds for the question that opens it. */
  readonly opens: Window;
}

export class AskDifference extends Query<NumbersDifference> {
  constructor(
    readonly actor: Actor,
    readonly asked: CompareNumbers,
  ) {
    super();
  }
}

const compared = (before: number, after: number): Compared => ({ before, after, change: after - before });

@QueryHandler(AskDifference)
export class AskDifferenceHandler implements IQueryHandler<AskDifference> {
  constructor(private readonly ledger: LedgerAnswers) {}

  /** Both numbers rest on the same place of the log, and on the same bound of the other clock. */
  async execute({ actor, asked }: AskDifference): Promise<NumbersDifference> {
    const { by = [], from, to, clock = 'occurred' } = asked;
    const question = await this.ledger.question(actor, asked, by);
    const upTo = (day: LegalDate): Question => ({ ...question, [`${clock}UpTo`]: day });
    const [before, after] = [await this.ledger.sums(upTo(from)), await this.ledger.sums(upTo(to))];
    const earlier: readonly Row[] = rowsOf(before.parts, by, question.where);
    const rows = rowsOf(after.parts, by, question.where).map(({ of, number }, index) => ({ ...of, ...compared(earlier[index]?.number ?? 0, number) }));
    const { metric, label, unit, definition, where, position, stopped, ...window } = basisOf(question, after.stopped);
    const opens = { ...window, [`${clock}After`]: from, [`${clock}UpTo`]: to };
    return { metric, label, unit, definition, where, position, stopped, by, clock, from, to, rows, total: compared(sumOf(before.parts), sumOf(after.parts)), opens };
  }
}
