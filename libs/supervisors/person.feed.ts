import type { Feed } from '#libs/event-sourcing/feed';
import type { PersonEvent } from '#libs/supervisors/person.events';

const OF_A_PERSON = '个人的记录不外送';

/** Nothing: the name of the stream itself is a reference to a person. */
export const personFeed: Feed<PersonEvent> = {
  CredentialClaimed: OF_A_PERSON,
  CredentialReleased: OF_A_PERSON,
  BarRecorded: OF_A_PERSON,
  BarReversed: OF_A_PERSON,
};
