import { allOf, before, type Invariant, inStream, type Log, type Logged, unless } from '#test/properties/typed-log';

/** The agency that the sanction case is about. */
export const agencyOfSanction = (log: Log, { stream }: Logged): string | undefined => allOf(inStream(log, stream), 'ViolationCaseOpened')[0]?.data.agencyId;

function isAllowed(log: Log, event: Logged): boolean {
  const earlier = inStream(before(log, event), event.stream);
  const isSerious = allOf(earlier, 'ViolationCaseOpened').some(({ data }) => data.severity === 'SERIOUS');
  return isSerious || (allOf(earlier, 'PlatformOperationHeld').length > 0 && allOf(earlier, 'CorrectionRefused').length > 0);
}

/** Decisions about the agency of the revocation that came after it. */
function afterwards(log: Log, event: Logged): readonly Logged[] {
  const agencyId = agencyOfSanction(log, event);
  const later = allOf(log.slice(log.indexOf(event) + 1), 'PlatformOperationHeld', 'AgencyCriticised', 'QualificationRevoked', 'PlatformOperationResumed');
  return later.filter(({ data }) => data.agencyId === agencyId);
}

/** 7: the steps above the first come after a hold and a refusal to correct, or in a serious case; a revocation is the last, and takes two persons. */
export const ladderIsClimbed: Invariant = (log) => [
  ...allOf(log, 'AgencyCriticised', 'RevocationProposed').flatMap((event) => unless(isAllowed(log, event), event, 'neither refused nor serious')),
  ...allOf(log, 'QualificationRevoked').flatMap((event) => [
    ...afterwards(log, event).map((later) => `${later.stream}@${later.revision} ${later.type}: after the revocation`),
    ...unless(allOf(inStream(before(log, event), event.stream), 'RevocationProposed').some(({ meta }) => meta.actor !== event.meta.actor), event, 'by one person'),
  ]),
];
