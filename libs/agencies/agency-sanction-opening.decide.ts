import { requireCenter } from '#libs/access/policy';
import type { ApproveCatchAllGround, NotifySanction, OpenViolationCase, SubmitStatement, WaiveStatement, WithdrawSanction } from '#libs/agencies/agency-sanction.commands';
import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import type { AgencySanctionCase, AgencySanctionState } from '#libs/agencies/agency-sanction.evolve';
import {
  byAgency, byCenter, bySystem, causeOf, gatherOwnStanding, type KnowsStanding, lapseFound, requireActionable, requireNotRevoked, requireOpen, type SanctionCaseRule,
} from '#libs/agencies/agency-sanction.guards';
import { agencySanctionRules } from '#libs/agencies/agency-sanction.rules';
import { gatherStanding } from '#libs/agencies/agency-standing.evolve';
import { type KnowsAgency, readAgency, requireAgency } from '#libs/agencies/violation-book.decide';
import { gatherSupervisions, type KnowsSupervisions, requireProven } from '#libs/agencies/violation.decide';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';
import { legalDateOf } from '#libs/regulation/legal-date';

type KnowsOpening = KnowsAgency & KnowsSupervisions & KnowsStanding;

const openViolationCase: CommandRule<OpenViolationCase, AgencySanctionState, AgencySanctionEvent, KnowsOpening> = {
  creates: true,
  gather: async ({ agencyId, violations }, _state, lookup) => ({
    agency: await readAgency(agencyId, lookup),
    standing: await gatherStanding(agencyId, lookup),
    ...(await gatherSupervisions(violations, lookup)),
  }),
  authorise: ({ agencyId }, _state, { actor, known }) => requireCenter(actor, requireAgency(agencyId, known)),
  guard: ({ agencyId, violations, severityReasons }, _state, { now, known }) => {
    requireNotRevoked(known);
    requireProven(violations, { agencyId, supervisions: known.supervisions, today: legalDateOf(now) });
    require(severityReasons.trim() !== '', agencySanctionRules.SanctionNeedsAgencyGround);
  },
  prepare: ({ agencyId }, _state, { target }) => ({ name: 'EnterViolationCase', target: agencyId, body: { sanctionId: target } }),
  decide: ({ agencyId, violations, severity, severityReasons, persons }, _state, { actor, known }) => {
    const { area, isCentralBranch } = requireAgency(agencyId, known);
    const before = new Set(known.standing.flatMap(({ grounds }) => grounds));
    const repeatedGrounds = [...new Set(violations.map(({ ground }) => ground))].filter((ground) => before.has(ground));
    const data = { agencyId, area, isCentralBranch, center: actor.organisation as Area, violations, severity, severityReasons, persons, repeatedGrounds };
    return [{ type: 'ViolationCaseOpened', data }];
  },
};

const approveCatchAllGround: SanctionCaseRule<ApproveCatchAllGround> = {
  authorise: byCenter,
  guard: (_command, state, { actor }) => {
    requireOpen(state);
    require(state.approvalPending && actor.person !== state.openedBy, agencySanctionRules.SecondPersonApproves);
  },
  decide: ({ reasons }) => [{ type: 'CatchAllGroundApproved', data: { reasons } }],
};

/** A step of the ladder that was not decided yet, and whose condition is met. */
function fitsTheLadder(proposes: NotifySanction['proposes'], state: AgencySanctionCase): boolean {
  if (proposes === 'PLATFORM_OPERATION_HOLD') return state.level === undefined;
  if (causeOf(state) === undefined) return false;
  return proposes === 'PUBLIC_CRITICISM' ? state.level !== 'PUBLIC_CRITICISM' : state.proposal === undefined;
}

const notifySanction: SanctionCaseRule<NotifySanction, KnowsStanding & KnowsCalendar> = {
  gather: async (command, state, lookup) => ({ ...(await gatherOwnStanding(command, state, lookup)), ...(await gatherCalendar(command, state, lookup)) }),
  authorise: byCenter,
  guard: ({ proposes, facts, bases = LEGAL_BASES }, state, { known }) => {
    requireActionable(state);
    requireNotRevoked(known);
    require(state.notice === undefined, agencySanctionRules.NoticeIsServedOnce);
    require(fitsTheLadder(proposes, state), agencySanctionRules.NoticeFitsTheLadder, proposes);
    require(facts.trim() !== '' && bases.length > 0, agencySanctionRules.DecisionGivesReasonsAndBases);
  },
  decide: ({ proposes, facts, bases = LEGAL_BASES }, { agencyId, center, grounds }, { now, known }) => {
    const statementDue = workingDaysAfter(known, now, 'sanction.statementWorkingDays');
    const hearing = proposes === 'QUALIFICATION_REVOCATION' ? { hearingRequestDue: workingDaysAfter(known, now, 'sanction.hearingRequestWorkingDays') } : {};
    return [{ type: 'SanctionNotified', data: { agencyId, center, proposes, grounds, facts, bases, statementDue, ...hearing } }];
  },
};

/** The agency may speak more than once, until the period ends or the centre decides. */
function requireHearable(state: AgencySanctionCase, { now }: Context): void {
  requireOpen(state);
  const { notice } = state;
  const open = notice !== undefined && (notice.statement === 'OPEN' || notice.statement === 'RECEIVED') && now < notice.statementDue.dueAt;
  require(open, agencySanctionRules.StatementAnswersTheNotice);
}

const submitStatement: SanctionCaseRule<SubmitStatement> = {
  authorise: byAgency,
  guard: (_command, state, context) => requireHearable(state, context),
  decide: ({ text, evidence }) => [{ type: 'StatementReceived', data: { text, evidence } }],
};

const waiveStatement: SanctionCaseRule<WaiveStatement> = {
  authorise: byAgency,
  guard: (_command, state, context) => {
    requireHearable(state, context);
    require(state.notice?.statement === 'OPEN', agencySanctionRules.StatementAnswersTheNotice);
  },
  decide: () => [{ type: 'StatementWaived', data: {} }],
};

const lapseStatement: SanctionCaseRule<object> = {
  authorise: bySystem,
  decide: (_command, state, { now }) => (state.ended === undefined ? lapseFound(state, now) : []),
};

/** The centre itself or the one above it. */
const withdrawSanction: SanctionCaseRule<WithdrawSanction> = {
  authorise: (_command, { area, isCentralBranch, center }, { actor }) => {
    requireCenter(actor, { area, isCentralBranch });
    if (actor.organisation !== center && actor.organisation !== 'FJ') throw new NotAllowed(agencySanctionRules.OnlyTheOpeningCenterDecides);
  },
  guard: ({ reasons }, { ended }) => require(ended !== 'WITHDRAWN' && ended !== 'REVOKED' && reasons.trim() !== '', agencySanctionRules.RevokedOrWithdrawnStands),
  decide: ({ reasons }, { agencyId }, { actor }) => [{ type: 'SanctionWithdrawn', data: { agencyId, withdrawnBy: actor.organisation as Area, reasons } }],
};

export const openingCommands = {
  OpenViolationCase: openViolationCase,
  ApproveCatchAllGround: approveCatchAllGround,
  NotifySanction: notifySanction,
  SubmitStatement: submitStatement,
  WaiveStatement: waiveStatement,
  LapseStatement: lapseStatement,
  WithdrawSanction: withdrawSanction,
};
