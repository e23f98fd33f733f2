import { requireCenter, requireSystem } from '#libs/access/policy';
import type { CommandRule, Context, Decider } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { namesAPerson } from '#libs/publication/personal-data';
import type { ApprovePublication, OpenPublication, ProposePublication, ReturnPublication, WithdrawPublication } from '#libs/publication/publication.commands';
import { publicationBasis, type PublicationEvent, type PublishedSubject } from '#libs/publication/publication.events';
import { evolvePublication, type Publication, type PublicationState } from '#libs/publication/publication.evolve';
import { publicationRules } from '#libs/publication/publication.rules';
import { readSubject } from '#libs/publication/published-subject';
import { dueAfterWorkingDays, isLate, movedIn } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

type PublicationRule<C> = CommandRule<C, Publication, PublicationEvent>;

interface KnowsSubject extends KnowsCalendar {
  readonly subject: PublishedSubject | undefined;
}

/** A reaction. The result stays final: asked again, nothing is added. */
const openPublication: CommandRule<OpenPublication, PublicationState, PublicationEvent, KnowsSubject> = {
  creates: 'either',
  gather: async (command, state, lookup) => ({ ...(await gatherCalendar(command, state, lookup)), subject: await readSubject(command, lookup) }),
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: (_command, state, { known: { calendar, subject } }) => {
    if (state !== undefined) return [];
    require(subject, publicationRules.ResultIsFinal);
    const due = dueAfterWorkingDays(calendar, subject.finalOn, parameter('publication.workingDays', subject.finalOn));
    return [{ type: 'PublicationDue', data: { ...subject, due } }];
  },
};

/** The centre that led the supervision, and no other; never a supervisor. */
function byDispatcher(_command: unknown, state: Publication, { actor }: Context): void {
  requireCenter(actor, state, publicationRules.OnlyTheDispatcherPublishes);
  if (actor.organisation !== state.dispatcher) throw new NotAllowed(publicationRules.OnlyTheDispatcherPublishes);
}

const proposePublication: PublicationRule<ProposePublication> = {
  authorise: byDispatcher,
  guard: ({ findings, guidance, cut, reason }, { proposal, wasApproved }) => {
    require(proposal === undefined, publicationRules.ProposalIsDecidedFirst);
    require(wasApproved === (reason !== undefined), publicationRules.CorrectionSaysWhy);
    const words = [findings, guidance, reason ?? '', ...cut.map((one) => one.reason)];
    require(!words.some(namesAPerson), publicationRules.PublicWordsNameNoPerson);
  },
  decide: ({ findings, guidance, cut, reason }, { versions }) => [
    { type: 'PublicationProposed', data: { version: versions + 1, findings, guidance, cut: cut.map((one) => ({ what: one.what, reason: one.reason })), ...(reason !== undefined && { reason }) } },
  ],
};

/** @throws NotAllowed, Refused */
function proposalForSecond({ proposal }: Publication, { actor }: Context): NonNullable<Publication['proposal']> {
  require(proposal, publicationRules.DecisionFollowsTheProposal);
  if (actor.person === proposal.by) throw new NotAllowed(publicationRules.SecondPersonDecidesPublication);
  return proposal;
}

const returnPublication: PublicationRule<ReturnPublication> = {
  authorise: byDispatcher,
  decide: ({ reason }, state, context) => [{ type: 'PublicationReturned', data: { version: proposalForSecond(state, context).version, reason } }],
};

const approvePublication: PublicationRule<ApprovePublication> = {
  authorise: byDispatcher,
  decide: ({ visibleFrom }, state, context) => {
    const { version, findings, guidance, reason } = proposalForSecond(state, context);
    const today = legalDateOf(context.now);
    const last = today < state.due.date ? state.due.date : today;
    const inTime = isLegalDate(visibleFrom) && today <= visibleFrom && visibleFrom <= last;
    require(inTime, publicationRules.VisibleInTime, visibleFrom);
    return [{ type: 'PublicationApproved', data: { version, findings, guidance, visibleFrom, ...(reason !== undefined && { reason }) } }];
  },
};

const withdrawPublication: PublicationRule<WithdrawPublication> = {
  authorise: byDispatcher,
  decide: ({ reason }, { visible }) => {
    require(visible, publicationRules.OnlyThePublishedIsWithdrawn);
    require(!namesAPerson(reason), publicationRules.PublicWordsNameNoPerson);
    return [{ type: 'PublicationWithdrawn', data: { reason } }];
  },
};

const flagPublicationOverdue: PublicationRule<object> = {
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: (_command, { due, overdue, wasApproved }, { now }) => (!wasApproved && !overdue && isLate(due, now) ? [{ type: 'PublicationOverdue', data: { due } }] : []),
};

/** A calendar that has changed moves what is open; what was published stays. */
const recomputePublicationDue: CommandRule<object, Publication, PublicationEvent, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: (_command, _state, { actor }) => requireSystem(actor),
  decide: (_command, { due, wasApproved }, { now, known: { calendar } }) => {
    const after = wasApproved ? undefined : movedIn(calendar, due, now);
    return after === undefined ? [] : [{ type: 'PublicationDueRecomputed', data: { before: due, after } }];
  },
};

export const publicationDecider: Decider<PublicationState, PublicationEvent> = {
  category: 'publication',
  initial: undefined,
  evolve: evolvePublication,
  basis: publicationBasis,
  area: (state) => state?.area ?? 'FJ',
  commands: {
    OpenPublication: openPublication,
    ProposePublication: proposePublication,
    ReturnPublication: returnPublication,
    ApprovePublication: approvePublication,
    WithdrawPublication: withdrawPublication,
    FlagPublicationOverdue: flagPublicationOverdue,
    RecomputePublicationDue: recomputePublicationDue,
  },
};
