import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { type PublicationEvent, PUBLISHED_KINDS, type PublishedSubject, type PublishedWords } from '#libs/publication/publication.events';
import { AREA_NAMES } from '#libs/regulation/areas';
import { CONTENT_ITEMS } from '#libs/regulation/codes';

/** What of a supervision everybody may know, before anything is said of its result. */
interface PublicSubject extends Pick<PublishedSubject, 'kind' | 'agencyId' | 'agencyName' | 'agencyType' | 'area' | 'dispatcher' | 'draws' | 'finalOn'> {
  readonly resultId: string;
  readonly kindName: string;
  readonly areaName: string;
  readonly items: readonly { readonly item: string; readonly label: string }[];
}

interface PublicVersion extends PublishedWords {
  readonly visibleFrom: LegalDate;
  /** Why it takes the place of the one before. */
  readonly correction?: string;
}

/** 公示: a result as everybody reads it. */
export interface PublicResult extends PublicSubject, PublicVersion {}

/** The result with each version that was approved; what was withdrawn is gone. */
export interface PublicDocument extends PublicSubject {
  /** From which day something can be read; absent where nothing can. */
  readonly visibleFrom?: LegalDate | undefined;
  readonly approved: readonly PublicVersion[];
}

/** As it can be read on the day: a correction takes the place of what was public before only when its day has come. */
export function resultOn({ approved, visibleFrom: _first, ...subject }: PublicDocument, day: LegalDate): PublicResult | undefined {
  const shown = approved.findLast(({ visibleFrom }) => visibleFrom <= day);
  return shown && { ...subject, ...shown };
}

function opened(resultId: string, data: PublishedSubject): PublicDocument {
  const { kind, agencyId, agencyName, agencyType, area, dispatcher, draws, finalOn } = data;
  const items = data.items.map((item) => ({ item, label: CONTENT_ITEMS[item].label }));
  return { resultId, kind, kindName: PUBLISHED_KINDS[kind], agencyId, agencyName, agencyType, area, areaName: AREA_NAMES[area], dispatcher, draws, finalOn, items, approved: [] };
}

export const publicResults: View<PublicDocument> = {
  name: 'public-results',
  version: 1,
  categories: ['publication'],
  indexes: ['visibleFrom', 'area', 'kind', 'agencyId'],
  keys: (event) => [event.stream.slice('publication-'.length)],
  apply: (document, stored, resultId) => {
    const event = stored as unknown as Recorded<PublicationEvent>;
    if (event.type === 'PublicationDue') return opened(resultId, event.data);
    if (document === null) return null;
    if (event.type === 'PublicationWithdrawn') return { ...document, visibleFrom: undefined, approved: [] };
    if (event.type !== 'PublicationApproved') return document;
    const { findings, guidance, visibleFrom, reason } = event.data;
    const approved = [...document.approved, { findings, guidance, visibleFrom, ...(reason !== undefined && { correction: reason }) }];
    return { ...document, visibleFrom: document.visibleFrom ?? visibleFrom, approved };
  },
};
