import type { LegalDate } from '#libs/event-sourcing/event';
import { parameter } from '#libs/regulation/parameters';

export interface GroupCount {
  /** Members of the formed group who have neither left nor been recused. */
  readonly members: number;
  readonly leaderIsThere: boolean;
  /** The group was formed under a recorded exception. */
  readonly excepted: boolean;
}

/** Whether a formed group may still act: it has its leader, and three members, or two under a recorded exception. */
export const stands = ({ members, leaderIsThere, excepted }: GroupCount, on: LegalDate): boolean =>
  leaderIsThere && members >= parameter(excepted ? 'group.exceptionMinimum' : 'group.size', on);
