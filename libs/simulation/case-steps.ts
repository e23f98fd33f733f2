import { createHash } from 'node:crypto';
import type { CaseEvent } from '#libs/cases/case.events';
import { type Case, type CaseState, evolveCase } from '#libs/cases/case.evolve';
import type { EvidenceInput } from '#libs/cases/case-inputs.commands';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import type { Rule } from '#libs/event-sourcing/rule';
import { agencyActor, clerkOf } from '#libs/simulation/actors';
import type { SimulatedCase } from '#libs/simulation/cases';
import { officeTime } from '#libs/simulation/office-hours';
import { expectRefusal, lookAt, send, type Story, waitUntil } from '#libs/simulation/story';

/** The case as it stands. */
export function* caseNow({ caseId }: SimulatedCase): Story<Case> {
  const state = yield* lookAt<CaseState, CaseEvent>(`case-${caseId}`, undefined, evolveCase);
  if (state === undefined) throw new Error(`case ${caseId} is not open`);
  return state;
}

export const clerk = ({ dispatcher }: SimulatedCase): Actor => clerkOf(dispatcher);
export const agency = ({ agency: { agencyId } }: SimulatedCase): Actor => agencyActor(agencyId);

/** A command about the case, now. */
export const act = <C extends object>({ caseId }: SimulatedCase, by: Actor, name: string, body: C): Story<Outcome> => send(by, name, caseId, body);

export const refusedAct = <C extends object>({ caseId }: SimulatedCase, by: Actor, name: string, body: C, rule: Rule): Story =>
  expectRefusal(by, name, caseId, body, rule);

/** Some moment of the day while the office is open. */
export const onDay = ({ random }: SimulatedCase, day: LegalDate): Story => waitUntil(officeTime(random, day));

/** Material, of which the record keeps the hash. */
export function evidence({ no }: SimulatedCase, mark: string, title: string): EvidenceInput {
  const evidenceId = `证-${no + 1}-${mark}`;
  return { evidenceId, title, sha256: createHash('sha256').update(evidenceId).digest('hex'), classification: 'INTERNAL' };
}
