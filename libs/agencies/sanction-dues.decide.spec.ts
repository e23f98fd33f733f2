import { accessRules } from '#libs/access/access.rules';
import { SANCTION_KNOWN, sanctioning, sanctionPhases, type SanctionTold } from '#libs/agencies/agency-sanction-story';
import { agencySanctionTimers } from '#libs/agencies/agency-sanction.timers';
import { type ServedSanction, afterServed, servedToAgency } from '#libs/agencies/served-sanction.view';
import { fuzhou, system } from '#libs/cases/case-story';
import type { LegalDate } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';

const { notified, held, reminded, submitted, resumed, revocationNotified } = sanctionPhases;
const notice = SANCTION_KNOWN.calendar[2026];

/** The notice of the year corrected: these days are off, too. */
const withOff = (...days: readonly LegalDate[]) => ({ ...SANCTION_KNOWN.calendar, 2026: { ...notice, version: 2, off: [...(notice?.off ?? []), ...days] } });
const recompute = (events: readonly SanctionTold[], day: string, off: readonly LegalDate[], by = system) => sanctioning(events, by, day, { calendar: withOff(...off) }).when('RecomputeSanctionDues');
const moved = (events: readonly SanctionTold[], day: string, ...off: readonly LegalDate[]) =>
  recompute(events, day, off).facts.map((fact) => (fact.type === 'SanctionDueRecomputed' ? [fact.data.period, fact.data.before.date, fact.data.after.date] : fact));

describe('the periods of a sanction case, when a year is published or corrected', () => {
  it('move while they are open', () => {
    expect(moved(notified, '04-09', '2026-04-15')).toEqual([['statement', '2026-04-15', '2026-04-16']]);
    expect(moved(held, '04-14', '2026-05-15')).toEqual([['correction', '2026-05-15', '2026-05-18']]);
    expect(moved(submitted, '05-07', '2026-05-26')).toEqual([['decision', '2026-05-26', '2026-05-27']]);
    expect(moved(reminded, '05-19', '2026-05-25')).toEqual([['reminder', '2026-05-25', '2026-05-26']]);
    expect(recompute(revocationNotified, '04-09', ['2026-04-15']).facts).toMatchObject([{ data: { period: 'statement' } }, { data: { period: 'hearing' } }]);
  });

  it('stay where they are over, where the case is, and where nothing changes', () => {
    expect(moved(notified, '04-16', '2026-04-15')).toEqual([]);
    expect(moved(resumed, '05-08', '2026-05-15')).toEqual([]);
    expect(moved(notified, '04-09', '2026-06-15')).toEqual([]);
    expect(sanctioning(notified, system, '04-09').when('RecomputeSanctionDues').facts).toEqual([]);
    recompute(notified, '04-09', ['2026-04-15'], fuzhou).expectRefusal(accessRules.OnlyTheSystem);
  });

  it('move once, with the timer and what the agency reads; the centre’s own stays with it', () => {
    const told = (events: readonly SanctionTold[], day: string, off: LegalDate) => [...events, ...recompute(events, day, [off]).facts.map((fact) => ({ ...fact, occurredAt: `2026-${day}T02:00:00.000Z` }))];
    const once = told(notified, '04-09', '2026-04-15');
    expect(moved(once, '04-10', '2026-04-15')).toEqual([]);
    const stored = (events: readonly SanctionTold[]) => events.map((fact, revision) => recorded(fact, { revision, stream: 'agencysanction-s-1', occurredAt: fact.occurredAt }));
    expect(agencySanctionTimers.timers(stored(once).at(-1) as never)).toMatchObject([{ timer: 'agencysanction-s-1:statement', dueAt: '2026-04-16T16:00:00.000Z', request: { name: 'LapseStatement' } }]);
    const read = (events: readonly SanctionTold[]) => servedToAgency(stored(events)).reduce<ServedSanction | null>((file, event) => afterServed(file, event as never, 's-1'), null);
    expect(read(once)?.dueAt).toBe('2026-04-16T16:00:00.000Z');
    expect(read(told(held, '04-14', '2026-05-15'))?.correction?.due.date).toBe('2026-05-18');
    const decided = told(submitted, '05-07', '2026-05-26');
    expect([decided.length - submitted.length, read(decided)]).toEqual([1, read(submitted)]);
  });
});
