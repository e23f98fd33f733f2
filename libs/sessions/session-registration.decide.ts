import { requireAgency } from '#libs/access/policy';
import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import { type CommandRule, type Context, KnownTooEarly, type Lookup, type Request } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { areaOfDivision } from '#libs/regulation/areas';
import { releases } from '#libs/sessions/internal-assignment.decide';
import type { CancelSession, RegisterSession, RescheduleSession } from '#libs/sessions/session.commands';
import type { SessionEvent, SlotClaim } from '#libs/sessions/session.events';
import type { Session, SessionState } from '#libs/sessions/session.evolve';
import { byAgency, isRealSlot, servingIn, type SessionRule } from '#libs/sessions/session.guards';
import { gatherOperation, type KnowsOperation, requireOperation, requireQualification } from '#libs/sessions/session-operation.guards';
import { sessionRules } from '#libs/sessions/session.rules';
import { type SessionIdentity, type SessionSlotClaimed, slotIdOf } from '#libs/sessions/session-slot.events';

interface KnowsAgency extends KnowsOperation {
  readonly agency: AgencyRegistered['data'] | undefined;
}

const readAgency = (agencyId: string, lookup: Lookup) =>
  lookup.fold<KnowsAgency['agency'], AgencyEvent>(`agency-${agencyId}`, undefined, (known, event) => (event.type === 'AgencyRegistered' ? event.data : known));

const claimSlot = (identity: SessionIdentity, sessionId: string): Request => ({ name: 'ClaimSessionSlot', target: slotIdOf(identity), body: { sessionId } });

/** @throws KnownTooEarly where the slot was not claimed for this command */
function claimedSlot(identity: SessionIdentity, { prepared }: Context): SlotClaim {
  const claimed = prepared.find(({ type }) => type === 'SessionSlotClaimed')?.data as SessionSlotClaimed['data'] | undefined;
  if (claimed === undefined) throw new KnownTooEarly('no slot was claimed');
  return { slotId: slotIdOf(identity), claimNo: claimed.claimNo };
}

const registerSession: CommandRule<RegisterSession, SessionState, SessionEvent, KnowsAgency> = {
  creates: true,
  gather: async ({ agencyId }, _state, lookup) => ({ agency: await readAgency(agencyId, lookup), ...(await gatherOperation(agencyId, lookup)) }),
  authorise: ({ agencyId }, _state, { actor }) => requireAgency(actor, agencyId),
  guard: (command, _state, { now, known }) => {
    require(known.agency, sessionRules.SessionBelongsToARegisteredAgency, command.agencyId);
    requireOperation(known, now);
    require(areaOfDivision(command.venueDivision), sessionRules.VenueOfSessionIsInFujian, command.venueDivision);
    require(command.activityType === 'SKILL_LEVEL_RECOGNITION', sessionRules.SessionIsASkillLevelRecognition, command.activityType);
    require(isRealSlot(command, now), sessionRules.SlotIsReal);
  },
  prepare: (command, _state, { target }) => claimSlot(command, target),
  decide: (command, _state, context) => {
    const { agencyId, occupation, level, venueDivision, venue, startsAt, endsAt } = command;
    const { agency, internal } = context.known;
    const area = areaOfDivision(venueDivision);
    require(agency, sessionRules.SessionBelongsToARegisteredAgency, agencyId);
    require(area, sessionRules.VenueOfSessionIsInFujian, venueDivision);
    const { name: agencyName, agencyType, isCentralBranch } = agency;
    return [
      {
        type: 'SessionRegistered',
        data: {
          agencyId, agencyName, agencyType, isCentralBranch, activityType: 'SKILL_LEVEL_RECOGNITION', occupation, level, venueDivision, venue, area,
          startsAt, endsAt, claim: claimedSlot(command, context), internalSupervisors: servingIn({ internal }, command),
        },
      },
    ];
  },
};

const moved = (session: Session, { startsAt, endsAt }: RescheduleSession): SessionIdentity => ({ ...session, startsAt, endsAt });

const requireNotStarted = ({ stage }: Session): void => require(stage === 'REGISTERED', sessionRules.SessionHasNotStarted, stage);

const rescheduleSession: SessionRule<RescheduleSession, KnowsOperation> = {
  gather: (_command, { agencyId }, lookup) => gatherOperation(agencyId, lookup),
  authorise: byAgency,
  guard: (command, session, { now, known }) => {
    requireNotStarted(session);
    requireQualification(known);
    require(isRealSlot(command, now), sessionRules.SlotIsReal);
  },
  prepare: (command, session, { target }) => claimSlot(moved(session, command), target),
  decide: (command, session, context) => {
    const { startsAt, endsAt, reason } = command;
    const claim = claimedSlot(moved(session, command), context);
    const internalSupervisors = servingIn(context.known, command);
    const gone = session.internalSupervisors.filter(({ supervisorId }) => !internalSupervisors.includes(supervisorId));
    const isCovered = gone.length < session.internalSupervisors.length && { isCovered: true as const };
    return [
      { type: 'SessionRescheduled', data: { startsAt, endsAt, claim, formerClaim: session.claim, internalSupervisors, reason, ...isCovered } },
      ...releases(gone, { ...session, startsAt }, { cause: 'NOT_IN_SERVICE' }),
    ];
  },
};

const cancelSession: SessionRule<CancelSession> = {
  authorise: byAgency,
  guard: (_command, session) => requireNotStarted(session),
  decide: ({ reason }, { claim }) => [{ type: 'SessionCancelled', data: { claim, reason } }],
};

export const sessionRegistration = { RegisterSession: registerSession, RescheduleSession: rescheduleSession, CancelSession: cancelSession };
