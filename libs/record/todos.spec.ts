import { servedToAgency } from '#libs/agencies/served-sanction.view';
import { toldToAgency } from '#libs/cases/case-release.view';
import { isToldToAgency } from '#libs/cases/daily-measures.view';
import { categoryOf, type RecordedEvent } from '#libs/event-sourcing/event';
import type { TodoSheet } from '#libs/oversight/todo.view';
import { DECIDERS } from '#libs/record/deciders';
import { TIMER_SOURCES } from '#libs/record/timer-sources';
import { TODO_SHEETS, TODO_SOURCES } from '#libs/record/todo-sources';
import { schemaOf, versionsOf } from '#libs/record/event-schemas';
import { asRecorded, readRecorded } from '#test/recorded-events/recorded';

/** What happens by itself without anybody having to act before. */
const NOBODYS_DUTY: Readonly<Record<string, string>> = {
  LapseSuspension: '暂停期满自动恢复,无须办理',
  EndDailyAsPlanned: '到场后才有人可以结束督导',
};

/** To-dos that end at another hour than the timer goes off. */
const AT_ANOTHER_HOUR: Readonly<Record<string, string>> = { EndSessionAsPlanned: 'EndSession', RemindOfFiling: 'FileTrainingPlan', LapseWebhookSuspension: 'ResumeWebhook' };

interface Step {
  readonly event: RecordedEvent;
  readonly sheets: Readonly<Record<string, TodoSheet>>;
}

/** The recorded events in the order of their writing, each with the sheets as it left them. */
function steps(): readonly Step[] {
  const log = readRecorded().map(asRecorded).sort((one, other) => (one.meta.recordedAt < other.meta.recordedAt ? -1 : one.meta.recordedAt > other.meta.recordedAt ? 1 : one.revision - other.revision));
  let sheets: Readonly<Record<string, TodoSheet>> = {};
  return log.map((event) => {
    const touched = TODO_SHEETS.categories.includes(categoryOf(event.stream)) ? TODO_SHEETS.keys(event) : [];
    const after = touched.map((key) => [key, TODO_SHEETS.apply(sheets[key] ?? null, event, key)] as const).filter((entry): entry is readonly [string, TodoSheet] => entry[1] !== null);
    sheets = { ...sheets, ...Object.fromEntries(after) };
    return { event, sheets };
  });
}
const STEPS = steps();

const setBy = (event: RecordedEvent) =>
  TIMER_SOURCES.filter(({ categories }) => categories.includes(categoryOf(event.stream))).flatMap((source) => source.timers(event).flatMap((change) => ('ended' in change ? [] : [{ ...change, source }])));

const TELLING: Readonly<Record<string, (events: readonly RecordedEvent[]) => readonly RecordedEvent[]>> = {
  case: toldToAgency, agencysanction: servedToAgency, daily: (events) => events.filter(isToldToAgency),
};

describe('the to-dos of the record', () => {
  it('are there for every timer: what happens by itself can be prevented by somebody', () => {
    const timers = STEPS.flatMap(({ event, sheets }) => setBy(event).map(({ timer, dueAt, request }) => ({ event, sheets, timer, dueAt, request })));
    expect(new Set(timers.map(({ request }) => request.name)).size).toBeGreaterThan(15);
    const without = timers.filter(({ sheets, timer, dueAt, request }) => {
      const sheet = sheets[timer.slice(0, timer.lastIndexOf(':'))];
      return !(request.name in NOBODYS_DUTY) && !sheet?.open.some(({ command, due }) => due?.dueAt === dueAt || command === AT_ANOTHER_HOUR[request.name]);
    });
    expect(without.map(({ event, request }) => `${event.type} ${event.stream}: ${request.name}`)).toEqual([]);
  });

  it('are opened, or moved, by every event that carries a due date', () => {
    const types = new Set(STEPS.map(({ event }) => event.type));
    const dated = [...types].filter((type) => versionsOf(type).some((version) => Object.keys((schemaOf(type, version) as { properties?: object }).properties ?? {}).some((member) => /Due$/.test(member))));
    expect(dated.length).toBeGreaterThan(15);
    const known = TODO_SOURCES.flatMap(({ todos }) => Object.values(todos).flatMap(({ opens, moves = {} }) => [...Object.keys(opens), ...Object.keys(moves)]));
    expect(dated.filter((type) => !known.includes(type))).toEqual([]);
  });

  it('have a sentence for whatever a timer makes happen', () => {
    const silent = STEPS.flatMap(({ event }) => setBy(event)).filter(({ source, request }) => source.happens[request.name] === undefined);
    expect(silent.map(({ request }) => request.name)).toEqual([]);
  });

  it('are named by commands of the record', () => {
    const commands = DECIDERS.flatMap((decider) => Object.keys(decider.commands));
    expect(TODO_SOURCES.flatMap(({ todos }) => Object.keys(todos)).filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('were each opened by the recorded story', () => {
    const opened = new Set(STEPS.flatMap(({ sheets }) => Object.values(sheets).flatMap(({ open, done }) => [...open, ...done].map(({ command }) => command))));
    const toldElsewhere = ['OpenSpecialSupervision', 'PlanDailySupervision', 'ApproveReporterAccess', 'ConfirmReporterErasure'];
    expect(TODO_SOURCES.flatMap(({ todos }) => Object.keys(todos)).filter((command) => !opened.has(command))).toEqual(toldElsewhere);
  });

  it('of a sealed reporter are a matter of the complaint', () => {
    const received = STEPS.find(({ event }) => event.type === 'ComplaintReceived')?.event;
    const about = received?.stream.slice('complaint-'.length) ?? '';
    const asked = { ...received, stream: `reporter-${about}`, type: 'ReporterAccessRequested', data: { accessPurpose: 'CONTACT', reason: '告知' } } as RecordedEvent;
    expect(TODO_SHEETS.keys(asked)).toEqual([received?.stream]);
    const sheet = [received as RecordedEvent, asked].reduce<TodoSheet | null>((before, event) => TODO_SHEETS.apply(before, event, `complaint-${about}`), null);
    expect(sheet?.open).toContainEqual(expect.objectContaining({ command: 'ApproveReporterAccess', at: `reporters/${about}` }));
  });

  it('tell an agency nothing: what it has to do changes only with a fact that it is told', () => {
    const known = new Map<string, { readonly events: readonly RecordedEvent[]; readonly todos: string }>();
    const leaks: string[] = [];
    for (const { event, sheets } of STEPS) {
      const telling = TELLING[categoryOf(event.stream)];
      if (telling === undefined) continue;
      const before = known.get(event.stream) ?? { events: [], todos: '[]' };
      const events = [...before.events, event];
      const open = sheets[event.stream]?.open.filter(({ bearers }) => bearers.some(({ role }) => role === 'AGENCY')) ?? [];
      const todos = JSON.stringify(open);
      if (todos !== before.todos && telling(events).length === telling(before.events).length) leaks.push(`${event.stream}@${event.revision} ${event.type}`);
      known.set(event.stream, { events, todos });
    }
    expect(known.size).toBeGreaterThan(5);
    expect(leaks).toEqual([]);
  });
});
