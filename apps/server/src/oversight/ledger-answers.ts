import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, EVENTS, VIEWS } from '#apps/server/src/http/ports';
import { type Fault, invalidInput } from '#apps/server/src/http/problem';
import type { LedgerSlice, LedgerWindow } from '#apps/server/src/oversight/oversight.queries';
import { accessRules } from '#libs/access/access.rules';
import { seenBy } from '#libs/access/sight';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor, GlobalPosition } from '#libs/event-sourcing/event';
import type { EventReader } from '#libs/event-sourcing/event-store';
import { NotAllowed } from '#libs/event-sourcing/rule';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { DIMENSION_NAMES, type DimensionName } from '#libs/oversight/ledger.dimensions';
import type { Cell } from '#libs/oversight/ledger.metric';
import { type ListedMetric, METRICS } from '#libs/oversight/ledger.metrics';
import { LedgerDays } from '#libs/oversight/ledger.days';
import { answers, type Contribution, type Part, type Question } from '#libs/oversight/ledger.numbers';
import { readLedger } from '#libs/oversight/ledger.reader';
import { ledger } from '#libs/oversight/ledger.view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** The province and its auditors see every area, a city centre its own, nobody else any. @throws NotAllowed */
export function overseenArea(actor: Actor, asked?: string): string | undefined {
  const seen = seenBy(actor, { area: 'area' });
  const own = seen?.['area'];
  if (seen === undefined || (own !== undefined && asked !== undefined && asked !== own)) throw new NotAllowed(accessRules.NumbersAreForThoseWhoOversee);
  return own ?? asked;
}

export const dimensionsOf = ({ dimensions }: ListedMetric): readonly DimensionName[] => ['area', ...dimensions];

function metricNamed(name: string): ListedMetric {
  const metric = METRICS.find((listed) => listed.name === name);
  if (metric === undefined) throw new Error(`no metric ${name}`);
  return metric;
}

const foreign = (parameter: string): Fault => ({ parameter, check: 'isDimension', detail: '该指标没有这个维度' });

/** @throws HttpProblem invalid-input for a dimension that the metric does not have */
function whereIn(slice: LedgerSlice, metric: ListedMetric, by: readonly DimensionName[]): Cell {
  const asked = DIMENSION_NAMES.flatMap((name): readonly (readonly [DimensionName, string])[] => {
    const code = (slice as Cell)[name];
    return code === undefined ? [] : [[name, code]];
  });
  const known = dimensionsOf(metric);
  const faults = [...asked.filter(([name]) => !known.includes(name)).map(([name]) => foreign(name)), ...(by.every((name) => known.includes(name)) ? [] : [foreign('by')])];
  if (faults.length > 0) throw invalidInput(faults);
  return Object.fromEntries(asked);
}

/** What answers a question, and how many records have stopped at a fact that the ledger could not fold: theirs may be missing. */
export interface Answer<P extends Part> {
  readonly parts: readonly P[];
  readonly stopped: number;
}

/** Questions of a reader, put to the ledger. */
@Injectable()
export class LedgerAnswers {
  private readonly days: LedgerDays;

  constructor(
    @Inject(EVENTS) private readonly events: EventReader,
    @Inject(VIEWS) private readonly views: ViewReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.days = new LedgerDays(views);
  }

  /** The question with all that it left out: the area of the reader, the day, the place of the log. */
  async question(actor: Actor, slice: LedgerSlice & LedgerWindow, by: readonly DimensionName[] = []): Promise<Question> {
    const metric = metricNamed(slice.metric);
    const area = overseenArea(actor, (slice as Cell).area);
    const where = { ...whereIn(slice, metric, by), ...(area !== undefined && { area }) };
    const { occurredAfter, recordedAfter, recordedUpTo } = slice;
    const today = legalDateOf(this.clock.now());
    const occurredUpTo = slice.occurredUpTo ?? (recordedUpTo !== undefined && recordedUpTo < today ? recordedUpTo : today);
    const position = slice.position ?? later(await this.events.head(), slice.minPosition);
    return { metric, where, occurredAfter, occurredUpTo, recordedAfter, recordedUpTo, position };
  }

  /** By day, for numbers. What was summed up of documents that had stopped is not kept: a repair would not reach it. */
  async sums(asked: Question): Promise<Answer<Part>> {
    const days = await this.days.of(asked.metric.category, asked.position);
    const stopped = await this.stopped();
    if (stopped > 0) this.days.forget();
    return { parts: days.filter((part) => answers(part, asked)), stopped };
  }

  async contributions(asked: Question): Promise<Answer<Contribution>> {
    return { parts: await readLedger(this.views, asked), stopped: await this.stopped() };
  }

  private async stopped(): Promise<number> {
    return (await this.views.lag()).find(({ view }) => view === ledger.name)?.parked ?? 0;
  }
}

const later = (one: GlobalPosition | undefined, other: GlobalPosition | undefined): GlobalPosition | undefined => (other !== undefined && other > (one ?? '') ? other : one);
