import type { Readable } from '#apps/server/src/http/readable';
import { afterTold, type AgencyCase, agencyCase, type AgencyCaseDocument, agencyCaseOf } from '#libs/cases/agency-case.view';
import type { CaseEvent } from '#libs/cases/case.events';
import { type CaseFile, caseFile } from '#libs/cases/case-file.view';
import { toldToAgency } from '#libs/cases/case-release.view';
import { caseSeat } from '#libs/cases/case-seat.view';
import type { Actor, Recorded } from '#libs/event-sourcing/event';

/** Supervisors who have a seat in the case; who stepped back, did not answer or was recused sees it no more, nor its past (R3.6-1). */
const sits = ({ person, role }: Actor, { members }: CaseFile): boolean =>
  role === 'EXT_SUPERVISOR' && members.some(({ personId, status }) => personId === person && ['SEATED', 'ACCEPTED'].includes(status));

/** 案卷, for those who lead, supervise and check the case. */
const files: Readable<CaseFile> = {
  view: caseFile,
  sight: { area: 'area' },
  category: 'case',
  relation: {
    holds: sits,
    index: ({ person, role }) => (role === 'EXT_SUPERVISOR' ? { view: caseSeat, where: { personId: person }, key: 'caseId' } : undefined),
  },
};

/** The case for the supervised agency: what it has been told. */
const told: Readable<AgencyCaseDocument> = {
  view: agencyCase,
  sight: { agency: 'agencyId' },
  category: 'case',
  release: {
    shown: agencyCaseOf,
    told: toldToAgency,
    afterTold: (document, event, caseId) => afterTold(document as AgencyCase | null, event as unknown as Recorded<CaseEvent>, caseId) as AgencyCaseDocument | null,
    numbersItself: true,
  },
};

export const isSupervised = ({ role }: Actor): boolean => role === 'AGENCY';

/** What this actor reads of a case. */
export const casesFor = (actor: Actor): Readable<object> => (isSupervised(actor) ? told : files) as unknown as Readable<object>;
