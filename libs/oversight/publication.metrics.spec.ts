import { type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import type { PublicationEvent } from '#libs/publication/publication.events';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const due = dueAfterWorkingDays(CALENDAR_FJ_2021_2026, '2026-03-02', 20);
const on = (day: string, fact: PublicationEvent): Dated => ({ ...fact, occurredAt: `2026-${day}T02:00:00.000Z` });
const subject = {
  kind: 'SPECIAL', caseId: 'c-1', agencyId: 'agency-1', agencyName: '闽江技师学院(样例)', agencyType: 'SCHOOL', area: '3501', isCentralBranch: false, dispatcher: '3501', items: ['C2.03'], draws: [], finalOn: '2026-03-02',
} as const;
const opened = on('03-02', { type: 'PublicationDue', data: { ...subject, due } });
const proposed = (day: string, version: number) => on(day, { type: 'PublicationProposed', data: { version, findings: '未公示', guidance: '公示', cut: [] } });
const returned = (day: string, version: number) => on(day, { type: 'PublicationReturned', data: { version, reason: '再核' } });
const approved = (day: string, version: number) => on(day, { type: 'PublicationApproved', data: { version, findings: '未公示', guidance: '公示', visibleFrom: '2026-04-01' } });
const withdrawn = on('04-20', { type: 'PublicationWithdrawn', data: { reason: '信息有误' } });

const documents = foldedLedger([
  ...streamOf('publication-a', '3501', [opened, proposed('03-04', 1), returned('03-05', 1), proposed('03-10', 2), approved('03-30', 2), proposed('04-08', 3), returned('04-09', 3), proposed('04-10', 4), approved('04-13', 4), withdrawn, proposed('04-22', 5), returned('04-23', 5)]),
  ...streamOf('publication-b', '3501', [opened, proposed('03-31', 1), approved('04-02', 1)], 100),
]);
const upTo = (name: string, day: string, ...by: Parameters<typeof table>[2][]) => table(documents, question(name, {}, { occurredUpTo: `2026-${day}` }), ...by);

describe('publications', () => {
  it.each([
    ['03-02', { DUE: 2 }],
    ['03-05', { DUE: 1, RETURNED: 1 }],
    ['03-31', { APPROVED: 1, PROPOSED: 1 }],
    ['04-08', { APPROVED: 1, PROPOSED: 1 }],
    ['04-09', { APPROVED: 2 }],
    ['04-20', { APPROVED: 1, WITHDRAWN: 1 }],
    ['04-23', { APPROVED: 1, RETURNED: 1 }],
  ])('by where they stood on %s: %j', (day, expected) => {
    expect(upTo('Publications', day, 'publicationState')).toEqual(expected);
  });

  it('are in time on the last day, late from the next on', () => {
    expect(due.date).toBe('2026-03-30');
    expect(upTo('PublicationTimeliness', '03-30', 'timeliness')).toEqual({ ON_TIME: 1 });
    expect(upTo('PublicationTimeliness', '04-30', 'timeliness', 'center', 'supervisionKind')).toEqual({ 'ON_TIME 3501 SPECIAL': 1, 'LATE 3501 SPECIAL': 1 });
  });
});
