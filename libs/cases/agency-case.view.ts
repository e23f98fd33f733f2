import type { CaseEvent } from '#libs/cases/case.events';
import { deadlinesAfter, type OpenDeadlines } from '#libs/cases/case.deadlines';
import { CASE_STAGES, type CaseStage, stageAfter } from '#libs/cases/case.stage';
import { type CaseDocument, documentsAfter } from '#libs/cases/case-documents.view';
import { type FileDeadline, firstDeadline } from '#libs/cases/case-file.view';
import { type CaseFlag, flagsAfter } from '#libs/cases/case-flags.view';
import type { GroupFormed } from '#libs/cases/case-group.events';
import type { FileMember } from '#libs/cases/case-members.view';
import { stepOfStage } from '#libs/cases/case-next-step.view';
import { AGENCY_DEADLINES, type AgencyNotice, type AnnouncedCase, CLOSED_GATE, type Gate, OPENS, passGate } from '#libs/cases/case-release.view';
import type { Matter } from '#libs/cases/case-intake.events';
import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** The case as its agency reads it: a fold of the facts that the agency has been told, and of nothing else. */
export interface AgencyCase extends AnnouncedCase {
  readonly caseId: string;
  /** As far as the agency has been told. */
  readonly state: CaseStage;
  readonly stateName: string;
  /** Day of the notice, or of the disclosure of a covert visit. */
  readonly noticeServedOn: LegalDate;
  /** First and last planned day on site, both included. */
  readonly onSiteFrom: LegalDate;
  readonly onSiteTo: LegalDate;
  readonly onSiteStartedOn?: LegalDate;
  readonly onSiteEndedOn?: LegalDate;
  readonly matters: readonly Matter[];
  /** The group, without whom the agency has had recused. */
  readonly members: readonly Pick<FileMember, 'supervisorId' | 'personId' | 'isLeader'>[];
  readonly nextStep: string;
  readonly isAgencyNext: boolean;
  /** The open deadline of the agency that ends first. */
  readonly deadline?: FileDeadline;
  /** Its end, for order and filter. */
  readonly dueAt?: Instant;
  readonly deadlines: OpenDeadlines;
  readonly flags: readonly CaseFlag[];
  readonly documents: readonly CaseDocument[];
  /** Whether the opinion has reached the agency. */
  readonly isDelivered: boolean;
  readonly documentNumber?: string;
  readonly closedOn?: LegalDate;
  readonly lastEventAt: Instant;
}

type Derived = 'stateName' | 'nextStep' | 'isAgencyNext' | 'deadline' | 'dueAt';
type Folded = Omit<AgencyCase, Derived>;

const membersOf = ({ members, leader }: GroupFormed['data']): AgencyCase['members'] =>
  members.map(({ supervisorId, personId }) => ({ supervisorId, personId, isLeader: supervisorId === leader }));

function announced(caseId: string, { group, text: _text, cardNumber: _card, selfReportDue: _due, ...notice }: AgencyNotice, at: Instant): Folded {
  return { caseId, ...notice, members: membersOf(group), state: 'NOTIFIED', noticeServedOn: legalDateOf(at), deadlines: {}, flags: [], documents: [], isDelivered: false, lastEventAt: at };
}

/** Members that only some events touch. */
function particulars(file: Folded, { type, data, meta }: Recorded<CaseEvent>): Folded {
  const on = legalDateOf(meta.occurredAt);
  switch (type) {
    case 'GroupFormed':
      return { ...file, members: membersOf(data) };
    case 'SupervisorRecused':
      return { ...file, members: file.members.filter(({ supervisorId }) => supervisorId !== data.supervisorId) };
    case 'MattersWidened':
      return { ...file, matters: [...file.matters, ...data.added] };
    case 'OnSiteStarted':
      return { ...file, onSiteStartedOn: on };
    case 'OnSiteEnded':
      return { ...file, onSiteEndedOn: on };
    case 'OpinionIssued':
      return { ...file, documentNumber: data.documentNumber };
    case 'OpinionDelivered':
      return { ...file, isDelivered: true };
    case 'CaseClosed':
      return { ...file, closedOn: on };
    default:
      return file;
  }
}

/** Steps on site are told by their days: the group's papers about them are its own. */
const hasPaper = ({ type }: CaseEvent): boolean => type !== 'ViewsHeard' && type !== 'OnSiteEnded';
const own = (deadlines: OpenDeadlines): OpenDeadlines => Object.fromEntries(AGENCY_DEADLINES.flatMap((name) => (deadlines[name] === undefined ? [] : [[name, deadlines[name]]])));

function derive(file: Folded): AgencyCase {
  const { actor, step } = stepOfStage({ ...file, members: [], vacant: [], isOverdue: false });
  const isAgencyNext = actor === 'AGENCY';
  const deadline = firstDeadline(file.deadlines);
  const due = deadline === undefined ? {} : { deadline, dueAt: deadline.due.dueAt };
  const nextStep = isAgencyNext || actor === 'NOBODY' ? step : '等候委派机构或者督导小组办理';
  return { ...file, stateName: CASE_STAGES[file.state], nextStep, isAgencyNext, ...due };
}

/** One more fact that the agency is told. */
export function afterTold(file: AgencyCase | null, event: Recorded<CaseEvent>, caseId: string): AgencyCase | null {
  const at = event.meta.occurredAt;
  const before = file ?? (OPENS.includes(event.type) ? announced(caseId, event.data as unknown as AgencyNotice, at) : null);
  if (before === null) return null;
  const { deadline: _due, dueAt: _at, ...folded } = before as AgencyCase;
  return derive({
    ...particulars(folded, event),
    state: stageAfter(folded.state, event),
    deadlines: own(deadlinesAfter(folded.deadlines, event)),
    flags: flagsAfter(folded.flags, event).filter((flag) => flag !== 'RECUSED_LATE'),
    documents: hasPaper(event) ? documentsAfter(folded.documents, event) : folded.documents,
    lastEventAt: at,
  });
}

/** The stored form: what the agency reads, and what is still kept from it. Before the notice there is only the latter. */
export type AgencyCaseDocument = (AgencyCase | object) & { readonly gate: Gate };

/** What may leave the store. */
export const agencyCaseOf = ({ gate: _gate, ...file }: AgencyCaseDocument): AgencyCase => file as AgencyCase;

export const agencyCase: View<AgencyCaseDocument> = {
  name: 'agency-case',
  version: 3,
  categories: ['case'],
  indexes: ['agencyId', 'area', 'dispatcher', 'state', 'noticeServedOn', 'dueAt', 'lastEventAt'],
  keys: (event) => [event.stream.slice('case-'.length)],
  apply: (document, event, caseId) => {
    const { gate, told } = passGate(document?.gate ?? CLOSED_GATE, event as unknown as Recorded<CaseEvent>);
    const before = document !== null && document.gate.told > 0 ? agencyCaseOf(document) : null;
    return { ...told.reduce<AgencyCase | null>((file, fact) => afterTold(file, fact, caseId), before), gate };
  },
};
