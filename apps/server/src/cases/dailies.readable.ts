import type { Readable } from '#apps/server/src/http/readable';
import { dailySeat } from '#libs/cases/case-seat.view';
import { type DailyDocument, dailyFile, dailyFileOf } from '#libs/cases/daily-file.view';
import { type DailyMeasuresDocument, dailyMeasuresFile, dailyMeasuresOf, isToldToAgency } from '#libs/cases/daily-measures.view';
import type { Actor } from '#libs/event-sourcing/event';

/** Supervisors who have a seat; who stepped back, did not answer or was recused sees the file no more (R3.6-1). */
const sits = ({ person, role }: Actor, { members }: DailyDocument): boolean =>
  role === 'EXT_SUPERVISOR' && members.some(({ personId, status }) => personId === person && ['SEATED', 'ACCEPTED'].includes(status));

/** The centre where the agency is filed reads what is held elsewhere; its list is of its own area. */
const isFiling = ({ role, organisation }: Actor, { filedIn }: DailyDocument): boolean => role === 'MUNICIPAL_CENTER' && filedIn === organisation;

/** 日常督导案卷, for those who lead, supervise and check it; never for the agency. */
export const dailyFiles: Readable<DailyDocument> = {
  view: dailyFile,
  sight: { area: 'area' },
  category: 'daily',
  relation: {
    holds: (actor, file) => sits(actor, file) || isFiling(actor, file),
    index: ({ person, role }) => (role === 'EXT_SUPERVISOR' ? { view: dailySeat, where: { personId: person }, key: 'caseId' } : undefined),
  },
  release: { shown: dailyFileOf, told: (events) => events },
};

/** 日常督导告知和措施: for the agency they are addressed to, numbered as it is told, and for those who read the file. */
export const dailyMeasureFiles: Readable<DailyMeasuresDocument> = {
  view: dailyMeasuresFile,
  sight: { area: 'area', agency: 'agencyId' },
  isThere: ({ isTold }) => isTold,
  category: 'daily',
  release: { shown: dailyMeasuresOf, told: (events) => events.filter(isToldToAgency), numbersItself: true },
};
