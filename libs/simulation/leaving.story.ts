import type { LegalDate } from '#libs/event-sourcing/event';
import { province, supervisorActor } from '#libs/simulation/actors';
import type { Career } from '#libs/simulation/careers';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { someDay } from '#libs/simulation/sanction.story';
import { attempt, lookAt, send, type Story, waitUntil } from '#libs/simulation/story';
import type { ReplaceCard, ResignSupervisor, ReturnCard } from '#libs/supervisors/appointment.commands';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { evolveSupervisor } from '#libs/supervisors/supervisor.evolve';
import type { SupervisorState } from '#libs/supervisors/credential.evolve';

function* cardOf(credentialId: string): Story<string> {
  const credential = yield* lookAt<SupervisorState, SupervisorEvent>(`supervisor-${credentialId}`, undefined, evolveSupervisor);
  return credential?.cards.at(-1)?.number ?? '';
}

/** 补换证 */
export function* replaceCardStory({ credentialId }: Career, random: Random, year: number): Story {
  yield* waitUntil(officeTime(random, someDay(random, year)));
  const body: ReplaceCard = { number: yield* cardOf(credentialId), reason: random.pick(['证卡遗失', '证卡损坏']) };
  yield* send(province, 'ReplaceCard', credentialId, body);
}

function* giveBack(credentialId: string): Story {
  const body: ReturnCard = { number: yield* cardOf(credentialId) };
  yield* send(province, 'ReturnCard', credentialId, body);
}

/** 交回证卡 some days after the term. */
export function* returnCardStory({ credentialId }: Career, random: Random, termEnd: LegalDate): Story {
  yield* waitUntil(officeTime(random, workingDay(termEnd, random.between(2, 10))));
  yield* giveBack(credentialId);
}

const MOST_TRIES = 6;

/** 退出: not before the open tasks have been handed over. */
export function* resignStory({ credentialId, personId }: Career, random: Random, year: number): Story {
  const body: ResignSupervisor = { reason: random.pick(['工作调动', '身体原因', '本单位工作繁忙']) };
  let on = someDay(random, year);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    yield* waitUntil(officeTime(random, on));
    const refused = yield* attempt(supervisorActor(personId), 'ResignSupervisor', credentialId, body, [appointmentRules.TasksAreHandedOver]);
    if (refused === undefined) return yield* giveBack(credentialId);
    on = workingDay(on, 15);
  }
}
