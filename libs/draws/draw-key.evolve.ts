import type { DrawKeyEvent } from '#libs/draws/draw-key.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';

export interface DrawKey {
  readonly publicKey: string;
  readonly usableFrom: LegalDate;
  readonly retired: boolean;
}

/** In the order in which they were announced. */
export type DrawKeys = readonly DrawKey[];

export function evolveDrawKeys(keys: DrawKeys, event: Recorded<DrawKeyEvent>): DrawKeys {
  switch (event.type) {
    case 'DrawKeyRegistered':
      return [...keys, { ...event.data, retired: false }];
    case 'DrawKeyRetired':
      return keys.map((key) => (key.publicKey === event.data.publicKey ? { ...key, retired: true } : key));
  }
}

export const keyIn = (keys: DrawKeys, publicKey: string): DrawKey | undefined => keys.find((key) => key.publicKey === publicKey);

export const isRetired = (keys: DrawKeys, publicKey: string): boolean => keyIn(keys, publicKey)?.retired === true;

/** The key of the draws of a day: the latest of those that were announced long enough. Nobody chooses. */
export const keyOn = (keys: DrawKeys, on: LegalDate): DrawKey | undefined => keys.findLast(({ usableFrom, retired }) => usableFrom <= on && !retired);
