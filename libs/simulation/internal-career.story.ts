import type { SimulatedTraining, Trainee } from '#libs/simulation/internal-trainings';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import { randomFor } from '#libs/simulation/random';
import { SHARES } from '#libs/simulation/shares';
import { send, type Story, waitUntil } from '#libs/simulation/story';
import type { AppointSupervisor, IssueCard, ReplaceCard, ResignSupervisor, ReturnCard } from '#libs/supervisors/appointment.commands';

/** A number of the issuer; the last digit is that of the card of the holder. */
const numberOf = (year: string, { no }: Trainee, ordinal: number): string => `N35${year.slice(2)}-${String(no).padStart(4, '0')}-${ordinal}`;

/** 聘任 and 核发证卡 by the body that selected the person; a few leave, or lose the card. */
export function* internalCareerStory({ actor, startsOn }: SimulatedTraining, trainee: Trainee): Story {
  const { credentialId } = trainee;
  const random = randomFor(credentialId, 'career');
  const appointedOn = workingDay(startsOn, 12);
  const term: AppointSupervisor = { termStart: appointedOn };
  const first = numberOf(appointedOn, trainee, 1);
  const card: IssueCard = { internalNumber: first };
  yield* waitUntil(timeOf(appointedOn, '09:00'));
  yield* send(actor, 'AppointSupervisor', credentialId, term);
  yield* waitUntil(timeOf(workingDay(appointedOn, 1), '16:00'));
  yield* send(actor, 'IssueCard', credentialId, card);
  const someDay = workingDay(appointedOn, random.between(60, 200));
  if (random.chance(SHARES.training.cardReplaced)) {
    const replaced: ReplaceCard = { number: first, reason: '证卡损坏', internalNumber: numberOf(appointedOn, trainee, 2) };
    yield* waitUntil(officeTime(random, someDay));
    yield* send(actor, 'ReplaceCard', credentialId, replaced);
  } else if (random.chance(SHARES.training.resigned)) {
    const resigned: ResignSupervisor = { reason: '调离本单位' };
    const returned: ReturnCard = { number: first };
    yield* waitUntil(officeTime(random, someDay));
    yield* send(actor, 'ResignSupervisor', credentialId, resigned);
    yield* send(actor, 'ReturnCard', credentialId, returned);
  }
}
