import { openLog } from '#apps/cli/src/log';
import { type Answer, Usage } from '#apps/cli/src/output';
import type { LegalDate } from '#libs/event-sourcing/event';
import { upcastingReader, type UpcastingReader } from '#libs/event-sourcing/upcasting';
import { DIMENSIONS, type DimensionName } from '#libs/oversight/ledger.dimensions';
import type { Cell } from '#libs/oversight/ledger.metric';
import { type ListedMetric, METRICS } from '#libs/oversight/ledger.metrics';
import { type Rate, type RatePart, RATES } from '#libs/oversight/ledger.rates';
import { type Contribution, contributionsIn, oldestFirst, type Question, rowsOf, sumOf, withoutCancelled } from '#libs/oversight/ledger.numbers';
import { foldLedger, type FoldedLedger } from '#libs/oversight/ledger.reader';
import { chineseDate, isLegalDate } from '#libs/regulation/legal-date';
import { UPCASTERS } from '#libs/record/record';
import { tell } from '#libs/record/tellings';

export interface NumberOptions {
  readonly by?: string | undefined;
  readonly area?: string | undefined;
  /** Day on which it had happened. */
  readonly asOf?: string | undefined;
  /** Day on which it was written down. */
  readonly recorded?: string | undefined;
  readonly events?: boolean | undefined;
}

interface Told {
  readonly lines: readonly string[];
  readonly json: object;
  readonly total: number;
}

const named = (name: string): ListedMetric | Rate => {
  const found = [...METRICS, ...RATES].find((known) => known.name === name);
  if (found === undefined) throw new Usage(`no metric ${name}; there are: ${[...METRICS, ...RATES].map((known) => known.name).join(', ')}`);
  return found;
};

const metricOf = (part: RatePart): ListedMetric => {
  const found = named(part.metric);
  if (!('dimensions' in found)) throw new Error(`${part.metric} is no metric`);
  return found;
};

function checkedDay(text: string): LegalDate {
  if (!isLegalDate(text)) throw new Usage(`not a date (YYYY-MM-DD): ${text}`);
  return text;
}

function dimensionsIn(by: string | undefined, { name, dimensions }: ListedMetric): readonly DimensionName[] {
  const known: readonly string[] = ['area', ...dimensions];
  const asked = by === undefined ? [] : by.split(',');
  const strange = asked.find((dimension) => !known.includes(dimension));
  if (strange !== undefined) throw new Usage(`${name} has no dimension ${strange}; it has: ${known.join(', ')}`);
  return asked as readonly DimensionName[];
}

function areaIn(area: string | undefined): Cell {
  if (area === undefined) return {};
  if (!DIMENSIONS.area.codes.includes(area)) throw new Usage(`no area ${area}; there are: ${DIMENSIONS.area.codes.join(', ')}`);
  return { area };
}

const nameOf = (dimension: DimensionName, code: string | undefined): string => (DIMENSIONS[dimension].names as Readonly<Record<string, string>>)[code ?? ''] ?? '';
const rowLine = (of: Cell, by: readonly DimensionName[], number: number): string => [...by.map((name) => nameOf(name, of[name])), number].join('\t');
const signed = (delta: number): string => (delta > 0 ? `+${delta}` : String(delta));

async function eventLines(log: UpcastingReader, contributions: readonly Contribution[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { occurredOn, delta, event } of contributions.toSorted(oldestFirst)) {
    for await (const cause of log.readStream(event.stream, { from: event.revision, to: event.revision })) {
      lines.push(`${occurredOn}  ${signed(delta)}  ${tell(cause)}  ${event.stream}@${event.revision}`);
    }
  }
  return lines;
}

async function tellNumber(log: UpcastingReader, { documents, position }: FoldedLedger, question: Question, { by, events }: NumberOptions): Promise<Told> {
  const { metric, where, occurredUpTo = '', recordedUpTo } = question;
  const dimensions = dimensionsIn(by, metric);
  const contributions = documents.flatMap((document) => contributionsIn(document, question));
  const total = sumOf(contributions);
  const rows = dimensions.length === 0 ? [] : rowsOf(contributions, dimensions, where);
  const opened = events === true ? withoutCancelled(contributions) : [];
  const known = recordedUpTo === undefined ? '' : `,以${chineseDate(recordedUpTo)}前所记为限`;
  const lines = [
    `${metric.label}(${metric.name})`,
    `口径:${metric.definition}`,
    `截至${chineseDate(occurredUpTo)}${known},事件位置${position ?? '无'}`,
    ...rows.map(({ of, number }) => rowLine(of, dimensions, number)),
    `合计\t${total}${metric.unit}`,
    ...(await eventLines(log, opened)),
  ];
  const { name, label, unit, definition } = metric;
  return { lines, total, json: { metric: name, label, unit, definition, where, occurredUpTo, recordedUpTo, position, rows, total, ...(events === true && { contributions: opened }) } };
}

/** A number of the ledger, folded from the log itself: `number METRIC`; a rate is told as its two numbers. */
export async function number(dataDir: string, [name]: readonly string[], today: LegalDate, options: NumberOptions): Promise<Answer> {
  if (name === undefined) throw new Usage('number METRIC');
  const asked = named(name);
  const { area, asOf, recorded } = options;
  const recordedUpTo = recorded === undefined ? undefined : checkedDay(recorded);
  const occurredUpTo = asOf === undefined ? (recordedUpTo ?? today) : checkedDay(asOf);
  const parts: readonly RatePart[] = 'numerator' in asked ? [asked.numerator, asked.denominator] : [{ metric: asked.name, where: {} }];
  const questions = parts.map((part): Question => ({ metric: metricOf(part), where: { ...part.where, ...areaIn(area) }, occurredUpTo, recordedUpTo }));
  const log = upcastingReader(await openLog(dataDir), UPCASTERS);
  try {
    const ledger = await foldLedger(log);
    const told: Told[] = [];
    for (const question of questions) told.push(await tellNumber(log, ledger, question, options));
    return answerOf(asked, told);
  } finally {
    await log.close();
  }
}

function answerOf(asked: ListedMetric | Rate, told: readonly Told[]): Answer {
  const [first, second] = told;
  if (first === undefined || second === undefined || !('numerator' in asked)) return { ok: true, lines: first?.lines ?? [], json: first?.json };
  const { name, label, definition } = asked;
  const head = [`${label}(${name}):${first.total} ÷ ${second.total}`, `口径:${definition}`];
  return { ok: true, lines: [...head, '', ...first.lines, '', ...second.lines], json: { rate: name, label, definition, numerator: first.json, denominator: second.json } };
}
