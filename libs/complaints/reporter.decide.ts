import { accessRules } from '#libs/access/access.rules';
import { requireAnyCenter } from '#libs/access/policy';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import { type Complaint, type ComplaintState, evolveComplaint } from '#libs/complaints/complaint.evolve';
import { byHolder } from '#libs/complaints/complaint.guards';
import type { DenyReporterAccess, ProposeReporterErasure, RequestReporterAccess, SealedReporter } from '#libs/complaints/reporter.commands';
import { reporterBasis, type ReporterEvent } from '#libs/complaints/reporter.events';
import { evolveReporter, NOTHING_SEALED, type Reporter, type ReporterState } from '#libs/complaints/reporter.evolve';
import { reporterRules } from '#libs/complaints/reporter.rules';
import { later } from '#libs/event-sourcing/clock';
import type { CommandRule, Context, Decider } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';

/** How long an approved reader has. */
export const ACCESS_MS = 4 * 3_600_000;

interface KnowsComplaint {
  readonly complaint: ComplaintState;
}
type ReporterRule<C> = CommandRule<C, ReporterState, ReporterEvent, KnowsComplaint>;
type Decide<C> = (command: C, reporter: Reporter, complaint: Complaint, context: Context<KnowsComplaint>) => readonly ReporterEvent[];

/** A command by the centre that answers for the complaint, and by nobody who is complained of. */
function byTheHolder<C>(decide: Decide<C>): ReporterRule<C> {
  return {
    gather: async (_command, _state, lookup, target) => ({ complaint: await lookup.fold<ComplaintState, ComplaintEvent>(`complaint-${target}`, undefined, evolveComplaint) }),
    authorise: (command, _state, context) => {
      requireAnyCenter(context.actor, accessRules.OnlyDispatchingBodiesDispatch);
      require(context.known.complaint, reporterRules.ReporterBelongsToAComplaint);
      byHolder(command, context.known.complaint, context);
    },
    decide: (command, reporter, context) => {
      const { complaint } = context.known;
      require(complaint, reporterRules.ReporterBelongsToAComplaint);
      return decide(command, reporter ?? NOTHING_SEALED, complaint, context);
    },
  };
}

const requireKept = ({ erased }: Reporter): void => require(!erased, reporterRules.ErasedReporterStaysErased);

const sealReporter: ReporterRule<SealedReporter> = {
  creates: 'either',
  ...byTheHolder<SealedReporter>(({ subject, fields, commitment }, reporter, { isAnonymous }) => {
    require(!isAnonymous, reporterRules.AnonymousReporterIsNotSealed);
    requireKept(reporter);
    return [{ type: 'ReporterSealed', data: { subject, fields, commitment } }];
  }),
};

const isUndecided = ({ request }: Reporter): boolean => request !== undefined && request.until === undefined;
/** Asked for, and neither denied, used nor run out. */
const isPending = (reporter: Reporter, now: string): boolean => isUndecided(reporter) || (reporter.request?.until ?? '') > now;

const requestReporterAccess = byTheHolder<RequestReporterAccess>(({ accessPurpose, reason }, reporter, _complaint, { now }) => {
  requireKept(reporter);
  require(!isPending(reporter, now), reporterRules.AccessIsDecidedFirst);
  return [{ type: 'ReporterAccessRequested', data: { accessPurpose, reason } }];
});

function requireSecondPerson(reporter: Reporter, { actor }: Context): string {
  require(isUndecided(reporter) && reporter.request, reporterRules.AccessWasRequested);
  if (actor.person === reporter.request.by) throw new NotAllowed(reporterRules.SecondPersonApprovesAccess);
  return reporter.request.by;
}

const approveReporterAccess = byTheHolder<object>((_command, reporter, _complaint, context) => {
  const reader = requireSecondPerson(reporter, context);
  return [{ type: 'ReporterAccessApproved', data: { reader, until: later(context.now, ACCESS_MS) } }];
});

const denyReporterAccess = byTheHolder<DenyReporterAccess>(({ reason }, reporter, _complaint, context) => {
  requireSecondPerson(reporter, context);
  return [{ type: 'ReporterAccessDenied', data: { reason } }];
});

const openReporterIdentity = byTheHolder<object>((_command, { seals, request, erased }, _complaint, { actor, now }) => {
  require(!erased, reporterRules.ErasedReporterStaysErased);
  const sealed = seals.at(-1);
  const isReader = request?.by === actor.person && request.until !== undefined && now < request.until;
  if (!isReader || sealed === undefined) throw new NotAllowed(reporterRules.OnlyTheApprovedReaderOpens);
  return [{ type: 'ReporterIdentityOpened', data: { ...sealed, accessPurpose: request.accessPurpose, reason: request.reason } }];
});

const proposeReporterErasure = byTheHolder<ProposeReporterErasure>(({ reason }, reporter, { stage }) => {
  requireKept(reporter);
  require(stage === 'CLOSED', reporterRules.ErasureFollowsTheClosing);
  return [{ type: 'ReporterErasureProposed', data: { reason } }];
});

/** Again after it was done: so that a program that ended in between can destroy the keys. */
const confirmReporterErasure = byTheHolder<object>((_command, { seals, erased, erasure }, { stage }, { actor }) => {
  if (erased) return [];
  require(erasure, reporterRules.ErasureIsProposedFirst);
  require(stage === 'CLOSED', reporterRules.ErasureFollowsTheClosing);
  if (actor.person === erasure.by) throw new NotAllowed(reporterRules.ErasureTakesTwoPersons);
  return [{ type: 'ReporterErased', data: { subjects: seals.map(({ subject }) => subject), reason: erasure.reason } }];
});

/** A part of the disposal of the complaint's archive, which two persons decided: nothing is sealed after it either. */
const eraseReporterWithArchive: ReporterRule<ProposeReporterErasure> = {
  creates: 'either',
  ...byTheHolder<ProposeReporterErasure>(({ reason }, { seals, erased }, { isAnonymous, stage }) => {
    if (erased || isAnonymous) return [];
    require(stage === 'CLOSED', reporterRules.ErasureFollowsTheClosing);
    return [{ type: 'ReporterErased', data: { subjects: seals.map(({ subject }) => subject), reason } }];
  }),
};

export const reporterDecider: Decider<ReporterState, ReporterEvent> = {
  category: 'reporter',
  initial: undefined,
  evolve: evolveReporter,
  basis: reporterBasis,
  area: () => 'FJ',
  commands: {
    SealReporter: sealReporter,
    RequestReporterAccess: requestReporterAccess,
    ApproveReporterAccess: approveReporterAccess,
    DenyReporterAccess: denyReporterAccess,
    OpenReporterIdentity: openReporterIdentity,
    ProposeReporterErasure: proposeReporterErasure,
    ConfirmReporterErasure: confirmReporterErasure,
    EraseReporterWithArchive: eraseReporterWithArchive,
  },
};
