import { theCenter } from '#libs/access/bearers';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { ReporterEvent } from '#libs/complaints/reporter.events';
import { type Matter, due, once, todoSource, when } from '#libs/event-sourcing/todo';
import type { Area } from '#libs/regulation/areas';

type ComplaintOrReporterEvent = ComplaintEvent | ReporterEvent;

/** Never the agency complained of: it does not know of the complaint. */
interface ComplaintMatter extends Matter {
  readonly area: Area;
  readonly isAnonymous: boolean;
  /** Supervisions that verify it and have not reported. */
  readonly awaited: readonly string[];
}

function matter(before: ComplaintMatter | undefined, event: ComplaintOrReporterEvent): ComplaintMatter | undefined {
  if (event.type === 'ComplaintReceived') return { title: '群众举报', area: event.data.holder, isAnonymous: event.data.isAnonymous, awaited: [] };
  if (before === undefined) return undefined;
  switch (event.type) {
    case 'ComplaintRegistered':
      return { ...before, title: `群众举报 ${event.data.number}` };
    case 'ComplaintTransferred':
      return { ...before, area: event.data.to };
    case 'InvestigationOpened':
      return { ...before, awaited: [...before.awaited, event.data.caseId] };
    case 'FindingsReported':
      return { ...before, awaited: before.awaited.filter((caseId) => caseId !== event.data.caseId) };
    case 'ComplaintReopened':
      return { ...before, awaited: [] };
    default:
      return before;
  }
}

const reporter = (_matter: ComplaintMatter, complaintId: string): string => `reporters/${complaintId}`;
const falls = ({ area }: ComplaintMatter) => theCenter(area);
const isTrue = ({ conclusion }: { readonly conclusion: string }): boolean => conclusion === 'SUBSTANTIATED' || conclusion === 'PARTLY';

export const complaintTodos = todoSource<ComplaintOrReporterEvent, ComplaintMatter>({
  category: 'complaint',
  path: 'complaints',
  others: { reporter: ({ stream }) => stream.slice('reporter-'.length) },
  matter,
  todos: {
    RegisterComplaint: { label: '登记举报', falls, opens: { ComplaintReceived: once }, ends: ['ComplaintRegistered'] },
    AcceptComplaint: { label: '决定是否受理举报', falls, opens: { ComplaintRegistered: once }, ends: ['ComplaintAccepted', 'ComplaintNotAccepted'] },
    NotifyReporter: { label: '书面告知举报人', falls, opens: { ComplaintReceived: due('receiptDue') }, moves: { ReceiptNoticeDueRecomputed: ({ after }) => after }, ends: ['ReporterNotified'] },
    OpenInvestigation: { label: '启动调查核实', falls, opens: { ComplaintAccepted: once, ComplaintReopened: once }, ends: ['InvestigationOpened'] },
    ReportFindings: {
      label: '报告调查情况', falls,
      opens: { InvestigationOpened: ({ caseId }) => [{ item: caseId }] },
      endsItem: { FindingsReported: ({ caseId }) => caseId },
    },
    ConcludeComplaint: {
      label: '认定举报', falls,
      opens: { FindingsReported: when((_data, { awaited }) => awaited.length === 0) },
      ends: ['InvestigationOpened', 'ComplaintConcluded'],
    },
    DecideDisposal: { label: '决定如何处理', falls, opens: { ComplaintConcluded: when(isTrue) }, ends: ['DisposalDecided'] },
    AnswerReporter: {
      label: '答复举报人', falls,
      opens: { ComplaintConcluded: when((data, { isAnonymous }) => !isAnonymous && !isTrue(data)), DisposalDecided: when((_data, { isAnonymous }) => !isAnonymous) },
      ends: ['ReporterAnswered'],
    },
    CloseComplaint: {
      label: '办结举报并归档', falls,
      opens: { ComplaintAccepted: due('closingDue'), ComplaintNotAccepted: once, ComplaintReopened: due('closingDue') },
      moves: { ComplaintExtended: ({ closingDue }) => closingDue, ComplaintDueRecomputed: ({ after }) => after },
      ends: ['ComplaintClosed'],
    },
    ApproveReporterAccess: {
      label: '由第二人决定是否同意查阅举报人身份', falls, at: reporter, opens: { ReporterAccessRequested: once }, ends: ['ReporterAccessApproved', 'ReporterAccessDenied', 'ReporterErased'],
    },
    ConfirmReporterErasure: { label: '由第二人确认销毁举报人身份', falls, at: reporter, opens: { ReporterErasureProposed: once }, ends: ['ReporterErased'] },
  },
  closes: { ComplaintMerged: true, ComplaintClosed: true },
});
