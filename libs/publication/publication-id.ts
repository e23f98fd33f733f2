import { idFromText } from '#libs/event-sourcing/ids';
import type { PublishedKind } from '#libs/publication/publication.events';

/** Each supervision has one publication, whose stream is its reservation. */
export const publicationIdOf = (kind: PublishedKind, caseId: string): string => idFromText(`publication ${kind} ${caseId}`);
