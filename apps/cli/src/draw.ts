import { join } from 'node:path';
import { bytesToHex } from '@noble/hashes/utils.js';
import { textOf } from '#apps/cli/src/input';
import { openLog } from '#apps/cli/src/log';
import { type Answer, Usage } from '#apps/cli/src/output';
import { recordOf } from '#libs/draws/draw-export';
import { type DrawFile, drawFile } from '#libs/draws/draw-file.view';
import { drawRecordText } from '#libs/draws/draw-record';
import { parseDrawRecord } from '#libs/draws/draw-record-reader';
import { verifyDraw } from '#libs/draws/verify-draw';
import { upcastingReader } from '#libs/event-sourcing/upcasting';
import { readSecretKey } from '#libs/proof/secret-key-file';
import { UPCASTERS } from '#libs/record/record';
import { SettingsTable } from '#libs/stores/settings-table';

/** Re-runs a draw offline from its exported record: `draw verify FILE [--key HEX]`. */
export function verify([file]: readonly string[], key: string | undefined): Answer {
  if (file === undefined) throw new Usage('draw verify FILE');
  const verdict = verifyDraw(parseDrawRecord(textOf(file)), { publicKey: key });
  const lines = verdict.checks.map(({ ok, warning, sentence }) => `${ok ? (warning === true ? '!' : '✔') : '✘'} ${sentence}`);
  return { ok: verdict.ok, lines: [...lines, verdict.ok ? '抽取结果复核一致' : '抽取结果复核不一致'], json: verdict };
}

/** The record of a completed draw, from the log itself: `draw export DRAW_ID`. */
export async function exportDraw(dataDir: string, [drawId]: readonly string[]): Promise<Answer> {
  if (drawId === undefined) throw new Usage('draw export DRAW_ID');
  const log = upcastingReader(await openLog(dataDir), UPCASTERS);
  let file: DrawFile | null = null;
  for await (const event of log.readStream(`draw-${drawId}`)) file = drawFile.apply(file, event, drawId);
  await log.close();
  if (file === null) throw new Usage(`no draw ${drawId}`);
  const record = recordOf(file);
  if (record === undefined) throw new Usage(`draw ${drawId} is not completed`);
  return { ok: true, lines: [drawRecordText(record).trimEnd()], json: record };
}

/** The public key under which this server draws, to be announced: `draw key`. @throws BadSettings */
export function key(dataDir: string): Answer {
  const table = new SettingsTable(process.env);
  const file = table.text('DRAW_KEY_FILE', join(dataDir, 'draw.key'), (value) => (value === '' ? '不得为空' : undefined));
  table.check();
  const publicKey = bytesToHex(readSecretKey(file).publicKey);
  return { ok: true, lines: [publicKey], json: { publicKey } };
}
