import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import type { ViolationBookEvent } from '#libs/agencies/violation-book.events';
import { EMPTY_BOOK, evolveViolationBook, type ViolationBook } from '#libs/agencies/violation-book.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { AgencyGround } from '#libs/regulation/codes';

/** What one sanction case does to its agency. */
export interface CaseStanding {
  readonly grounds: readonly AgencyGround[];
  /** The hold, from its first instant; `until` is the first instant after it. */
  readonly hold?: { readonly from: Instant; readonly until?: Instant };
  readonly criticised?: boolean;
  readonly revoked?: boolean;
}

/** What all sanction cases about one agency do to it. None: it operates normally. */
export type AgencyStanding = readonly CaseStanding[];

/** 机构状态 */
export const STANDINGS = { NORMAL: '正常', ON_HOLD: '暂缓操作', CRITICISED: '通报批评(仍暂缓)', REVOKED: '取消资格' } as const;
export type StandingName = keyof typeof STANDINGS;

export const NO_EFFECT: CaseStanding = { grounds: [] };

function ended(standing: CaseStanding, until: Instant): CaseStanding {
  const { criticised: _over, ...rest } = standing;
  return rest.hold === undefined || rest.hold.until !== undefined ? rest : { ...rest, hold: { ...rest.hold, until } };
}

export function evolveCaseStanding(standing: CaseStanding, event: Recorded<AgencySanctionEvent>): CaseStanding {
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'PlatformOperationHeld':
      return { ...standing, grounds: event.data.grounds, hold: { from: at } };
    case 'AgencyCriticised':
      return { ...standing, grounds: event.data.grounds, hold: standing.hold ?? { from: at }, criticised: true };
    case 'QualificationRevoked':
      return { ...standing, grounds: event.data.grounds, revoked: true };
    case 'PlatformOperationResumed':
      return ended(standing, at);
    case 'SanctionWithdrawn':
      return { ...ended(standing, at), grounds: [] };
    default:
      return standing;
  }
}

/** The hold in effect at the instant that began first; undefined where the agency operates normally. */
export const holdSince = (standing: AgencyStanding, at: Instant): Instant | undefined =>
  standing.flatMap(({ hold }) => (hold !== undefined && hold.from <= at && (hold.until === undefined || at < hold.until) ? [hold.from] : [])).sort()[0];

/** Whether the platform's normal operation is held at the instant: no new plans, trainings and sessions, no start of a session. */
export const isHeldOn = (standing: AgencyStanding, at: Instant): boolean => holdSince(standing, at) !== undefined;

/** Whether the qualification was revoked: for ever, and all of it. */
export const isRevoked = (standing: AgencyStanding): boolean => standing.some(({ revoked }) => revoked === true);

export function standingOn(standing: AgencyStanding, at: Instant): StandingName {
  if (isRevoked(standing)) return 'REVOKED';
  if (standing.some(({ criticised }) => criticised === true)) return 'CRITICISED';
  return isHeldOn(standing, at) ? 'ON_HOLD' : 'NORMAL';
}

/** The `gather` of a command that an agency may not give while it is on hold. */
export async function gatherStanding(agencyId: string, lookup: Lookup): Promise<AgencyStanding> {
  const book = await lookup.fold<ViolationBook, ViolationBookEvent>(`violations-${agencyId}`, EMPTY_BOOK, evolveViolationBook);
  return Promise.all(book.map((sanctionId) => lookup.fold<CaseStanding, AgencySanctionEvent>(`agencysanction-${sanctionId}`, NO_EFFECT, evolveCaseStanding)));
}
