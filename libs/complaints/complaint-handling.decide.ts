import type { ArchiveEvent } from '#libs/archives/archive.events';
import { type ArchiveState, evolveArchive } from '#libs/archives/archive.evolve';
import type {
  AnswerReporter, CloseComplaint, ConcludeComplaint, DecideDisposal, ExtendComplaint, NotifyReporter, OpenInvestigation, ReopenComplaint, ReportFindings,
} from '#libs/complaints/complaint.commands';
import { type Complaint, isDecided, isSubstantiated } from '#libs/complaints/complaint.evolve';
import { byHolder, type ComplaintRule } from '#libs/complaints/complaint.guards';
import { complaintRules } from '#libs/complaints/complaint.rules';
import { readVerifying, type Verifying } from '#libs/complaints/verifying.evolve';
import { require } from '#libs/event-sourcing/rule';
import { dueAfterCalendarDays } from '#libs/regulation/deadline';
import { calendarDaysAfter, gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

const requireNamed = ({ isAnonymous }: Complaint): void => require(!isAnonymous, complaintRules.AnonymousReporterIsNotTold);

const notifyReporter: ComplaintRule<NotifyReporter> = {
  authorise: byHolder,
  guard: (_command, state) => {
    requireNamed(state);
    require(!state.notified && ['ACCEPTED', 'NOT_ACCEPTED'].includes(state.stage), complaintRules.ReporterIsNotifiedOnce);
  },
  decide: ({ text }) => [{ type: 'ReporterNotified', data: { text } }],
};

const openInvestigation: ComplaintRule<OpenInvestigation, Verifying> = {
  gather: ({ caseId }, _state, lookup) => readVerifying(caseId, lookup),
  authorise: byHolder,
  guard: ({ caseId }, state, { target, known }) => {
    require(state.stage === 'ACCEPTED', complaintRules.InvestigationFollowsTheAcceptance);
    const verifies = known.agencyId === state.agencyId && known.complaints.includes(target) && !known.over;
    require(verifies, complaintRules.InvestigationNamesTheComplaint, caseId);
  },
  decide: ({ caseId }, { investigations }) => (Object.hasOwn(investigations, caseId) ? [] : [{ type: 'InvestigationOpened', data: { caseId } }]),
};

const reportFindings: ComplaintRule<ReportFindings> = {
  authorise: byHolder,
  guard: ({ caseId }, { stage, investigations }) =>
    require(stage === 'ACCEPTED' && Object.hasOwn(investigations, caseId), complaintRules.FindingsComeFromTheInvestigation, caseId),
  decide: ({ caseId, findings }) => [{ type: 'FindingsReported', data: { caseId, findings } }],
};

const concludeComplaint: ComplaintRule<ConcludeComplaint> = {
  authorise: byHolder,
  guard: (_command, { stage, investigations }) => {
    const reported = Object.values(investigations);
    require(stage === 'ACCEPTED' && reported.length > 0 && reported.every(Boolean), complaintRules.EveryInvestigationHasReported);
  },
  decide: ({ conclusion, reasons }) => [{ type: 'ComplaintConcluded', data: { conclusion, reasons } }],
};

const decideDisposal: ComplaintRule<DecideDisposal> = {
  authorise: byHolder,
  guard: (_command, state) => require(state.stage === 'CONCLUDED' && isSubstantiated(state), complaintRules.DisposalFollowsTheConclusion),
  decide: ({ disposal, records }) => [{ type: 'DisposalDecided', data: { disposal, records } }],
};

const answerReporter: ComplaintRule<AnswerReporter> = {
  authorise: byHolder,
  guard: (_command, state) => {
    requireNamed(state);
    require(isDecided(state) && !state.answered, complaintRules.AnswerFollowsTheDisposal);
  },
  decide: ({ text }) => [{ type: 'ReporterAnswered', data: { text } }],
};

const extendComplaint: ComplaintRule<ExtendComplaint, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byHolder,
  guard: (_command, { closingDue, extended }) => require(closingDue !== undefined && !extended, complaintRules.ComplaintIsExtendedOnce),
  decide: ({ reason }, { closingDue }, { known: { calendar }, now }) => {
    require(closingDue, complaintRules.ComplaintIsExtendedOnce);
    const days = closingDue.days + parameter('complaint.extensionCalendarDays', legalDateOf(now));
    return [{ type: 'ComplaintExtended', data: { reason, closingDue: dueAfterCalendarDays(calendar, closingDue.start, days) } }];
  },
};

/** Told and answered, where there is somebody to tell. */
function isDone(state: Complaint): boolean {
  if (state.stage === 'NOT_ACCEPTED') return state.isAnonymous || state.notified;
  return isDecided(state) && (state.isAnonymous || (state.notified && state.answered));
}

const closeComplaint: ComplaintRule<CloseComplaint> = {
  authorise: byHolder,
  guard: (_command, state) => require(isDone(state), complaintRules.ComplaintIsDoneBeforeItCloses),
  decide: () => [{ type: 'ComplaintClosed', data: {} }],
};

interface KnowsArchive extends KnowsCalendar {
  readonly archive: ArchiveState;
}

const reopenComplaint: ComplaintRule<ReopenComplaint, KnowsArchive> = {
  gather: async (command, state, lookup, target) => ({
    ...(await gatherCalendar(command, state, lookup)),
    archive: await lookup.fold<ArchiveState, ArchiveEvent>(`archive-complaint-${target}`, undefined, evolveArchive),
  }),
  authorise: byHolder,
  guard: (_command, { stage }, { known: { archive } }) => {
    require(stage === 'CLOSED', complaintRules.OnlyAClosedComplaintReopens);
    require(archive?.state !== 'DISPOSED', complaintRules.DisposedComplaintStaysClosed);
  },
  decide: ({ reason }, _state, { now, known }) => [{ type: 'ComplaintReopened', data: { reason, closingDue: calendarDaysAfter(known, now, 'complaint.closingCalendarDays') } }],
};

export const complaintHandling = {
  NotifyReporter: notifyReporter,
  OpenInvestigation: openInvestigation,
  ReportFindings: reportFindings,
  ConcludeComplaint: concludeComplaint,
  DecideDisposal: decideDisposal,
  AnswerReporter: answerReporter,
  ExtendComplaint: extendComplaint,
  CloseComplaint: closeComplaint,
  ReopenComplaint: reopenComplaint,
};
