import type { CloudEvent } from '#libs/record/cloud-event';

/** In characters: a frame is closed when it has reached this. */
const FRAME = 32 * 1024;

/** Events as the text of Server-Sent Events, in frames that are written one at a time. */
export function framesOf(events: readonly CloudEvent[]): readonly Buffer[] {
  const frames: Buffer[] = [];
  let text = '';
  for (const event of events) {
    text += `id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`;
    if (text.length < FRAME) continue;
    frames.push(Buffer.from(text));
    text = '';
  }
  return text === '' ? frames : [...frames, Buffer.from(text)];
}
