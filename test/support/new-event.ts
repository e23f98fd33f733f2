import type { EventMeta, NewEvent } from '#libs/event-sourcing/event';

const NO_HASH = '0'.repeat(64);

export const testMeta: EventMeta = {
  schemaVersion: '1',
  occurredAt: '2026-11-24T00:30:00.000Z',
  recordedAt: '2026-11-24T00:30:00.000Z',
  command: 'DoSomething',
  commandId: '01930000-0000-7000-8000-000000000001',
  commandHash: NO_HASH,
  causationId: '01930000-0000-7000-8000-000000000001',
  correlationId: '01930000-0000-7000-8000-000000000001',
  actor: 'person-1',
  role: 'dispatcher',
  organisation: '350000',
  basis: 'R1-1',
  area: '350100',
  prevHash: NO_HASH,
  hash: NO_HASH,
};

let made = 0;

/** A UUID that no other event of this process has. */
export const nextEventId = (): string => `00000000-0000-4000-8000-${(made += 1).toString(16).padStart(12, '0')}`;

export interface EventParts {
  readonly id?: string;
  readonly type?: string;
  readonly data?: object;
  readonly meta?: Partial<EventMeta>;
}

/** An event to append, with every member of its metadata; `id` is new unless given. */
export const newEvent = ({ id = nextEventId(), type = 'SomethingHappened', data = {}, meta = {} }: EventParts = {}): NewEvent => ({
  id,
  type,
  data,
  meta: { ...testMeta, ...meta },
});

export const newEvents = (count: number, data: (index: number) => object = (index) => ({ index })): readonly NewEvent[] =>
  Array.from({ length: count }, (_, index) => newEvent({ data: data(index) }));
