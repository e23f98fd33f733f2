import { escaped } from '#apps/server/src/http/plain-input';

/** What became of one place of a document. A member that was or is absent is left out. */
export interface Change {
  /** JSON Pointer */
  readonly path: string;
  readonly old?: unknown;
  readonly new?: unknown;
}

/** Places at which two JSON documents differ, as deep as both have the same kind of value. Lists are compared place by place. */
export function differences(before: unknown, after: unknown, path = ''): readonly Change[] {
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) {
    return Object.is(before, after) ? [] : [change(path, before, after)];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], `${path}/${escaped(key)}`));
}

type Container = Readonly<Record<string, unknown>>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const change = (path: string, before: unknown, after: unknown): Change => ({
  path,
  ...(before !== undefined && { old: before }),
  ...(after !== undefined && { new: after }),
});
