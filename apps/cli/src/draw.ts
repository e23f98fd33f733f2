import { readFileSync } from 'node:fs';
import { type Answer, Usage } from '#apps/cli/src/output';
import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { verifyDraw } from '#libs/draws/verify-draw';

/** Re-runs a draw offline from its exported record: `draw verify FILE [--key HEX]`. */
export function verify([file]: readonly string[], key: string | undefined): Answer {
  if (file === undefined) throw new Usage('draw verify FILE');
  const verdict = verifyDraw(parseDrawRecord(readFileSync(file, 'utf8')), { publicKey: key });
  const lines = verdict.checks.map(({ ok, warning, sentence }) => `${ok ? (warning === true ? '!' : '✔') : '✘'} ${sentence}`);
  return { ok: verdict.ok, lines: [...lines, verdict.ok ? '抽取结果复核一致' : '抽取结果复核不一致'], json: verdict };
}
