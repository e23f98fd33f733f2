import type { CASE_SORTS, ListCases } from '#apps/server/src/cases/cases.queries';
import { isSupervised } from '#apps/server/src/cases/cases.readable';
import { containing } from '#apps/server/src/http/containing';
import type { Order } from '#apps/server/src/http/cursor';
import type { Filter } from '#apps/server/src/http/find-documents';
import type { CaseFile } from '#libs/cases/case-file.view';
import type { Actor, Instant, LegalDate } from '#libs/event-sourcing/event';
import { CONTENT_ITEMS } from '#libs/regulation/codes';

type Sort = (typeof CASE_SORTS)[number];

const ORDERS: Readonly<Record<Sort, Order>> = {
  '-openedOn': { member: 'openedOn', descending: true },
  dueAt: { member: 'dueAt' },
  '-lastEventAt': { member: 'lastEventAt', descending: true },
};
const OF_AGENCY: Order = { member: 'noticeServedOn', descending: true };

/** Texts that a search looks in; an agency's are those it has been told. */
const textsOf = ({ caseId, documentNumber = '', agencyName, matters }: Pick<CaseFile, 'caseId' | 'documentNumber' | 'agencyName' | 'matters'>): readonly string[] => [
  caseId, documentNumber, agencyName, ...matters.flatMap(({ item, detail = '' }) => [CONTENT_ITEMS[item].label, detail]),
];

/** 24:00 in Asia/Shanghai, as text: a day that no calendar has is merely between two others. */
const endOf = (day: LegalDate): Instant => `${day}T16:00:00.000Z`;

/** First open deadlines up to an instant; all where the order alone asks for them. */
function dueRange({ overdue, dueBy }: ListCases, sort: Sort, now: Instant): Filter['range'] {
  const ends = [...(overdue === true ? [now] : []), ...(dueBy === undefined ? [] : [endOf(dueBy)])].sort();
  if (ends[0] !== undefined) return { member: 'dueAt', from: '0', to: ends[0] };
  return sort === 'dueAt' ? { member: 'dueAt', from: '0' } : undefined;
}

export function caseFilter(query: ListCases, actor: Actor, now: Instant): Filter {
  const { area, dispatcher, state, agencyId, overdue, dueBy, q } = query;
  const { sort = overdue === true || dueBy !== undefined ? 'dueAt' : '-openedOn' } = query;
  const order = sort === '-openedOn' && isSupervised(actor) ? OF_AGENCY : ORDERS[sort];
  return { where: { area, dispatcher, state, agencyId }, range: dueRange(query, sort, now), order, keeps: containing(q, textsOf) as Filter['keeps'] };
}
