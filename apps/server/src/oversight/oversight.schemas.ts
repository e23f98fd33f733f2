import { DIMENSION_NAMES, DIMENSIONS } from '#libs/oversight/ledger.dimensions';
import { METRICS } from '#libs/oversight/ledger.metrics';

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const day = { type: 'string', format: 'date' } as const;
const instant = { type: 'string', format: 'date-time' } as const;
const list = (items: object) => ({ type: 'array', items });
const object = (required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}) => ({
  type: 'object', required: Object.keys(required), properties: { ...required, ...optional },
});

const metricName = { type: 'string', enum: METRICS.map(({ name }) => name) };
const dimensionName = { type: 'string', enum: [...DIMENSION_NAMES] };
const codes = Object.fromEntries(DIMENSION_NAMES.map((name) => [name, { type: 'string', enum: [...DIMENSIONS[name].codes], description: DIMENSIONS[name].label }]));
const cell = { type: 'object', properties: codes };
const row = (numbers: Readonly<Record<string, object>>) => ({ type: 'object', required: Object.keys(numbers), properties: { ...codes, ...numbers } });

const window = { occurredAfter: day, occurredUpTo: day, recordedAfter: day, recordedUpTo: day };
const basis = {
  metric: metricName,
  label: text,
  unit: text,
  definition: { ...text, description: '口径' },
  where: { ...cell, description: 'Codes to which the number is narrowed, the area of the reader among them' },
  position: { type: ['string', 'null'], description: 'Place of the log that the answer rests on' },
  stopped: { ...whole, description: 'Records that stopped at a fact that could not be folded: what came later of them is missing' },
};
const compared = { before: whole, after: whole, change: whole };
const part = object({ metric: metricName, where: cell });

export const metricsSchema = object({
  metrics: list(
    object({
      name: metricName, label: text, unit: text, definition: text,
      kind: { type: 'string', enum: ['LEVEL', 'FLOW'], description: 'LEVEL: how many there are on a day; FLOW: how many there have been' },
      dimensions: list(object({ name: dimensionName, label: text, codes: list(object({ code: text, name: text })) })),
    }),
  ),
  rates: list(object({ name: text, label: text, unit: text, definition: text, numerator: part, denominator: part })),
});

const real = { type: 'number' } as const;
const spread = {
  ...object({ count: whole, never: whole, least: whole, most: whole, mean: real, variance: real, chiSquare: { type: ['number', 'null'], description: 'About count - 1 where chance alone decides; null of scores' } }),
  description: 'Of a number by how often or by score: how much those who are counted differ',
};

export const numbersSchema = object({ ...basis, by: list(dimensionName), rows: list(row({ number: whole })), total: whole }, { ...window, spread });

export const differenceSchema = object({
  ...basis,
  by: list(dimensionName),
  clock: { type: 'string', enum: ['occurred', 'recorded'] },
  from: day,
  to: day,
  rows: list(row(compared)),
  total: object(compared),
  opens: { type: 'object', properties: window, description: 'Bounds for the contributions that add up to the change' },
});

const event = object({
  stream: text, position: text, revision: whole, type: text, sentence: text, occurredAt: instant, recordedAt: instant,
  actor: text, role: text, organisation: text, rules: list(text), eventId: text, causationId: text,
});

export const contributionsSchema = object(
  {
    ...basis,
    items: list(object({ of: cell, occurredOn: { ...day, description: 'Day from which it counts' }, recordedOn: day, delta: whole, event })),
    next: { type: ['string', 'null'], description: 'Cursor of the next page' },
    total: { ...whole, description: 'The sum of all contributions: the number' },
    count: { ...whole, description: 'How many contributions there are on all pages' },
  },
  window,
);
