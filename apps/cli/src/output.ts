import type { ChainReport } from '#libs/proof/hash-chain';

/** What a command found: lines for a person, one value for a program, and whether it is as it should be. */
export interface Answer {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}

export const chainLine = ({ bad, events, streams }: ChainReport): string =>
  bad === undefined ? `✔ ${events} 个事件、${streams} 个流,哈希链完整` : `✘ ${bad.stream}@${bad.revision} ${bad.sentence}`;

/** The caller's mistake: said in one line, exit 2. */
export class Usage extends Error {}

export function print({ lines, json }: Answer, asJson: boolean): void {
  showProgress('');
  if (asJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  else for (const line of lines) process.stdout.write(`${line}\n`);
}

/** Progress on one line of a terminal; elsewhere nothing, so that pipes stay clean. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001B[K`);
}
