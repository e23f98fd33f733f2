import { derivedId, idFromText } from '#libs/event-sourcing/ids';
import type { NewEvent } from '#libs/event-sourcing/event';
import { link } from '#libs/proof/hash-chain';

export interface Registration {
  readonly stream: string;
  readonly event: NewEvent;
}

/** An agency's registration as the server would write it: its id sorts by time, about 170 B of data, 900 B of metadata. */
export function registration(at: number): Registration {
  const instant = '2026-03-02T02:00:00.000Z';
  const time = (Date.parse(instant) + at).toString(16).padStart(12, '0');
  const id = derivedId(time, 'agency');
  const stream = `agency-${id}`;
  const data = { name: `样例机构${at}`, agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05', area: '3501' };
  const meta = {
    schemaVersion: '1', occurredAt: instant, recordedAt: instant, command: 'RegisterAgency', commandId: id, commandHash: '0'.repeat(64), causationId: id,
    correlationId: id, actor: 'p-fuzhou', role: 'MUNICIPAL_CENTER', organisation: '3501', basis: 'R1.5-2 R1.5-3', area: '3501',
  };
  return { stream, event: link(stream, 0, undefined, { id: idFromText(`event ${at}`), type: 'AgencyRegistered', data, meta }) };
}

export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
