import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { contributionsOf, type Part } from '#libs/oversight/ledger.numbers';
import { ledgerDocuments } from '#libs/oversight/ledger.reader';

/** Every number of one category by day and cell, so that any question about it is a short sum. */
type DaySums = readonly Part[];

const keyOf = ({ metric, of, occurredOn, recordedOn }: Part): string => [metric, occurredOn, recordedOn, ...Object.values(of)].join(' ');

async function sumDays(views: Pick<ViewReader, 'find'>, category: string, position: GlobalPosition | undefined): Promise<DaySums> {
  const sums = new Map<string, Part>();
  for await (const document of ledgerDocuments(views, { category }, position)) {
    for (const { event: _cause, record: _record, ...part } of contributionsOf(document, position)) {
      const key = keyOf(part);
      sums.set(key, { ...part, delta: part.delta + (sums.get(key)?.delta ?? 0) });
    }
  }
  return [...sums.values()].filter(({ delta }) => delta !== 0);
}

/** Keeps the sums of the latest place of the log that was asked for: a dashboard asks many questions about one place. */
export class LedgerDays {
  private readonly latest = new Map<string, { readonly position: GlobalPosition | undefined; readonly sums: Promise<DaySums> }>();

  constructor(private readonly views: Pick<ViewReader, 'find'>) {}

  /** @throws ViewBehind */
  of(category: string, position: GlobalPosition | undefined): Promise<DaySums> {
    const known = this.latest.get(category);
    if (known !== undefined && known.position === position) return known.sums;
    const sums = sumDays(this.views, category, position);
    if ((position ?? '') < (known?.position ?? '')) return sums;
    this.latest.set(category, { position, sums });
    sums.catch(() => {
      if (this.latest.get(category)?.sums === sums) this.latest.delete(category);
    });
    return sums;
  }

  /** What is known may have been made of documents that are not whole. */
  forget(): void {
    this.latest.clear();
  }
}
