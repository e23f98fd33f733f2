import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Reaction } from '#libs/event-sourcing/reaction';
import { publicationIdOf } from '#libs/publication/publication-id';
import type { PublishedKind } from '#libs/publication/publication.events';

const FINAL: Readonly<Record<string, PublishedKind>> = {
  CaseClosed: 'SPECIAL', NoMeasureDecided: 'DAILY', DailySupervisionClosed: 'DAILY',
} satisfies Partial<Record<(CaseEvent | DailyEvent)['type'], PublishedKind>>;

/** A result that is final is to be published. */
export const resultsArePublished: Reaction = {
  name: 'results-are-published',
  categories: ['case', 'daily'],
  requests: ({ type, stream }) => {
    const kind = FINAL[type];
    if (kind === undefined) return [];
    const caseId = stream.slice(stream.indexOf('-') + 1);
    return [{ name: 'OpenPublication', target: publicationIdOf(kind, caseId), body: { kind, caseId } }];
  },
};
