import { requireSystem } from '#libs/access/policy';
import { require } from '#libs/event-sourcing/rule';
import type { ReleaseInternalSupervisor } from '#libs/sessions/internal-supervision.commands';
import type { InternalSupervisor, InternalSupervisorAssigned, InternalSupervisorReleased } from '#libs/sessions/internal-supervision.events';
import { type Session, takesInternalSupervisors } from '#libs/sessions/session.evolve';
import { byAgency, gatherSupervisors, type KnowsSupervisors, servingIn, type SessionRule } from '#libs/sessions/session.guards';
import { sessionRules } from '#libs/sessions/session.rules';
import type { SessionRoleClaimed } from '#libs/sessions/session-roles.events';

/** What a completed draw for the session gives. */
interface AssignDrawnSupervisors {
  readonly drawId: string;
  readonly members: readonly { readonly supervisorId: string; readonly personId: string }[];
  readonly singleCandidatePool: boolean;
}

/** The release of those who leave together; `coverageDue` is with the last. */
export function releases(leaving: readonly InternalSupervisor[], session: Session, why: Pick<InternalSupervisorReleased['data'], 'cause' | 'reason'>): readonly InternalSupervisorReleased[] {
  const nobodyStays = session.stage === 'REGISTERED' && leaving.length === session.internalSupervisors.length;
  return leaving.map(({ supervisorId, personId, claimNo, drawId }, index) => ({
    type: 'InternalSupervisorReleased',
    data: { supervisorId, personId, claimNo, drawId, ...why, ...(nobodyStays && index === leaving.length - 1 && { coverageDue: session.startsAt }) },
  }));
}

const isNew = ({ drawId }: AssignDrawnSupervisors, session: Session): boolean => takesInternalSupervisors(session) && !session.internalDraws.includes(drawId);

/** A reaction, when the draw is completed. Whoever serves no longer, since the session was moved meanwhile, leaves at once. */
const assignDrawnSupervisors: SessionRule<AssignDrawnSupervisors, KnowsSupervisors> = {
  gather: (_command, { agencyId }, lookup) => gatherSupervisors(agencyId, lookup),
  authorise: (_command, _session, { actor }) => requireSystem(actor),
  prepare: (command, session, { target }) => {
    const roles = command.members.map(({ personId }) => ({ personId, role: 'INTERNAL_SUPERVISOR' }));
    return isNew(command, session) ? { name: 'ClaimSessionRoles', target, body: { holder: `session-${target}`, roles } } : undefined;
  },
  decide: (command, session, { prepared, known }) => {
    if (!isNew(command, session)) return [];
    const claims = prepared.map(({ data }) => data as SessionRoleClaimed['data']);
    const { drawId, members, singleCandidatePool } = command;
    const assigned = members.flatMap(({ supervisorId, personId }) =>
      claims.filter((claim) => claim.personId === personId).map(({ claimNo }): InternalSupervisorAssigned => ({
        type: 'InternalSupervisorAssigned', data: { drawId, supervisorId, personId, claimNo, singleCandidatePool },
      })));
    const serving = servingIn(known, session);
    const acting = assigned.map(({ data }) => data);
    const gone = acting.filter(({ supervisorId }) => !serving.includes(supervisorId));
    return [...assigned, ...releases(gone, { ...session, internalSupervisors: [...session.internalSupervisors, ...acting] }, { cause: 'NOT_IN_SERVICE' })];
  },
};

const releaseInternalSupervisor: SessionRule<ReleaseInternalSupervisor> = {
  authorise: byAgency,
  guard: (_command, session) => require(takesInternalSupervisors(session), sessionRules.InternalSupervisorLeavesInTime, session.stage),
  decide: ({ supervisorId, cause, reason }, session) => {
    const leaving = session.internalSupervisors.filter((acting) => acting.supervisorId === supervisorId);
    require(leaving.length > 0, sessionRules.InternalSupervisorIsAssigned, supervisorId);
    return releases(leaving, session, { cause, reason });
  },
};

/** A timer, at the planned start. */
const flagNotCovered: SessionRule<object> = {
  authorise: (_command, _session, { actor }) => requireSystem(actor),
  decide: (_command, session) => (session.stage === 'REGISTERED' ? coverageFault(session) : []),
};

/** The fact that a session whose start has come is not covered; none where it is, or where it was said before. */
export const coverageFault = ({ internalSupervisors, notCovered, startsAt }: Session) =>
  internalSupervisors.length > 0 || notCovered ? [] : [{ type: 'SessionNotCovered' as const, data: { startsAt } }];

export const internalAssignment = {
  AssignDrawnSupervisors: assignDrawnSupervisors,
  ReleaseInternalSupervisor: releaseInternalSupervisor,
  FlagNotCovered: flagNotCovered,
};
