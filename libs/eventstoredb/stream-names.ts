/**
 * A server may carry several logs, and always carries streams of its own. A log is the streams whose names begin with its
 * name and a dot: `dudao.case-1` is `case-1` of the log `dudao`. Whatever else is on the server never surfaces.
 */
export interface StreamNames {
  /** Begins the name of every stream of this log. */
  readonly prefix: string;
  /** Holds one event, which names the log; it is none of the log's own streams. */
  readonly identity: string;
  readonly onServer: (stream: string) => string;
  /** Name within this log; undefined for a stream that is not of it. */
  readonly inLog: (serverStream: string) => string | undefined;
}

/** @throws RangeError for a name that could be the beginning of another log's */
export function streamNames(log: string): StreamNames {
  if (!/^[\w-]+$/.test(log)) throw new RangeError(`${JSON.stringify(log)} cannot name a log: letters, digits, _ and - only`);
  const prefix = `${log}.`;
  return {
    prefix,
    identity: log,
    onServer: (stream) => prefix + stream,
    inLog: (serverStream) => (serverStream.startsWith(prefix) ? serverStream.slice(prefix.length) : undefined),
  };
}
