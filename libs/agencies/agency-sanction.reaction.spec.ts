import { sanctionDuesWithTheCalendar, sanctionLinks } from '#libs/agencies/agency-sanction.reaction';
import type { Lookup } from '#libs/event-sourcing/decider';
import { recorded } from '#libs/event-sourcing/given';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';

const FACTS: Readonly<Record<string, readonly object[]>> = {
  'case-1': [{ type: 'SpecialSupervisionOpened', data: { agencyId: 'agency-1' } }],
  'daily-2': [{ type: 'DailySupervisionPlanned', data: { agencyId: 'agency-1' } }],
  'daily-3': [{ type: 'DailySupervisionPlanned', data: { agencyId: 'agency-2' } }],
};
const files = [{ sanctionId: 'open' }, { sanctionId: 'over', ended: 'RESUMED' }];
const lookup = {
  fold: (stream: string, initial: unknown, evolve: (state: unknown, event: unknown) => unknown) => Promise.resolve((FACTS[stream] ?? []).reduce<unknown>(evolve, initial)),
  find: (_view: unknown, { after }: { readonly after?: { readonly key: string } }) => Promise.resolve(after === undefined ? files : []),
} as unknown as Lookup;
const stored = (type: string, data: object, stream = 'agencysanction-x-1') => recorded({ type, data }, { stream });
const violation = (ground: string, supervision?: string) => ({ ground, ...(supervision === undefined ? {} : { supervision }) });

describe('a sanction case', () => {
  it('is told to each supervision of the agency that it rests on, with the grounds', async () => {
    const violations = [violation('G1', 'case-1'), violation('G3', 'case-1'), violation('G3', 'daily-2'), violation('G2', 'daily-3'), violation('G2', 'session-4'), violation('G5')];
    expect(await sanctionLinks.search(stored('ViolationCaseOpened', { agencyId: 'agency-1', violations }), lookup)).toEqual([
      { name: 'LinkCaseToSanction', target: '1', body: { sanctionId: 'x-1', grounds: ['G1', 'G3'] } },
      { name: 'LinkDailyToSanction', target: '2', body: { sanctionId: 'x-1', grounds: ['G3'] } },
    ]);
    expect(await sanctionLinks.search(stored('SanctionNotified', {}), lookup)).toEqual([]);
  });

  it('has its periods counted again with the calendar, and after one was set, as long as it is open', async () => {
    const search = (type: string, stream?: string) => sanctionDuesWithTheCalendar.search(stored(type, {}, stream), lookup);
    expect(await search('WorkCalendarPublished', CALENDAR_STREAM)).toEqual([{ name: 'RecomputeSanctionDues', target: 'open', body: {} }]);
    expect(await search('SanctionNotified')).toEqual([{ name: 'RecomputeSanctionDues', target: 'x-1', body: {} }]);
    expect(await search('StatementReceived')).toEqual([]);
  });
});
