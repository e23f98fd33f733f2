import type { Readable } from '#apps/server/src/http/readable';
import { type DailyFile, dailyFile } from '#libs/cases/daily-file.view';
import type { Actor } from '#libs/event-sourcing/event';

/** The centre where the agency is filed reads what is held elsewhere; its list is of its own area. */
const isFiling = ({ role, organisation }: Actor, { filedIn }: DailyFile): boolean => role === 'MUNICIPAL_CENTER' && filedIn === organisation;

/** 日常督导案卷, for those who lead, supervise and check it. */
export const dailyFiles: Readable<DailyFile> = {
  view: dailyFile,
  sight: { area: 'area' },
  category: 'daily',
  relation: { holds: isFiling, index: () => undefined },
};
