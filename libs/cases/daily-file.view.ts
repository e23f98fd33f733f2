import type { DailyEvent } from '#libs/cases/daily.events';
import { type Daily, evolveDaily } from '#libs/cases/daily.evolve';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import { DAILY_STAGES } from '#libs/cases/daily.stage';
import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** 日常督导案卷: what the rules ask of the supervision, and what a reader needs beside it. */
export interface DailyFile extends Daily, Omit<DailySupervisionPlanned['data'], keyof Daily> {
  readonly caseId: string;
  readonly stageName: string;
  /** Day of planning in Asia/Shanghai. */
  readonly plannedOn: LegalDate;
  readonly lastEventAt: Instant;
}

function apply(file: DailyFile | null, event: Recorded<DailyEvent>, caseId: string): DailyFile | null {
  const daily = evolveDaily(file ?? undefined, event);
  if (daily === undefined) return null;
  const said = event.type === 'DailySupervisionPlanned' ? { ...event.data, plannedOn: legalDateOf(event.meta.occurredAt) } : file;
  return said === null ? null : { ...said, ...daily, caseId, stageName: DAILY_STAGES[daily.stage], lastEventAt: event.meta.occurredAt };
}

export const dailyFile: View<DailyFile> = {
  name: 'daily-file',
  version: 1,
  categories: ['daily'],
  indexes: ['caseId', 'area', 'dispatcher', 'stage', 'agencyId', 'sessionId', 'onSiteFrom', 'lastEventAt'],
  keys: (event) => [event.stream.slice('daily-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<DailyEvent>, key),
};
