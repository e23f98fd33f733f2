import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { afterCursor, badCursor, cursorOf } from '#apps/server/src/http/cursor';
import type { DocumentPage } from '#apps/server/src/http/find-documents';
import { EVENTS } from '#apps/server/src/http/ports';
import { entryOf, type TimelineEntry } from '#apps/server/src/http/timeline';
import { LedgerAnswers } from '#apps/server/src/oversight/ledger-answers';
import { type Basis, basisOf } from '#apps/server/src/oversight/numbers';
import type { ListContributions } from '#apps/server/src/oversight/oversight.queries';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import type { UpcastingReader } from '#libs/event-sourcing/upcasting';
import type { Cell } from '#libs/oversight/ledger.metric';
import { type Contribution, oldestFirst, sumOf, withoutCancelled } from '#libs/oversight/ledger.numbers';
import { tell } from '#libs/record/tellings';

/** A part of a number with the event that caused it. */
export interface ToldContribution {
  readonly of: Cell;
  readonly occurredOn: LegalDate;
  readonly recordedOn: LegalDate;
  readonly delta: number;
  readonly event: TimelineEntry & { readonly stream: string; readonly position: string };
}

export interface ContributionPage extends DocumentPage<ToldContribution>, Basis {
  /** The number: the sum of all contributions, on this page and the others. */
  readonly total: number;
  /** How many contributions there are on all pages. */
  readonly count: number;
}

export class AskContributions extends Query<ContributionPage> {
  constructor(
    readonly actor: Actor,
    readonly asked: ListContributions,
  ) {
    super();
  }
}

const ORDER = { member: 'occurredOn' } as const;

@QueryHandler(AskContributions)
export class AskContributionsHandler implements IQueryHandler<AskContributions> {
  constructor(
    private readonly ledger: LedgerAnswers,
    @Inject(EVENTS) private readonly events: UpcastingReader,
  ) {}

  async execute({ actor, asked }: AskContributions): Promise<ContributionPage> {
    const { limit = 50, all = false } = asked;
    const { start, ...rest } = pageOf(asked.cursor);
    const question = await this.ledger.question(actor, { ...asked, ...rest });
    const { parts, stopped } = await this.ledger.contributions(question);
    const listed = (all ? parts : withoutCancelled(parts)).toSorted(oldestFirst);
    const items: ToldContribution[] = [];
    for (const contribution of listed.slice(start, start + limit)) items.push(await this.told(contribution));
    const end = start + limit;
    const next = listed.length > end ? cursorOf(ORDER, { value: `${question.position}@${question.occurredUpTo}`, key: String(end) }) : null;
    return { ...basisOf(question, stopped), items, next, total: sumOf(parts), count: listed.length };
  }

  private async told({ of, occurredOn, recordedOn, delta, event }: Contribution): Promise<ToldContribution> {
    const { stream, revision, position } = event;
    for await (const cause of this.events.readStream(stream, { from: revision, to: revision })) {
      return { of, occurredOn, recordedOn, delta, event: { stream, position, ...entryOf(cause, tell) } };
    }
    throw new Error(`the ledger names ${stream}@${revision}, which the log does not have`);
  }
}

interface PageStart {
  readonly start: number;
  readonly position?: string;
  readonly occurredUpTo?: string;
}

/**
 * Where a page starts. Its cursor carries the place of the log and the day of the first page: for these the list never
 * changes, so a number of items is a place in it.
 */
function pageOf(cursor: string | undefined): PageStart {
  if (cursor === undefined) return { start: 0 };
  const { value, key } = afterCursor(cursor, ORDER);
  const [, position, occurredUpTo] = /^(\d{20})@(\d{4}-\d{2}-\d{2})$/.exec(String(value)) ?? [];
  if (position === undefined || occurredUpTo === undefined || !/^\d{1,9}$/.test(key)) throw badCursor();
  return { start: Number(key), position, occurredUpTo };
}
