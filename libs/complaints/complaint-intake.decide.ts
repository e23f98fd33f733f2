import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter } from '#libs/access/policy';
import type { AcceptComplaint, MergeComplaint, ReceiveComplaint, RegisterComplaint, RejectComplaint, TransferComplaint } from '#libs/complaints/complaint.commands';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { type Complaint, type ComplaintState, evolveComplaint } from '#libs/complaints/complaint.evolve';
import { byHolder, type ComplaintRule, isCompetent, type KnowsAgency, readAgency, requireUndecided } from '#libs/complaints/complaint.guards';
import { complaintRules } from '#libs/complaints/complaint.rules';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { calendarDaysAfter, gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { gatherNumbers, type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

const receiveComplaint: CommandRule<ReceiveComplaint, ComplaintState, ComplaintEvent, KnowsAgency & KnowsCalendar> = {
  creates: true,
  gather: async (command, state, lookup) => ({ ...(await gatherCalendar(command, state, lookup)), agency: await readAgency(lookup, command.agencyId) }),
  authorise: ({ accused }, _state, { actor }) => {
    requireAnyCenter(actor, accessRules.OnlyDispatchingBodiesDispatch);
    if (accused.includes(actor.person)) throw new NotAllowed(complaintRules.AccusedNeverHandlesTheComplaint);
  },
  decide: ({ channel, isAnonymous, agencyId, content, accused }, _state, { actor, now, known }) => {
    require(known.agency, complaintRules.ComplaintIsAboutAnAgency, agencyId);
    const receiptDue = isAnonymous ? {} : { receiptDue: calendarDaysAfter(known, now, 'complaint.receiptCalendarDays') };
    return [{ type: 'ComplaintReceived', data: { channel, isAnonymous, agencyId, content, accused, holder: actor.organisation as Area, ...receiptDue } }];
  },
};

const bearer = ({ holder }: Complaint, { target, known: { taken } }: Context<KnowsNumbers>): NumberBearer => ({
  series: { kind: 'COMPLAINT', center: holder }, holder: `complaint-${target}`, taken,
});

const registerComplaint: ComplaintRule<RegisterComplaint, KnowsNumbers> = {
  gather: async (_command, { holder }, lookup) => ({ taken: await gatherNumbers({ kind: 'COMPLAINT', center: holder }, lookup) }),
  authorise: byHolder,
  guard: (_command, { stage }) => require(stage === 'RECEIVED', complaintRules.ComplaintIsRegisteredOnce),
  prepare: (_command, state, context) => takeNumber(bearer(state, context), context),
  decide: (_command, state, context) => [{ type: 'ComplaintRegistered', data: { number: takenNumber(bearer(state, context), context) } }],
};

const gatherAgency: NonNullable<ComplaintRule<object, KnowsAgency>['gather']> = async (_command, { agencyId }, lookup) => ({ agency: await readAgency(lookup, agencyId) });

const transferComplaint: ComplaintRule<TransferComplaint, KnowsAgency> = {
  gather: gatherAgency,
  authorise: byHolder,
  guard: ({ to }, state, { known: { agency } }) => {
    requireUndecided(state);
    require(to !== state.holder && isCompetent(to, agency), complaintRules.ComplaintGoesToTheCompetentCenter, to);
  },
  decide: ({ to, reason }, { holder }) => [{ type: 'ComplaintTransferred', data: { from: holder, to, reason } }],
};

const acceptComplaint: ComplaintRule<AcceptComplaint, KnowsAgency & KnowsCalendar> = {
  gather: async (command, state, lookup) => ({ ...(await gatherCalendar(command, state, lookup)), agency: await readAgency(lookup, state.agencyId) }),
  authorise: byHolder,
  guard: (_command, state, { known: { agency } }) => {
    requireUndecided(state);
    require(isCompetent(state.holder, agency), complaintRules.HolderIsCompetent);
  },
  decide: (_command, _state, { now, known }) => [{ type: 'ComplaintAccepted', data: { closingDue: calendarDaysAfter(known, now, 'complaint.closingCalendarDays') } }],
};

const rejectComplaint: ComplaintRule<RejectComplaint> = {
  authorise: byHolder,
  guard: (_command, state) => requireUndecided(state),
  decide: ({ reason }) => [{ type: 'ComplaintNotAccepted', data: { reason } }],
};

interface KnowsOther {
  readonly other: ComplaintState;
}

const mergeComplaint: ComplaintRule<MergeComplaint, KnowsOther> = {
  gather: async ({ into }, _state, lookup) => ({ other: await lookup.fold<ComplaintState, ComplaintEvent>(`complaint-${into}`, undefined, evolveComplaint) }),
  authorise: byHolder,
  guard: ({ into }, state, { target, known: { other } }) => {
    requireUndecided(state);
    const carries = other !== undefined && into !== target && other.agencyId === state.agencyId && other.holder === state.holder && other.stage === 'ACCEPTED';
    require(carries, complaintRules.MergedIntoAnOpenOne, into);
  },
  decide: ({ into, reason }) => [{ type: 'ComplaintMerged', data: { into, reason } }],
};

export const complaintIntake = {
  ReceiveComplaint: receiveComplaint,
  RegisterComplaint: registerComplaint,
  TransferComplaint: transferComplaint,
  AcceptComplaint: acceptComplaint,
  RejectComplaint: rejectComplaint,
  MergeComplaint: mergeComplaint,
};
