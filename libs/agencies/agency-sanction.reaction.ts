import type { AgencySanctionEvent, Violation } from '#libs/agencies/agency-sanction.events';
import { agencySanctionFile } from '#libs/agencies/agency-sanction.view';
import { readSupervision } from '#libs/agencies/supervision-facts.evolve';
import type { Lookup, Request } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { SearchingReaction } from '#libs/event-sourcing/reaction';
import { CALENDAR_STREAM } from '#libs/regulation/calendar.events';

const LINKS: Readonly<Record<string, string>> = { case: 'LinkCaseToSanction', daily: 'LinkDailyToSanction' };

/** The supervision is told, where it is one of this agency. */
async function linked(supervision: string, violations: readonly Violation[], agencyId: string, sanctionId: string, lookup: Lookup): Promise<readonly Request[]> {
  const split = supervision.indexOf('-');
  const name = LINKS[supervision.slice(0, split)];
  if (name === undefined || (await readSupervision(supervision, lookup)).agencyId !== agencyId) return [];
  const grounds = [...new Set(violations.filter((violation) => violation.supervision === supervision).map(({ ground }) => ground))];
  return [{ name, target: supervision.slice(split + 1), body: { sanctionId, grounds } }];
}

/** A supervision knows of the sanction cases that rest on it. */
export const sanctionLinks: SearchingReaction = {
  name: 'sanction-links',
  categories: ['agencysanction'],
  search: async (stored, lookup) => {
    const { type, data, stream } = stored as unknown as Recorded<AgencySanctionEvent>;
    if (type !== 'ViolationCaseOpened') return [];
    const supervisions = [...new Set(data.violations.flatMap(({ supervision }) => supervision ?? []))];
    const requests = await Promise.all(supervisions.map((supervision) => linked(supervision, data.violations, data.agencyId, stream.slice('agencysanction-'.length), lookup)));
    return requests.flat();
  },
};

const recompute = (sanctionId: string): Request => ({ name: 'RecomputeSanctionDues', target: sanctionId, body: {} });
const SETS_A_PERIOD: readonly string[] = ['SanctionNotified', 'CorrectionOrdered', 'CorrectionReturned', 'CorrectionReminded', 'CorrectionSubmitted'] satisfies readonly AgencySanctionEvent['type'][];

/** A year that is published or corrected moves the periods that rest on it; also one set by a command that had read the calendar just before. */
export const sanctionDuesWithTheCalendar: SearchingReaction = {
  name: 'sanction-dues-with-the-calendar',
  categories: ['calendar', 'agencysanction'],
  search: async ({ type, stream }, lookup) => {
    if (stream !== CALENDAR_STREAM) return SETS_A_PERIOD.includes(type) ? [recompute(stream.slice('agencysanction-'.length))] : [];
    const files = await findEvery(lookup, agencySanctionFile, {}, ({ sanctionId }) => sanctionId);
    return files.filter(({ ended }) => ended === undefined).map(({ sanctionId }) => recompute(sanctionId));
  },
};
