import { recomputeWithTheCalendar } from '#libs/cases/case-deadline.reaction';
import { at, CASE_ID, KNOWN, through, type Told } from '#libs/cases/case-story';
import { type CaseFile, caseFile } from '#libs/cases/case-file.view';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import type { Fact } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

const notice = KNOWN.calendar[2026];
const corrected = { ...KNOWN.calendar, ...(notice !== undefined && { 2026: { ...notice, version: 2 } }) };
const stream = `case-${CASE_ID}`;
const fileAfter = (events: readonly Told[], caseId: string): CaseFile => {
  const file = events.reduce<CaseFile | null>((before, fact, revision) => caseFile.apply(before, recorded(fact, { stream, revision, occurredAt: fact.occurredAt }), caseId), null);
  if (file === null) throw new Error('no file');
  return file;
};

/** Views and streams as they are at one moment. */
const lookup = (calendar: WorkCalendar, files: readonly CaseFile[] = []): Lookup => ({
  fold: <S>() => Promise.resolve(calendar as S),
  get: () => Promise.resolve(undefined),
  find: <D extends object>(_view: unknown, { after, limit }: Find) => Promise.resolve(files.filter(({ caseId }) => caseId > (after?.key ?? '')).slice(0, limit) as unknown as D[]),
});
const search = (event: Fact, of: string, found: Lookup) => recomputeWithTheCalendar.search(recorded(event, { stream: of }), found);
const published = { type: 'WorkCalendarPublished', data: notice ?? {} };

describe('a year that is published or corrected', () => {
  it('moves every case with an open deadline counted in it, however many, and no other', async () => {
    const open = through('EndOnSite');
    const closed = through('CloseCase');
    const flagged: readonly Told[] = [...open, { type: 'OpinionOverdue', data: { due: fileAfter(open, '').deadlines.opinion?.deadline as never }, occurredAt: at('05-01') }];
    const name = (index: number): string => `c-${String(index).padStart(4, '0')}`;
    const files = Array.from({ length: 450 }, (_none, index) => fileAfter([open, closed, flagged][index % 3] ?? open, name(index)));
    const requests = await search(published, CALENDAR_STREAM, lookup(corrected, files));
    expect(requests).toEqual(Array.from({ length: 150 }, (_none, index) => ({ name: 'RecomputeDeadlines', target: name(index * 3), body: {} })));
    expect(await search(published, CALENDAR_STREAM, lookup(KNOWN.calendar, files))).toEqual([]);
  });
});

describe('a deadline that was set while its year was corrected', () => {
  const served = through('ServeSupervisionNotice').at(-1) as Told;

  it('is recomputed as soon as it is seen', async () => {
    expect(await search(served, stream, lookup(corrected))).toEqual([{ name: 'RecomputeDeadlines', target: CASE_ID, body: {} }]);
    expect(await search(served, stream, lookup(KNOWN.calendar))).toEqual([]);
  });

  it('is looked for only in facts that set one', async () => {
    const silent = { ...lookup(corrected), fold: () => Promise.reject(new Error('asked')) };
    expect(await search(through('FormGroup').at(-1) as Told, stream, silent)).toEqual([]);
  });
});
