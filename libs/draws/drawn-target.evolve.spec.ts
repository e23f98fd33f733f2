import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { TodoSheet } from '#libs/oversight/todo.view';
import { TODO_SHEETS } from '#libs/record/todo-sources';

const meta = { occurredAt: '2026-06-15T02:00:00.000Z', area: '3502', role: 'MUNICIPAL_CENTER', organisation: '3502', actor: 'one' };
const event = (stream: string, type: string, data: object) => ({ stream, type, data, revision: 0, meta }) as unknown as RecordedEvent;

const registered = event('session-one', 'SessionRegistered', { agencyId: 'a-1', agencyName: '鹭岛技校(样例)', occupation: '电工', area: '3502', startsAt: '2026-07-08T01:00:00.000Z', endsAt: '2026-07-08T09:00:00.000Z', isCovered: true });
const agency = event('agency-a-1', 'AgencyRegistered', { name: '鹭岛技校(样例)', area: '3502', filedOn: '2026-01-05' });
const drawn = (of: string, period: string, ...targets: readonly string[]) => event(`draw-3502-${of}`, 'DrawCompleted', { purpose: { kind: 'TARGETS', of, period }, targets });
const week = drawn('SESSIONS', '2026-07-06', 'one', 'two');
const month = drawn('AGENCIES', '2026-07', 'a-1');

const asked = (stream: string, command: string, ...events: readonly RecordedEvent[]) => {
  const sheet = events.reduce<TodoSheet | null>((before, each) => (TODO_SHEETS.keys(each).includes(stream) ? TODO_SHEETS.apply(before, each, stream) : before), null);
  return sheet?.open.find((todo) => todo.command === command);
};

describe('what was drawn to be supervised', () => {
  it('is to be supervised by the centre that drew it in the week or the month of the draw, which says so', () => {
    expect(TODO_SHEETS.keys(week)).toEqual(['session-one', 'session-two']);
    expect(asked('session-one', 'PlanDailySupervision', registered)).toBeUndefined();
    expect(asked('session-one', 'PlanDailySupervision', registered, week)).toMatchObject({
      bearers: [{ organisation: '3502' }], isConfidential: true,
      due: { dueAt: '2026-07-12T16:00:00.000Z', explanation: '场次经随机抽取(2026年7月6日至2026年7月12日),应当在该期间内实施督导。' },
    });
    expect(asked('agency-a-1', 'OpenSpecialSupervision', agency, month)).toMatchObject({ at: 'cases/{caseId}', bearers: [{ organisation: '3502' }], due: { dueAt: '2026-07-31T16:00:00.000Z' } });
  });

  it('is done with when its supervision begins, and with a session that is cancelled', () => {
    const planned = event('daily-1', 'DailySupervisionPlanned', { sessionId: 'one', targetDrawId: '3502-SESSIONS' });
    const opened = event('case-1', 'SpecialSupervisionOpened', { agencyId: 'a-1' });
    expect(asked('session-one', 'PlanDailySupervision', registered, week, planned)).toBeUndefined();
    expect(asked('session-one', 'PlanDailySupervision', registered, week, event('session-one', 'SessionCancelled', {}))).toBeUndefined();
    expect(asked('agency-a-1', 'OpenSpecialSupervision', agency, month, opened)).toBeUndefined();
  });
});
