import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What costs much and is the same in every spec of a run, as JSON: made where it is asked for first, read by the others. */
export function onceARun<T>(name: string, make: () => T): T {
  const path = join(process.env['RUN_FOLDER'] ?? '', `${name}.json`);
  if (!existsSync(path)) {
    const own = `${path}.${process.pid}`;
    writeFileSync(own, JSON.stringify(make()));
    renameSync(own, path);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
