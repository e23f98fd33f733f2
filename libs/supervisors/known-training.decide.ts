import type { TrainingEvent } from '#libs/agencies/training.events';
import { evolveTraining, isRunning, type SatExam, type TrainingState } from '#libs/agencies/training.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { applicationRules } from '#libs/supervisors/application.rules';
import type { Credential } from '#libs/supervisors/credential.evolve';

/** The training that an internal supervisor takes part in; undefined where the stream does not exist. */
export interface KnownTraining {
  readonly training: TrainingState;
}

export const gatherTraining = async (trainingId: string | undefined, lookup: Lookup): Promise<KnownTraining> => ({
  training: trainingId === undefined ? undefined : await lookup.fold<TrainingState, TrainingEvent>(`training-${trainingId}`, undefined, evolveTraining),
});

/** An internal supervisor takes part in a training of the selecting body whose plan was filed and which has begun. */
export function requireOwnTraining({ selection }: Credential, startsOn: LegalDate, known: KnownTraining): void {
  if (selection === undefined) return;
  const { training } = known;
  require(training !== undefined && isRunning(training), applicationRules.TrainingHasStarted);
  require(training.by === selection.by && training.organisation === selection.organisation, applicationRules.TrainingIsOfTheBody);
  require((training.startedOn ?? '') <= startsOn, applicationRules.TrainingDayIsReal, startsOn);
}

/** The result of an internal supervisor is one that the training has recorded: the latest of this person. */
export function requireResultOfTraining({ selection }: Credential, { score, examinedOn }: SatExam, credentialId: string, known: KnownTraining): void {
  if (selection === undefined) return;
  const latest = known.training?.results[credentialId]?.at(-1);
  require(latest?.score === score && latest.examinedOn === examinedOn, applicationRules.ResultIsThatOfTheTraining);
}
