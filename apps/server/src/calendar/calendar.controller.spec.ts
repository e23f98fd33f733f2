import { publishKnownCalendars } from '#libs/record/known-calendars';
import { TestServer } from '#test/support/test-server';

const notice = { year: 2027, documentNo: '国办发明电〔2026〕1号', off: ['2027-01-01', '2027-01-02', '2027-01-03'], work: [] };

describe('the working calendar over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.close());

  it('knows the notices of 2021 to 2026 from the start, and a later start writes none again', async () => {
    const read = await server.as('supervisor-p-1').get('/v1/calendar/FJ');
    expect([read.status, read.headers.get('etag')]).toEqual([200, '"calendar-FJ@5"']);
    expect(read.body.years.map(({ year, version }: { year: number; version: number }) => [year, version])).toEqual([2021, 2022, 2023, 2024, 2025, 2026].map((year) => [year, 1]));
    await Promise.all([publishKnownCalendars(server.record), publishKnownCalendars(server.record)]);
    expect((await server.as('fuzhou').get('/v1/calendar/FJ')).headers.get('etag')).toBe('"calendar-FJ@5"');
  });

  it('explains a due date, and takes a year as soon as it is published', async () => {
    const due = () => server.as('fuzhou').get('/v1/calendar/FJ/due?start=2026-12-25&days=5');
    expect((await due()).body).toMatchObject({ date: '2027-01-04', provisional: true, calendarVersions: ['2026v1', '2027v0'] });
    const published = await server.as('department').post('/v1/calendar/FJ/publish-work-calendar', notice, { 'if-match': '"calendar-FJ@5"' });
    expect([published.status, published.body.events[0]?.type]).toEqual([200, 'WorkCalendarPublished']);
    expect((await due()).body).toMatchObject({ date: '2027-01-04', provisional: false, calendarVersions: ['2026v1', '2027v1'] });
    expect((await server.as('fuzhou').get('/v1/calendar/FJ/due?start=2026-09-01&days=30&kind=CD')).body).toMatchObject({ kind: 'CD', date: '2026-10-08' });
  });

  it('tells each version with its notice and who published it', async () => {
    await server.as('department').post('/v1/calendar/FJ/publish-work-calendar', { ...notice, off: notice.off.slice(0, 2) });
    const { items } = (await server.as('auditor').get('/v1/calendar/FJ/timeline')).body;
    expect(items[0]).toMatchObject({ role: 'SYSTEM', sentence: expect.stringContaining('国办发明电〔2020〕27号') });
    expect(items.at(-1)).toMatchObject({ role: 'PROVINCIAL_HR', sentence: expect.stringContaining('更正2027年工作日历(第2版)') });
  });

  it('refuses others, days that do not exist, and a notice that makes no sense', async () => {
    expect((await server.as('province').post('/v1/calendar/FJ/publish-work-calendar', notice)).status).toBe(403);
    expect((await server.as('department').post('/v1/calendar/FJ/publish-work-calendar', { ...notice, off: ['2027-02-30'] })).body.rule).toMatchObject({ name: 'NoticeIsConsistent' });
    for (const query of ['start=2026-02-30&days=5', 'start=2026-02-03&days=0', 'start=2026-02-03&days=5&kind=XD']) {
      expect((await server.as('fuzhou').get(`/v1/calendar/FJ/due?${query}`)).status).toBe(400);
    }
  });
});
