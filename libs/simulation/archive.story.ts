import type { AccessArchive } from '#libs/archives/archive.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import { clerkOf, province } from '#libs/simulation/actors';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import type { ClosedSupervision } from '#libs/simulation/publication.story';
import { SHARES } from '#libs/simulation/shares';
import { send, type Story, waitUntil } from '#libs/simulation/story';

/** 归档封存 by the centre that led it, some weeks after the closing; now and then the province reads it. */
export function* archiveStory(kind: 'case' | 'daily', { random, caseId, dispatcher }: ClosedSupervision, closedOn: LegalDate): Story {
  if (!random.chance(SHARES.archives.sealed)) return;
  yield* waitUntil(officeTime(random, workingDay(closedOn, random.between(12, 20))));
  yield* send(clerkOf(dispatcher), 'SealArchivePackage', `${kind}-${caseId}`, {});
  const reading: AccessArchive = { reason: '年度抽查督导质量' };
  if (random.chance(SHARES.archives.read)) yield* send(province, 'AccessArchive', `${kind}-${caseId}`, reading);
}
