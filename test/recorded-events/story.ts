import { PASSING } from '#test/support/passing-store';
import { agencySanctionsStory } from '#test/recorded-events/agency-sanctions.story';
import { archivesStory } from '#test/recorded-events/archives.story';
import { assessmentsStory } from '#test/recorded-events/assessments.story';
import { casesStory } from '#test/recorded-events/cases.story';
import { complaintsStory } from '#test/recorded-events/complaints.story';
import { dailiesStory } from '#test/recorded-events/dailies.story';
import { drawsStory, STORY_KEY } from '#test/recorded-events/draws.story';
import { foundationStory } from '#test/recorded-events/foundation.story';
import { sessionsStory } from '#test/recorded-events/sessions.story';
import type { Step } from '#test/recorded-events/step';
import { workingNormsStory } from '#test/recorded-events/working-norms.story';
import { supervisionFrequenciesStory } from '#test/recorded-events/supervision-frequencies.story';
import { policiesStory } from '#test/recorded-events/policies.story';
import { publicationsStory } from '#test/recorded-events/publications.story';
import { supervisorsStory } from '#test/recorded-events/supervisors.story';
import { trainingsStory } from '#test/recorded-events/trainings.story';
import { webhooksStory } from '#test/recorded-events/webhooks.story';
import { readLog } from '#test/support/read-log';
import { temporaryFolder } from '#test/support/temporary-folder';
import { NotAllowed } from '#libs/event-sourcing/rule';
import { SettableClock } from '#libs/event-sourcing/clock';
import type { Instant, RecordedEvent } from '#libs/event-sourcing/event';
import { idFromText } from '#libs/event-sourcing/ids';
import { openRecord, type Stores, type SupervisionRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';

/** In the order of time; what falls on one day keeps its order here. */
const STORY: readonly Step[] = [
  ...foundationStory,
  ...trainingsStory,
  ...supervisorsStory,
  ...casesStory,
  ...assessmentsStory,
  ...drawsStory,
  ...complaintsStory,
  ...sessionsStory,
  ...dailiesStory,
  ...agencySanctionsStory,
  ...workingNormsStory,
  ...supervisionFrequenciesStory,
  ...publicationsStory,
  ...archivesStory,
  ...policiesStory,
  ...webhooksStory,
].toSorted((one, other) => one.at.localeCompare(other.at));

/** By then every deadline of the story has run out. */
const END = '2026-12-31T02:00:00.000Z';

/** A refusal that is itself recorded is part of the story. */
function ofRefusal(error: unknown): void {
  if (!(error instanceof NotAllowed)) throw error;
}

/** Tells the story to a record over these stores, with what timers and reactions add. The same story brings the same bytes. */
export async function tellStoryTo({ events, documents }: Pick<Stores, 'events' | 'documents'>): Promise<SupervisionRecord> {
  const clock = new SettableClock('2021-01-01T00:00:00.000Z');
  const record = openRecord({ events, documents, clock, drawKey: STORY_KEY, onRefused: () => undefined });
  const settleAt = (instant: Instant): Promise<void> => {
    clock.set(instant);
    return record.worker.settle();
  };
  for (const { at, by, name, target, body, isRefused } of STORY) {
    await settleAt(at);
    const told = record.commands.handle({ name, target, body, actor: by, commandId: idFromText(`${at} ${by.person} ${name} ${target} ${JSON.stringify(body)}`) });
    await (isRefused === true ? told.catch(ofRefusal) : told);
  }
  await settleAt(END);
  return record;
}

/** The events of the story as the embedded store keeps them. */
export async function tellStory(): Promise<readonly RecordedEvent[]> {
  const folder = temporaryFolder();
  const events = await SqliteEventStore.open(folder.file('events.db'), PASSING);
  const documents = await SqliteDocumentStore.open(folder.file('documents.db'), PASSING);
  try {
    await tellStoryTo({ events, documents });
    return await readLog(events);
  } finally {
    await documents.close();
    await events.close();
    folder.remove();
  }
}
