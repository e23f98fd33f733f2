import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { province, supervisorActor } from '#libs/simulation/actors';
import { cardStory, enrolStory, passStory } from '#libs/simulation/application.story';
import type { Career } from '#libs/simulation/careers';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';
import { classesOf } from '#libs/simulation/training-classes';
import { appointmentRules } from '#libs/supervisors/appointment.rules';

/** Calendar days before the end of the term: the window for renewal opens 90 days before it. */
const TOO_EARLY = 120;
const APPLIES = 80;

/** 申请续聘, and for some a first try before the window opens. */
export function* startRenewalStory({ credentialId, personId }: Career, random: Random, termEnd: LegalDate): Story {
  const person = supervisorActor(personId);
  if (random.chance(0.2)) {
    yield* waitUntil(officeTime(random, workingDay(addDays(termEnd, -TOO_EARLY), 1)));
    yield* expectRefusal(person, 'ApplyForRenewal', credentialId, {}, appointmentRules.RenewalIsInTime);
  }
  yield* waitUntil(officeTime(random, workingDay(addDays(termEnd, -APPLIES), random.between(1, 8))));
  yield* send(person, 'ApplyForRenewal', credentialId, {});
}

/** 续聘 after training and examination in the class nearest to the end of the term. */
export function* renewStory(career: Career, random: Random, termEnd: LegalDate, year: number): Story {
  const { credentialId } = career;
  yield* startRenewalStory(career, random, termEnd);
  const training = classesOf(year).find(({ enrolOn }) => enrolOn > addDays(termEnd, 10 - APPLIES));
  if (training === undefined) return;
  yield* enrolStory(credentialId, training);
  yield* passStory(credentialId, training, random);
  const renewedOn = workingDay(training.scoredOn, 4);
  yield* waitUntil(timeOf(renewedOn, '10:00'));
  yield* send(province, 'RenewAppointment', credentialId, {});
  yield* cardStory(credentialId, workingDay(renewedOn, 2));
}
