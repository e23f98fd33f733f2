import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { PublicationEvent } from '#libs/publication/publication.events';
import { evolvePublication, type Publication, PUBLICATION_STATES } from '#libs/publication/publication.evolve';

/** 公开卷: one document a supervision whose result is final, for the centres. */
export interface PublicationFile extends Publication {
  readonly publicationId: string;
  readonly stateName: string;
  /** Until when it is to be published; absent once it was. */
  readonly dueAt?: Instant | undefined;
}

export const publicationFile: View<PublicationFile> = {
  name: 'publication-file',
  version: 1,
  categories: ['publication'],
  indexes: ['area', 'dispatcher', 'kind', 'caseId', 'agencyId', 'state', 'overdue', 'dueAt', 'finalOn'],
  keys: (event) => [event.stream.slice('publication-'.length)],
  apply: (file, stored, publicationId) => {
    const publication = evolvePublication(file ?? undefined, stored as unknown as Recorded<PublicationEvent>);
    if (publication === undefined) return null;
    const { state, due, wasApproved } = publication;
    return { ...publication, publicationId, stateName: PUBLICATION_STATES[state], dueAt: wasApproved ? undefined : due.dueAt };
  },
};
