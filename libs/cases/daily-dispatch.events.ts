import type { DrawnMember, Member } from '#libs/cases/case-group.events';
import type { Fact } from '#libs/event-sourcing/event';
import type { ExclusionReason } from '#libs/regulation/own-codes';

/** A role in the session, given with the dispatch: nobody has two (R3.6-2). */
interface WithRole extends Member {
  readonly sessionId: string;
  /** Claim in the stream `sessionroles-<sessionId>`. */
  readonly claimNo: number;
}

/** 委派: the drawn supervisor may be sent on every day of the session. */
export type SupervisorDispatched = Fact<'SupervisorDispatched', WithRole>;

/** 撤回委派: the supervisor declined, did not answer, was recused or found ineligible, or the supervision was cancelled. */
export type DispatchWithdrawn = Fact<'DispatchWithdrawn', WithRole>;

/** 已不具备委派条件: drawn, but not to be sent on some day of the session; a substitute is asked for. */
export type SupervisorFoundIneligible = Fact<'SupervisorFoundIneligible', DrawnMember & { readonly reasons: readonly ExclusionReason[] }>;

export type DispatchEvent = SupervisorDispatched | DispatchWithdrawn | SupervisorFoundIneligible;
