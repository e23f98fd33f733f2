import { SettableClock } from '#libs/event-sourcing/clock';
import { idFromText } from '#libs/event-sourcing/ids';
import { publishKnownCalendars } from '#libs/record/known-calendars';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import { CALENDAR_ID, CALENDAR_STREAM, type CalendarEvent } from '#libs/regulation/calendar.events';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { type TemporaryFolder, temporaryFolder } from '#test/support/temporary-folder';

const department = { person: 'p-department', role: 'PROVINCIAL_HR', organisation: 'FJ' };
const own = { year: 2026, documentNo: '国办发明电〔2025〕99号', off: ['2026-01-01'], work: [] };

describe('the calendars that the program brings', () => {
  let folder: TemporaryFolder;
  let record: SupervisionRecord;
  let close: () => Promise<void>;
  beforeEach(async () => {
    folder = temporaryFolder();
    const events = await SqliteEventStore.open(folder.file('events.db'));
    const documents = await SqliteDocumentStore.open(folder.file('documents.db'));
    record = openRecord({ events, documents, clock: new SettableClock('2026-03-02T02:00:00.000Z'), onRefused: () => undefined });
    close = async () => {
      await documents.close();
      await events.close();
    };
  });
  afterEach(async () => {
    await close();
    folder.remove();
  });

  const published = async (): Promise<readonly CalendarEvent['data'][]> => {
    const years: CalendarEvent['data'][] = [];
    for await (const { data } of record.events.readStream(CALENDAR_STREAM)) years.push(data as CalendarEvent['data']);
    return years;
  };

  it('are published once each on a fresh store, though two programs start at once and a third later', async () => {
    await Promise.all([publishKnownCalendars(record), publishKnownCalendars(record)]);
    await publishKnownCalendars(record);
    expect((await published()).map(({ year, version }) => `${year}v${version}`)).toEqual(['2021v1', '2022v1', '2023v1', '2024v1', '2025v1', '2026v1']);
  });

  it('leave a year alone that the department published itself', async () => {
    await record.commands.handle({ name: 'PublishWorkCalendar', target: CALENDAR_ID, body: own, commandId: idFromText('own'), actor: department });
    await publishKnownCalendars(record);
    expect((await published()).filter(({ year }) => year === 2026)).toEqual([{ ...own, version: 1 }]);
  });
});
