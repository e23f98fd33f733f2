import type { LegalDate } from '#libs/event-sourcing/event';
import type { ApprovePublication, ProposePublication } from '#libs/publication/publication.commands';
import type { PublishedKind } from '#libs/publication/publication.events';
import { publicationIdOf } from '#libs/publication/publication-id';
import type { Area } from '#libs/regulation/areas';
import { clerkOf, reviewerOf } from '#libs/simulation/actors';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { SHARES } from '#libs/simulation/shares';
import { send, settled, type Story, waitUntil } from '#libs/simulation/story';

/** A supervision that has been closed. */
export interface ClosedSupervision {
  readonly caseId: string;
  readonly dispatcher: Area;
  readonly random: Random;
}

/** 一公开: within a few days of the closing, by two persons; now and then nobody thinks of it. */
export function* publicationStory(kind: PublishedKind, { random, caseId, dispatcher }: ClosedSupervision, closedOn: LegalDate, foundProblems: boolean): Story {
  if (random.chance(SHARES.publication.forgotten)) return;
  const target = publicationIdOf(kind, caseId);
  const proposedOn = workingDay(closedOn, random.between(2, 6));
  const proposal: ProposePublication = {
    findings: foundProblems ? '督导发现的问题已经整改。' : '督导未发现需要整改的问题。',
    guidance: '继续完善质量管理制度。',
    cut: foundProblems ? [{ what: 'CANDIDATE', reason: '考生信息与公开无关' }] : [],
  };
  yield* settled();
  yield* waitUntil(officeTime(random, proposedOn));
  yield* send(clerkOf(dispatcher), 'ProposePublication', target, proposal);
  const approval: ApprovePublication = { visibleFrom: workingDay(proposedOn, random.between(1, 4)) };
  yield* waitUntil(officeTime(random, approval.visibleFrom));
  yield* send(reviewerOf(dispatcher), 'ApprovePublication', target, approval);
}
