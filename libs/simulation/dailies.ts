import { createHash } from 'node:crypto';
import type { EvidenceInput } from '#libs/cases/case-inputs.commands';
import type { DailyEvent } from '#libs/cases/daily.events';
import { type Daily, type DailyState, evolveDaily } from '#libs/cases/daily.evolve';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import type { Rule } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { clerkOf } from '#libs/simulation/actors';
import { type Random, randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { chosenOf, type SimulatedSession } from '#libs/simulation/sessions';
import { SHARES } from '#libs/simulation/shares';
import { expectRefusal, lookAt, send, type Story } from '#libs/simulation/story';

/** A daily supervision of one session. */
export interface SimulatedDaily {
  readonly no: number;
  readonly caseId: string;
  readonly session: SimulatedSession;
  readonly dispatcher: Area;
  /** The day on which it was found that the session should be supervised. */
  readonly foundOn: LegalDate;
  /** The draw that found it, where it was drawn. */
  readonly targetDrawId?: string;
  readonly random: Random;
}

export const ALL_DAILIES = 400;

/** A supervision of the session; as soon as it was registered, unless something else is said. */
export function dailyAt(no: number, session: SimulatedSession, dispatcher: Area, seed: string, found: Partial<Pick<SimulatedDaily, 'foundOn' | 'targetDrawId'>> = {}): SimulatedDaily {
  const { sessionId, registeredAt } = session;
  return { no, session, dispatcher, foundOn: registeredAt.slice(0, 10), caseId: idAt(registeredAt, `${seed} daily ${sessionId}`), random: randomFor(seed, `daily ${sessionId}`), ...found };
}

/** By number of the session. */
export function planDailies(count: number, sessions: readonly SimulatedSession[], seed: string): ReadonlyMap<number, SimulatedDaily> {
  const random = randomFor(seed, 'dailies');
  const chosen = chosenOf(sessions, count, random);
  return new Map(
    sessions.filter(({ no }) => chosen.has(no)).map((session, no) => {
      const dispatcher = random.chance(SHARES.daily.byProvince) ? 'FJ' : session.agency.center;
      return [session.no, dailyAt(no, session, dispatcher, seed)] as const;
    }),
  );
}

export function* dailyNow({ caseId }: SimulatedDaily): Story<Daily> {
  const state = yield* lookAt<DailyState, DailyEvent>(`daily-${caseId}`, undefined, evolveDaily);
  if (state === undefined) throw new Error(`daily supervision ${caseId} is not planned`);
  return state;
}

export const clerk = ({ dispatcher }: SimulatedDaily): Actor => clerkOf(dispatcher);

export const act = <C extends object>({ caseId }: SimulatedDaily, by: Actor, name: string, body: C): Story<Outcome> => send(by, name, caseId, body);

export const refusedAct = <C extends object>({ caseId }: SimulatedDaily, by: Actor, name: string, body: C, rule: Rule): Story => expectRefusal(by, name, caseId, body, rule);

export function evidence({ no }: SimulatedDaily, mark: string, title: string): EvidenceInput {
  const evidenceId = `日证-${no + 1}-${mark}`;
  return { evidenceId, title, sha256: createHash('sha256').update(evidenceId).digest('hex'), classification: 'INTERNAL' };
}
