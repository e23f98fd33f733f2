import type { LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { addDays } from '#libs/regulation/legal-date';
import type { ExclusionReason } from '#libs/regulation/own-codes';
import type { Credential, EndOfCredential, HeldCard, QualificationStep, Suspension, TermDays } from '#libs/supervisors/credential.evolve';

/** State of the life cycle, as it is on a day: dates decide, not whether a timer has run. */
export type Standing = QualificationStep | 'APPOINTED' | 'SUSPENDED' | 'EXPIRED' | EndOfCredential;

export const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  APPLIED: '已申报',
  CONDITIONS_CONFIRMED: '条件合格',
  REJECTED: '不符合条件',
  IN_TRAINING: '培训中',
  EXAM_PASSED: '考核合格',
  EXAM_FAILED: '考核不合格',
  APPOINTED: '在聘',
  SUSPENDED: '暂停委派',
  EXPIRED: '聘期届满自动解聘',
  CANCELLED: '取消资格',
  RENEWAL_REFUSED: '不予续聘',
  RESIGNED: '主动退出',
};

export const latestTerm = (credential: Credential): TermDays | undefined => credential.terms.at(-1);

const inForce = (suspension: Suspension, on: LegalDate): boolean => on <= suspension.endsOn;

export function standingOn(credential: Credential, on: LegalDate): Standing {
  const term = latestTerm(credential);
  if (credential.ended !== undefined) return credential.ended;
  if (term === undefined) return credential.qualification?.step ?? 'APPLIED';
  if (on > term.termEnd) return 'EXPIRED';
  return credential.suspensions.some((suspension) => inForce(suspension, on)) ? 'SUSPENDED' : 'APPOINTED';
}

/** Cards whose days are not over and that are still with the holder. */
export const liveCards = (credential: Credential, on: LegalDate): readonly HeldCard[] =>
  credential.cards.filter((card) => !card.voided && !card.returned && on <= card.validUntil);

/** The valid card of the latest term: at most one. */
export function cardOfLatestTerm(credential: Credential): HeldCard | undefined {
  const term = latestTerm(credential);
  return credential.cards.find((card) => card.validUntil === term?.termEnd && !card.voided && !card.returned);
}

function cardReasons(credential: Credential, on: LegalDate): readonly ExclusionReason[] {
  const cards = credential.cards.filter(({ validFrom, validUntil }) => validFrom <= on && on <= validUntil);
  if (cards.some((card) => !card.voided && !card.returned)) return [];
  return [cards.some((card) => card.voided) ? 'CARD_VOID' : 'NO_CARD'];
}

/** Ended by a sanction that bars the person. */
export const endedBySanction = ({ ended }: Credential): boolean => ended === 'CANCELLED' || ended === 'RENEWAL_REFUSED';

const isInTerm = ({ ended, terms }: Credential, on: LegalDate): boolean =>
  ended === undefined && terms.some(({ termStart, termEnd }) => termStart <= on && on <= termEnd);

/** Suspended by anybody, for all tasks or for that centre's own. */
export const isSuspendedOn = ({ suspensions }: Credential, on: LegalDate): boolean => suspensions.some((suspension) => inForce(suspension, on));

/** In term on the day, and not suspended by anybody. */
export const isInService = (credential: Credential, on: LegalDate): boolean =>
  isInTerm(credential, on) && !isSuspendedOn(credential, on);

/**
 * Every reason why the centre `by` may not draw the holder for a task on the day; none where it may. The bar that
 * another credential of the same person has brought is known to the person's stream, not here.
 */
export function exclusionsOn(credential: Credential, on: LegalDate, by: Area): readonly ExclusionReason[] {
  const inTerm = isInTerm(credential, on);
  const suspended = credential.suspensions.some((suspension) => inForce(suspension, on) && (suspension.scope === 'ALL' || suspension.by === by));
  return [
    ...(endedBySanction(credential) ? (['BARRED'] as const) : []),
    ...(inTerm ? cardReasons(credential, on) : (['OUT_OF_TERM'] as const)),
    ...(suspended ? (['SUSPENDED'] as const) : []),
  ];
}

/** First day on which a renewal may be applied for: the last `windowDays` days of the term, its last day included. */
export const renewalOpensOn = (term: TermDays, windowDays: number): LegalDate => addDays(term.termEnd, 1 - windowDays);
