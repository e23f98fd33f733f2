import type { DrawKeyEvent } from '#libs/draws/draw-key.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** 抽取公钥: what every record of a draw is compared with. */
export interface DrawKeyEntry {
  readonly publicKey: string;
  readonly announcedOn: LegalDate;
  readonly usableFrom: LegalDate;
  readonly retired: boolean;
  readonly retiredOn?: LegalDate;
  readonly retiredBecause?: string;
}

export const drawKeyRegister: View<DrawKeyEntry> = {
  name: 'draw-keys',
  version: 1,
  categories: ['drawkeys'],
  indexes: ['retired', 'announcedOn'],
  keys: (event) => [(event as unknown as Recorded<DrawKeyEvent>).data.publicKey],
  apply: (entry, stored) => {
    const event = stored as unknown as Recorded<DrawKeyEvent>;
    const day = legalDateOf(event.meta.occurredAt);
    switch (event.type) {
      case 'DrawKeyRegistered':
        return { ...event.data, announcedOn: day, retired: false };
      case 'DrawKeyRetired':
        return entry === null ? null : { ...entry, retired: true, retiredOn: day, retiredBecause: event.data.reason };
    }
  },
};
