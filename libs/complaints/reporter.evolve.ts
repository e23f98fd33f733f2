import type { AccessPurpose, ReporterEvent, ReporterSealed } from '#libs/complaints/reporter.events';
import type { Instant, Recorded } from '#libs/event-sourcing/event';

interface AccessRequest {
  /** Reference of who asked. */
  readonly by: string;
  readonly accessPurpose: AccessPurpose;
  readonly reason: string;
  /** Set by the approval. */
  readonly until?: Instant;
}

export interface Reporter {
  /** Everything that was sealed, the latest last. */
  readonly seals: readonly ReporterSealed['data'][];
  readonly erased: boolean;
  /** What was asked for and neither denied nor used. */
  readonly request?: AccessRequest | undefined;
  readonly erasure?: { readonly by: string; readonly reason: string };
}

export type ReporterState = Reporter | undefined;

export const NOTHING_SEALED: Reporter = { seals: [], erased: false };

export function evolveReporter(state: ReporterState, event: Recorded<ReporterEvent>): Reporter {
  const before = state ?? NOTHING_SEALED;
  switch (event.type) {
    case 'ReporterSealed':
      return { ...before, seals: [...before.seals, event.data] };
    case 'ReporterAccessRequested':
      return { ...before, request: { by: event.meta.actor, ...event.data } };
    case 'ReporterAccessApproved':
      return before.request === undefined ? before : { ...before, request: { ...before.request, until: event.data.until } };
    case 'ReporterAccessDenied':
    case 'ReporterIdentityOpened':
      return { ...before, request: undefined };
    case 'ReporterErasureProposed':
      return { ...before, erasure: { by: event.meta.actor, reason: event.data.reason } };
    case 'ReporterErased':
      return { ...before, erased: true, request: undefined };
  }
}
