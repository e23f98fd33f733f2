import { theCenter } from '#libs/access/bearers';
import { due, type Matter, once, todoSource } from '#libs/event-sourcing/todo';
import type { PublicationEvent } from '#libs/publication/publication.events';
import type { Area } from '#libs/regulation/areas';

/** A result that is to be published. */
interface PublicationMatter extends Matter {
  readonly dispatcher: Area;
}

const matter = (before: PublicationMatter | undefined, event: PublicationEvent): PublicationMatter | undefined =>
  event.type === 'PublicationDue' ? { title: `${event.data.agencyName} 督导结果公开`, area: event.data.area, dispatcher: event.data.dispatcher } : before;

const falls = ({ dispatcher }: PublicationMatter) => theCenter(dispatcher);

export const publicationTodos = todoSource<PublicationEvent, PublicationMatter>({
  category: 'publication',
  path: 'publications',
  matter,
  todos: {
    ProposePublication: { label: '拟定公开内容', falls, opens: { PublicationDue: due('due'), PublicationReturned: once }, moves: { PublicationDueRecomputed: ({ after }) => after }, ends: ['PublicationProposed'] },
    ApprovePublication: { label: '批准或者退回公开内容', falls, opens: { PublicationProposed: once }, ends: ['PublicationApproved', 'PublicationReturned'] },
  },
});
