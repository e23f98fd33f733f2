import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { PublicationDue, PublicationEvent, PublicationProposed, PublishedSubject } from '#libs/publication/publication.events';
import type { Deadline } from '#libs/regulation/deadline';

export const PUBLICATION_STATES = { DUE: '待公开', PROPOSED: '待批准', RETURNED: '已退回', APPROVED: '已批准公开', WITHDRAWN: '已撤回' } as const;
export type PublicationStateName = keyof typeof PUBLICATION_STATES;

/** What the rules ask of a publication. */
export interface Publication extends PublishedSubject {
  readonly state: PublicationStateName;
  readonly due: Deadline;
  readonly overdue: boolean;
  /** Number of proposals. */
  readonly versions: number;
  /** Waits for a second person; `by`: reference of who proposed it. */
  readonly proposal?: (PublicationProposed['data'] & { readonly by: string }) | undefined;
  /** Whether something was ever approved. */
  readonly wasApproved: boolean;
  /** What everybody can read, from which day on; absent before the first approval and after a withdrawal. */
  readonly visible?: { readonly version: number; readonly from: LegalDate } | undefined;
}

export type PublicationState = Publication | undefined;

const opened = (data: PublicationDue['data']): Publication => ({ ...data, state: 'DUE', overdue: false, versions: 0, wasApproved: false });

export function evolvePublication(state: PublicationState, event: Recorded<PublicationEvent>): PublicationState {
  if (event.type === 'PublicationDue') return opened(event.data);
  return state === undefined ? undefined : { ...state, ...changeBy(state, event) };
}

function changeBy({ visible }: Publication, event: Exclude<Recorded<PublicationEvent>, { readonly type: 'PublicationDue' }>): Partial<Publication> {
  switch (event.type) {
    case 'PublicationProposed':
      return { state: 'PROPOSED', versions: event.data.version, proposal: { ...event.data, by: event.meta.actor } };
    case 'PublicationReturned':
      return { state: visible === undefined ? 'RETURNED' : 'APPROVED', proposal: undefined };
    case 'PublicationApproved':
      return { state: 'APPROVED', proposal: undefined, wasApproved: true, visible: { version: event.data.version, from: event.data.visibleFrom } };
    case 'PublicationWithdrawn':
      return { state: 'WITHDRAWN', proposal: undefined, visible: undefined };
    case 'PublicationOverdue':
      return { overdue: true };
    case 'PublicationDueRecomputed':
      return { due: event.data.after };
  }
}
