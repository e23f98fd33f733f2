import { requireSystem } from '#libs/access/policy';
import type { Instant } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import { coverageFault } from '#libs/sessions/internal-assignment.decide';
import type { EndSession, StartSession } from '#libs/sessions/session.commands';
import type { SessionEnded } from '#libs/sessions/session.events';
import { byAgency, servingIn, type SessionRule } from '#libs/sessions/session.guards';
import { gatherOperation, type KnowsOperation, requireOperation } from '#libs/sessions/session-operation.guards';
import { sessionRules } from '#libs/sessions/session.rules';

const startSession: SessionRule<StartSession, KnowsOperation> = {
  gather: (_command, { agencyId }, lookup) => gatherOperation(agencyId, lookup),
  authorise: byAgency,
  guard: (_command, session, { occurredAt, known }) => {
    require(session.stage === 'REGISTERED', sessionRules.SessionHasNotStarted, session.stage);
    requireOperation(known, occurredAt);
    const isInSlot = legalDateOf(session.startsAt) <= legalDateOf(occurredAt) && occurredAt < session.endsAt;
    require(isInSlot, sessionRules.SessionStartsInItsSlot, occurredAt);
    require(servingIn(known, session).length > 0, sessionRules.AgencyHasAnInternalSupervisor);
  },
  decide: (_command, session, { known }) => [
    { type: 'SessionStarted', data: { internalSupervisors: servingIn(known, session), endsAt: session.endsAt } },
    ...coverageFault(session),
  ],
};

const ended = (endedAt: Instant, saidBy: SessionEnded['data']['saidBy'], known: KnowsCalendar): SessionEnded => ({
  type: 'SessionEnded', data: { endedAt, saidBy, scoreSheetDue: workingDaysAfter(known, endedAt, 'scoreSheet.workingDays') },
});

const endSession: SessionRule<EndSession, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byAgency,
  guard: (_command, { stage, startedAt }, { occurredAt }) =>
    require(stage === 'IN_PROGRESS' && startedAt !== undefined && startedAt <= occurredAt, sessionRules.SessionEndsAfterItsStart, stage),
  decide: (_command, _session, { occurredAt, known }) => [ended(occurredAt, 'AGENCY', known)],
};

/** A timer, at the end of the last planned day: what follows the end must not wait for an agency that does not say it. */
const endSessionAsPlanned: SessionRule<object, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: (_command, _session, { actor }) => requireSystem(actor),
  decide: (_command, { stage, endsAt }, { known }) => (stage === 'IN_PROGRESS' ? [ended(endsAt, 'PLAN', known)] : []),
};

export const sessionConduct = { StartSession: startSession, EndSession: endSession, EndSessionAsPlanned: endSessionAsPlanned };
