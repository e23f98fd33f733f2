import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { TodoSheet } from '#libs/oversight/todo.view';
import { TODO_SHEETS } from '#libs/record/todo-sources';

const [one, two] = [{ supervisorId: 's-1', personId: 'p-1' }, { supervisorId: 's-2', personId: 'p-2' }];
const slot = (day: string) => ({ startsAt: `${day}T01:00:00.000Z`, endsAt: `${day}T09:00:00.000Z` });
const planned = ['DailySupervisionPlanned', { agencyId: 'a-1', agencyName: '闽江技师学院(样例)', occupation: '电工', area: '3501', dispatcher: '3501', ...slot('2026-03-10') }] as const;
const drawn = ['SupervisorsDrawn', { drawId: '1-d1', members: [one, two] }] as const;
const dispatched = ['SupervisorDispatched', one] as const;
const missed = ['DailySupervisionMissed', { absent: [] }] as const;
const moved = ['DailyDatesMoved', slot('2026-03-17')] as const;

type Told = readonly [type: string, data: object];

const after = (...told: readonly Told[]) =>
  told.reduce<TodoSheet | null>((sheet, [type, data], revision) => {
    const event = { stream: 'daily-1', type, data, revision, meta: { occurredAt: '2026-03-02T02:00:00.000Z', role: 'SYSTEM', organisation: 'SYSTEM', actor: 'system' } } as unknown as RecordedEvent;
    return TODO_SHEETS.apply(sheet, event, 'daily-1');
  }, null);
const open = (...told: readonly Told[]) => after(...told)?.open.map(({ command, item, due }) => `${command} ${item} ${due?.dueAt.slice(0, 10) ?? ''}`.replace('  ', ' ').trim()).sort();

describe('what is to do in a daily supervision', () => {
  it('that was missed is to move or to cancel it: nobody is drawn, dispatched or asked to answer any more', () => {
    expect(open(planned, drawn, dispatched)).toEqual(['AcceptDailyAssignment s-1 2026-03-10', 'DispatchSupervisor s-2 2026-03-10']);
    expect(open(planned, drawn, dispatched, missed)).toEqual(['CancelDailySupervision']);
    expect(open(planned, missed)).toEqual(['CancelDailySupervision']);
  });

  it('comes back with the new day of the session, for those who had not got further', () => {
    expect(open(planned, drawn, dispatched, missed, moved)).toEqual(['AcceptDailyAssignment s-1 2026-03-17', 'DispatchSupervisor s-2 2026-03-17']);
    expect(open(planned, missed, moved)).toEqual(['PrepareDailyDraw 2026-03-17']);
    expect(open(planned, drawn, moved)).toEqual(['DispatchSupervisor s-1 2026-03-17', 'DispatchSupervisor s-2 2026-03-17']);
  });

  it('that has ended is its record: a seat that nobody took is not filled any more', () => {
    const ended = ['DailySupervisionEnded', { endedAt: '2026-03-10T09:00:00.000Z', absent: [], recordDue: { dueAt: '2026-03-17T16:00:00.000Z', explanation: '5个工作日' } }] as const;
    expect(open(planned, drawn, dispatched, ended)).toEqual(['SubmitRecord 2026-03-17']);
  });
});
