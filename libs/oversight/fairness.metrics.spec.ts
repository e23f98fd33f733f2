import type { RecordedEvent } from '#libs/event-sourcing/event';
import { contributions, type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import { withoutCancelled } from '#libs/oversight/ledger.numbers';
import { carded, on, suspended } from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const DAYS: { readonly [T in SupervisorEvent['type']]?: string } = { SupervisorAppointed: '2021-09-01', CardIssued: '2021-09-01', DispatchSuspended: '2022-01-10' };
const dated = (facts: readonly SupervisorEvent[]): readonly Dated[] => facts.map((told) => ({ ...told, occurredAt: on(DAYS[told.type] ?? '2021-08-20') }));
const member = (no: number) => ({ supervisorId: String(no), personId: `p-${no}` });
const purpose = { kind: 'DAILY_CASE', caseId: 'd' } as const;
const drawn = (stream: string, day: string, from: number, ...members: readonly number[]): readonly RecordedEvent[] =>
  streamOf(stream, '3502', [{ type: 'DrawCompleted', data: { purpose, drawn: members.map(member) }, occurredAt: on(day) }], from);
const replaced = (day: string, no: number) => streamOf('draw-x', '3502', [{ type: 'MemberReplaced', data: { purpose, substitute: member(no) }, occurredAt: on(day) }], 50_000);
const internal = streamOf('draw-i', '3502', [{ type: 'DrawCompleted', data: { purpose: { kind: 'INTERNAL_SUPERVISION', sessionId: 's' }, drawn: [member(0)] }, occurredAt: on('2021-10-05') }], 60_000);
const took = (day: string, no: number) => streamOf('daily-d', '3502', [{ type: 'AssignmentAccepted', data: member(no), occurredAt: on(day) }], 70_000);

const documents = foldedLedger([
  ...[carded, carded, suspended].flatMap((facts, index) => streamOf(`supervisor-${index}`, '3501', dated(facts), 1000 * (index + 1))),
  ...drawn('draw-1', '2021-10-01', 10_000, 0, 2), ...internal, ...drawn('draw-2', '2021-11-01', 20_000, 0), ...replaced('2021-12-01', 1), ...took('2021-10-02', 0), ...drawn('draw-9', '2021-10-03', 80_000, 9),
]);
const by = (name: string, day: string) => table(documents, question(name, {}, { occurredUpTo: day }), 'times');

describe('how evenly draws fall on supervisors', () => {
  it('counts those in service by how often they were drawn in the year up to the day', () => {
    expect(by('SupervisorsByTimesDrawn', '2021-09-30')).toEqual({ 0: 3 });
    expect(by('SupervisorsByTimesDrawn', '2021-10-31')).toEqual({ 0: 1, 1: 2 });
    expect(by('SupervisorsByTimesDrawn', '2021-12-31')).toEqual({ 1: 2, 2: 1 });
    expect(table(documents, question('SupervisorsByTimesDrawn', {}, { occurredUpTo: '2021-12-31' }), 'area')).toEqual({ 3501: 3 });
    expect(table(documents, question('DrawsWithinAYear', {}, { occurredUpTo: '2021-12-31' }), 'area')).toEqual({ 3501: 4 });
  });

  it('leaves out who is suspended, and forgets a draw after a year', () => {
    expect(by('SupervisorsByTimesDrawn', '2022-03-01')).toEqual({ 1: 1, 2: 1 });
    expect(by('SupervisorsByTimesDrawn', '2022-09-30')).toEqual({ 1: 2, 2: 1 });
    expect(by('SupervisorsByTimesDrawn', '2022-10-01')).toEqual({ 0: 1, 1: 2 });
    expect(by('SupervisorsByTimesDrawn', '2022-12-01')).toEqual({ 0: 3 });
  });

  it('counts assignments that were accepted beside them', () => {
    expect(by('SupervisorsByTimesSent', '2021-12-31')).toEqual({ 0: 2, 1: 1 });
  });

  it('opens each number to the draw that made it, in the stream of the draw', () => {
    const opened = withoutCancelled(contributions(documents, question('SupervisorsByTimesDrawn', { times: '2' }, { occurredUpTo: '2021-12-31' })));
    expect(opened.map(({ record, event, delta }) => [record, event.stream, event.revision, delta])).toEqual([['supervisor-0', 'draw-2', 0, 1]]);
  });

  it('is of external supervisors alone', () => {
    const inside = streamOf('supervisor-5', '3501', dated([{ type: 'SupervisorApplied', data: { personId: 'p-5', supervisorType: 'INTERNAL', area: '3501' } } as SupervisorEvent, ...carded.slice(1)]));
    expect(table(foldedLedger(inside), question('SupervisorsByTimesDrawn', {}, { occurredUpTo: '2021-12-31' }), 'times')).toEqual({});
    expect(table(foldedLedger(inside), question('SupervisorStandings', {}, { occurredUpTo: '2021-12-31' }), 'standing', 'supervisorType')).toEqual({ 'APPOINTED INTERNAL': 1 });
  });
});
