/** Primary result codes of SQLite, https://sqlite.org/rescode.html */
export const SQLITE_ERROR = 1;
export const SQLITE_BUSY = 5;
export const SQLITE_FULL = 13;
export const SQLITE_TOOBIG = 18;
export const SQLITE_CONSTRAINT = 19;
export const SQLITE_MISMATCH = 20;

/** Whether an error came from SQLite with one of these primary codes; any code if none is named. */
export function isSqliteError(error: unknown, ...codes: readonly number[]): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  if (code !== 'ERR_SQLITE_ERROR' || typeof errcode !== 'number') return false;
  return codes.length === 0 || codes.includes(errcode & 0xff);
}
