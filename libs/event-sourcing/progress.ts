/** How far a rebuild has come. */
export interface Progress {
  readonly events: number;
  /** Part of the log that is folded, 0 to 1. */
  readonly part: number;
  /** Documents that stopped at an event they could not fold. */
  readonly parked: number;
}

/** `0 stopped · 40 % · 25000 events/s · 12 s left`, after so many seconds. */
export function progressText({ events, part, parked }: Progress, seconds: number): string {
  const rate = seconds === 0 ? 0 : Math.round(events / seconds);
  const left = part === 0 ? '?' : Math.ceil((seconds / part) * (1 - part));
  return `${parked} stopped · ${Math.round(part * 100)} % · ${rate} events/s · ${left} s left`;
}
