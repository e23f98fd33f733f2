import { readFileSync } from 'node:fs';
import { Usage } from '#apps/cli/src/output';
import type { RecordedEvent } from '#libs/event-sourcing/event';

/** @throws Usage where there is no such file */
export function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Usage(`${file} cannot be read`, { cause: error });
  }
}

/** An event as `export` writes it: the two texts are the stored bytes. */
export type ExportedEvent = Pick<RecordedEvent, 'stream' | 'revision' | 'position' | 'id' | 'type' | 'dataText' | 'metaText'>;

const MEMBERS: Readonly<Record<keyof ExportedEvent, string>> = { stream: 'string', revision: 'number', position: 'string', id: 'string', type: 'string', dataText: 'string', metaText: 'string' };

function exportedEvent(value: unknown): ExportedEvent | undefined {
  const isEvent = typeof value === 'object' && value !== null && Object.entries(MEMBERS).every(([member, type]) => typeof value[member as never] === type);
  return isEvent ? (value as ExportedEvent) : undefined;
}

/** What `export` wrote, with `--json` or without. @throws Usage for any other file */
export function exportedEvents(file: string): readonly ExportedEvent[] {
  const text = textOf(file).trim();
  const parsed = (json: string): unknown => {
    try {
      return JSON.parse(json);
    } catch {
      return undefined;
    }
  };
  const whole = parsed(text);
  const rows = (Array.isArray(whole) ? whole : text.split('\n').map(parsed)).map(exportedEvent);
  const strange = rows.indexOf(undefined);
  if (strange >= 0) throw new Usage(`${file} is no exported stream: entry ${strange + 1}`);
  return rows as readonly ExportedEvent[];
}
