import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import type { CloudEvent } from '#libs/record/cloud-event';
import { SseReader } from '#test/support/sse-reader';

/**
 * A service that follows the feed at the first argument under the token of the second into the file of the third: what it
 * received and how far it is are one line. Prints a line for each. It never ends by itself.
 */
const [url = '', token = '', file = ''] = process.argv.slice(2);
const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
// What a kill cut off in the middle was not received.
const whole = kept.slice(0, kept.lastIndexOf('\n') + 1);
if (kept !== whole) truncateSync(file, Buffer.byteLength(whole));
const before = whole.split('\n').at(-2);
let last = before === undefined ? '' : (JSON.parse(before) as CloudEvent).position;
for (;;) {
  const reader = await SseReader.open(url, { authorization: `Bearer ${token}`, 'last-event-id': last });
  for (let at = 0; ; at += 1) {
    const event = (await reader.saw(at + 1))[at];
    if (event === undefined) break;
    appendFileSync(file, `${JSON.stringify(event)}\n`);
    last = event.position;
    process.stdout.write(`${last}\n`);
  }
}
