import type { LegalDate } from '#libs/event-sourcing/event';
import { addYears } from '#libs/regulation/legal-date';
import {
  applyStory, appointStory, cardStory, confirmStory, enrolStory, failStory, passStory, reExamStory, rejectStory,
} from '#libs/simulation/application.story';
import type { Career } from '#libs/simulation/careers';
import { cancelStory, refuseRenewalStory } from '#libs/simulation/disqualification.story';
import { replaceCardStory, resignStory, returnCardStory } from '#libs/simulation/leaving.story';
import { workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { renewStory, startRenewalStory } from '#libs/simulation/renewal.story';
import { criticiseStory, dismissedProposalStory, suspendStory } from '#libs/simulation/sanction.story';
import type { Story } from '#libs/simulation/story';

const FAILS_FIRST: readonly Career['fate'][] = ['EXAM_FAILED', 'NEVER_PASSED', 'PASSED_AT_SECOND'];
/** Working days from the score to the appointment, and from there to the card. */
const TO_APPOINTMENT = 5;
const TO_CARD = 3;

/** From the application to an examination that was passed. Returns false where the way ended before. */
function* qualifyStory(career: Career, random: Random): Story<boolean> {
  const { credentialId, fate, training } = career;
  yield* applyStory(career, random);
  if (fate === 'APPLIED') return false;
  if (fate === 'REJECTED') {
    yield* rejectStory(career, random);
    return false;
  }
  yield* confirmStory(career);
  if (fate === 'CONDITIONS_CONFIRMED') return false;
  yield* enrolStory(credentialId, training);
  if (!FAILS_FIRST.includes(fate)) {
    yield* passStory(credentialId, training, random);
    return true;
  }
  yield* failStory(credentialId, training, random);
  if (fate === 'EXAM_FAILED') return false;
  yield* reExamStory(credentialId, training, random, fate === 'PASSED_AT_SECOND');
  return fate === 'PASSED_AT_SECOND';
}

interface Held {
  readonly career: Career;
  readonly random: Random;
  readonly year: number;
  readonly termEnd: LegalDate;
}

const cancelled = ({ career, random, year }: Held): Story => cancelStory(career, random, year);
const suspended = ({ career, random, year }: Held): Story => suspendStory(career, random, year);

/** What becomes of the appointed; the others just serve. */
const AFTERWARDS: Partial<Readonly<Record<Career['fate'], (held: Held) => Story>>> = {
  CARD_REPLACED: ({ career, random, year }) => replaceCardStory(career, random, year),
  CRITICISED: ({ career, random, year }) => criticiseStory(career, random, year),
  SUSPENDED: suspended,
  RESUMED: suspended,
  SUSPENSION_LAPSES: suspended,
  PROPOSAL_DISMISSED: ({ career, random, year }) => dismissedProposalStory(career, random, year),
  CANCELLED: cancelled,
  CANCELLED_BY_ASSESSMENT: cancelled,
  BAR_REVERSED: cancelled,
  RENEWAL_REFUSED: ({ career, random, termEnd }) => refuseRenewalStory(career, random, termEnd),
  RESIGNED: ({ career, random, year }) => resignStory(career, random, year),
  EXPIRES: ({ career, random, termEnd }) => returnCardStory(career, random, termEnd),
  RENEWED: ({ career, random, year, termEnd }) => renewStory(career, random, termEnd, year),
  RENEWAL_UNDER_WAY: ({ career, random, termEnd }) => startRenewalStory(career, random, termEnd),
};

/** One credential from the application on, up to the end of the simulated year or its own. */
export function* careerStory(career: Career, random: Random, year: number): Story {
  const qualified = yield* qualifyStory(career, random);
  if (!qualified || career.fate === 'EXAM_PASSED' || career.fate === 'IN_TRAINING') return;
  const { scoredOn, reExaminedOn } = career.training;
  const appointedOn = workingDay(career.fate === 'PASSED_AT_SECOND' ? workingDay(reExaminedOn, 2) : scoredOn, TO_APPOINTMENT);
  yield* appointStory(career, appointedOn);
  if (career.fate === 'WITHOUT_CARD') return;
  yield* cardStory(career.credentialId, workingDay(appointedOn, TO_CARD));
  yield* AFTERWARDS[career.fate]?.({ career, random, year, termEnd: addYears(appointedOn, 3) }) ?? [];
}
