import { personaOf } from '#libs/access/personas';
import { externals, theAgency, theCenter } from '#libs/access/bearers';
import type { Bearer } from '#libs/event-sourcing/todo';
import { inOrder, type Reading, todosOf } from '#libs/oversight/todo-list';
import type { OpenTodo, TodoSheet } from '#libs/oversight/todo.view';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { endOfDay } from '#libs/regulation/legal-date';

/** Tuesday. */
const NOW = '2026-11-24T02:00:00.000Z';

const todo = (command: string, bearers: readonly Bearer[], on?: string, more: Partial<OpenTodo> = {}): OpenTodo => ({
  command, label: '办理', item: '', at: 'cases/1', bearers, since: '2026-11-02T02:00:00.000Z', ...(on === undefined ? {} : { due: { dueAt: endOfDay(on), explanation: '期限' } }), ...more,
});
const sheet = (...open: readonly OpenTodo[]): TodoSheet => ({
  stream: 'case-1', title: '专项督导', area: '3501', agencyId: 'a-1', departmentId: '', personId: '', path: 'cases/1', agencyPath: 'told/1', isOpen: true, lastDoneAt: '', matter: { title: '', area: '3501' }, open, done: [],
});
const reading = (persona: string, whose: Reading['whose'] = 'MINE'): Reading => ({
  actor: personaOf(`demo-${persona}`)?.actor ?? { person: '', role: 'NOBODY', organisation: '' }, now: NOW, calendar: CALENDAR_FJ_2021_2026, whose, revoked: new Set(['a-revoked']),
});
const seen = (persona: string, from: TodoSheet, whose?: Reading['whose']) => todosOf(reading(persona, whose), from).map(({ command }) => command);

describe('the list of to-dos', () => {
  it('has what is overdue first, then what is due within two working days, then the rest', () => {
    const falls = theCenter('3501');
    const items = todosOf(reading('fuzhou'), sheet(todo('None', falls), todo('Later', falls, '2026-11-27'), todo('Soon', falls, '2026-11-26'), todo('Late', falls, '2026-11-20'), todo('Today', falls, '2026-11-24')));
    expect(inOrder(items).map(({ command, urgency, due }) => [command, urgency, due?.workingDaysLeft, due?.daysLate])).toEqual([
      ['Late', 'OVERDUE', 0, 4], ['Today', 'SOON', 0, 0], ['Soon', 'SOON', 2, 0], ['Later', 'LATER', 3, 0], ['None', 'LATER', undefined, undefined],
    ]);
  });

  it('counts working days, not days of the calendar', () => {
    const friday = { ...reading('fuzhou'), now: '2026-11-27T02:00:00.000Z' };
    const [item] = todosOf(friday, sheet(todo('Weekend', theCenter('3501'), '2026-12-01')));
    expect([item?.urgency, item?.due?.workingDaysLeft, item?.due?.date]).toEqual(['SOON', 2, '2026-12-01']);
  });

  it('says the next step as the route of its command, and whose it is', () => {
    const [item] = todosOf(reading('agency-a-1'), sheet(todo('SubmitSelfReport', theAgency('a-1'))));
    expect(item).toMatchObject({ href: '/v1/cases/1/submit-self-report', matter: { href: '/v1/told/1' }, fallsTo: [{ role: 'AGENCY', organisation: 'a-1' }] });
  });

  it('shows what lies far ahead only from its day on', () => {
    const falls = theCenter('3501');
    expect(seen('fuzhou', sheet(todo('Ahead', falls, undefined, { from: endOfDay('2026-11-24') }), todo('Begun', falls, undefined, { from: NOW })))).toEqual(['Begun']);
  });

  it('asks nothing of an agency whose qualification is revoked that it may do no more', () => {
    const falls = theAgency('a-1');
    const both = sheet(todo('StartSession', falls, undefined, { needsQualification: true }), todo('FinaliseResults', falls));
    expect(seen('agency-a-1', both)).toEqual(['StartSession', 'FinaliseResults']);
    expect(seen('agency-a-1', { ...both, agencyId: 'a-revoked' })).toEqual(['FinaliseResults']);
  });

  describe('is for each who may see it', () => {
    const all = sheet(todo('OfCenter', theCenter('3501')), todo('OfProvince', theCenter('FJ')), todo('OfAgency', theAgency('a-1')), todo('OfPerson', externals(['p-1'])), todo('Secret', theCenter('FJ'), undefined, { isConfidential: true }));
    it.each([
      ['fuzhou', ['OfCenter'], ['OfCenter', 'OfProvince', 'OfAgency', 'OfPerson']],
      ['xiamen', [], []],
      ['province', ['OfProvince', 'Secret'], ['OfCenter', 'OfProvince', 'OfAgency', 'OfPerson', 'Secret']],
      ['auditor', [], ['OfCenter', 'OfProvince', 'OfAgency', 'OfPerson', 'Secret']],
      ['agency-a-1', ['OfAgency'], ['OfAgency']],
      ['agency-a-2', [], []],
      ['supervisor-p-1', ['OfPerson'], ['OfPerson']],
      ['internal-p-1', [], []],
    ])('%s: %p of its own, %p in all', (persona, own, every) => {
      expect(seen(persona, all)).toEqual(own);
      expect(seen(persona, all, 'ALL')).toEqual(every);
    });
  });
});
