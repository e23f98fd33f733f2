import { requireCenter } from '#libs/access/policy';
import type { AgencyEvent, AgencyRegistered } from '#libs/agencies/agency.events';
import { checkMatters } from '#libs/cases/case-matters.decide';
import { byDailyDispatcher, bySystem, type DailyRule } from '#libs/cases/daily.access';
import { centerThatDrew } from '#libs/cases/drawn-target';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DailyState } from '#libs/cases/daily.evolve';
import { isBeforeCheckIn, isOpen } from '#libs/cases/daily.stage';
import type { CancelDailySupervision, PlanDailySupervision } from '#libs/cases/daily-plan.commands';
import { withdrawn } from '#libs/cases/daily-dispatch.decide';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import { dailyPlanRules } from '#libs/cases/daily-plan.rules';
import { gatherComplaint, type KnowsComplaint, requireAcceptedComplaint } from '#libs/cases/matter-complaint.guards';
import { type CommandRule, type Context, KnownTooEarly, type Lookup } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import type { SessionEvent, Slot } from '#libs/sessions/session.events';
import { evolveSession, type Session, type SessionState } from '#libs/sessions/session.evolve';

type Agency = AgencyRegistered['data'];

interface KnowsSession extends KnowsComplaint {
  readonly session: SessionState;
  readonly agency: Agency | undefined;
  /** The centre that drew the session at random. */
  readonly drawnBy: string | undefined;
}

/** As it was registered. */
export const gatherAgency = (agencyId: string, lookup: Lookup): Promise<Agency | undefined> =>
  lookup.fold<Agency | undefined, AgencyEvent>(`agency-${agencyId}`, undefined, (known, event) => (event.type === 'AgencyRegistered' ? event.data : known));

const readSession = (sessionId: string, lookup: Lookup): Promise<SessionState> => lookup.fold<SessionState, SessionEvent>(`session-${sessionId}`, undefined, evolveSession);

async function gather({ sessionId, complaintRef, targetDrawId }: PlanDailySupervision, _state: DailyState, lookup: Lookup): Promise<KnowsSession> {
  const session = await readSession(sessionId, lookup);
  const isGone = async (id: string): Promise<boolean> => (await readSession(id, lookup))?.stage === 'CANCELLED';
  const drawnBy = await centerThatDrew({ targetDrawId, of: 'SESSIONS', id: sessionId, isGone }, lookup);
  return { session, drawnBy, agency: session && (await gatherAgency(session.agencyId, lookup)), ...(await gatherComplaint(complaintRef, lookup)) };
}

const isAhead = ({ stage, endsAt }: Session, now: string): boolean => (stage === 'REGISTERED' || stage === 'IN_PROGRESS') && now < endsAt;

function checkPlan(command: PlanDailySupervision, session: Session, context: Context<KnowsSession>): void {
  const { targetSelection, targetDrawId, reason, inspection, covertReason, complaintRef } = command;
  const isRandom = targetSelection === 'RANDOM_DRAW';
  require(isAhead(session, context.now), dailyPlanRules.DailyIsOfOneSession, session.stage);
  require(isRandom || reason !== undefined, dailyPlanRules.DailyTargetNeedsReason);
  require(isRandom ? context.known.drawnBy === context.actor.organisation : targetDrawId === undefined, dailyPlanRules.DailyTargetWasDrawn, targetDrawId);
  require((inspection === 'COVERT') === (covertReason !== undefined), dailyPlanRules.CovertInspectionNeedsReason);
  checkMatters(command, [], context);
  requireAcceptedComplaint(complaintRef, context.known, session.agencyId);
}

/** What the plan takes over from the session and its agency. */
function ofSession(session: Session, agency: Agency) {
  const { agencyId, isCentralBranch, area, venueDivision, occupation, level, startsAt, endsAt } = session;
  const { name: agencyName, agencyType, area: filedIn } = agency;
  return { agencyId, agencyName, agencyType, isCentralBranch, area, filedIn, venueDivision, occupation, level, startsAt, endsAt };
}

const SAID = ['sessionId', 'targetSelection', 'reason', 'targetDrawId', 'complaintRef', 'inspection', 'covertReason', 'jointReason'] as const;

/** Member by member: what else the sender wrote is no part of the fact. */
function planned(command: PlanDailySupervision, session: Session, agency: Agency, dispatcher: Area): DailySupervisionPlanned {
  const said = Object.fromEntries(SAID.flatMap((member) => (command[member] === undefined ? [] : [[member, command[member]]]))) as Pick<PlanDailySupervision, (typeof SAID)[number]>;
  return { type: 'DailySupervisionPlanned', data: { kind: 'DAILY', ...said, ...ofSession(session, agency), dispatcher, matters: command.matters } };
}

const planDailySupervision: CommandRule<PlanDailySupervision, DailyState, DailyEvent, KnowsSession> = {
  creates: true,
  gather,
  authorise: ({ sessionId }, _state, { actor, known: { session } }) => {
    require(session, dailyPlanRules.DailyIsOfOneSession, sessionId);
    requireCenter(actor, session);
  },
  guard: (command, _state, context) => {
    const { session } = context.known;
    require(session, dailyPlanRules.DailyIsOfOneSession, command.sessionId);
    checkPlan(command, session, context);
  },
  prepare: ({ sessionId, jointReason }, _state, { target }) => ({
    name: 'ReserveDailyTask', target: sessionId, body: { caseId: target, joint: jointReason !== undefined },
  }),
  decide: (command, _state, { actor, known: { session, agency } }) => {
    if (session === undefined || agency === undefined) throw new KnownTooEarly(`${command.sessionId} has no agency`);
    return [planned(command, session, agency, actor.organisation as Area)];
  },
};

const cancelDailySupervision: DailyRule<CancelDailySupervision> = {
  authorise: byDailyDispatcher,
  guard: (_command, { stage }) => require(isBeforeCheckIn(stage), dailyPlanRules.NothingDailyHasBegun),
  decide: ({ reason }, state) => [{ type: 'SupervisionCancelled', data: { reason } }, ...state.group.seats.flatMap((seat) => withdrawn(state, seat))],
};

/** A reaction, when the session is moved. */
const followSession: DailyRule<Slot> = {
  authorise: bySystem,
  decide: ({ startsAt, endsAt }, state) =>
    !isOpen(state.stage) || (state.startsAt === startsAt && state.endsAt === endsAt) ? [] : [{ type: 'DailyDatesMoved', data: { startsAt, endsAt } }],
};

export const dailyPlanning = { PlanDailySupervision: planDailySupervision };
export const dailyCancelling = { FollowSession: followSession, CancelDailySupervision: cancelDailySupervision };
