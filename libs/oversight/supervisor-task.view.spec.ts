import type { RecordedEvent } from '#libs/event-sourcing/event';
import { type SupervisorTask, supervisorTasks } from '#libs/oversight/supervisor-task.view';

const assigned = { type: 'InternalSupervisorAssigned', data: { supervisorId: 's-1', personId: 'p-1', drawId: 'one-i1' } };
const released = { type: 'InternalSupervisorReleased', data: { supervisorId: 's-1' } };
const again = { ...assigned, data: { ...assigned.data, drawId: 'one-i2' } };

const after = (...facts: readonly { readonly type: string; readonly data: object }[]) =>
  facts.reduce<SupervisorTask | null>((task, fact, revision) => {
    const event = { ...fact, stream: 'session-one', revision, meta: { occurredAt: '2026-03-02T02:00:00.000Z', recordedAt: '2026-03-02T02:00:00.000Z', area: '3501' } } as unknown as RecordedEvent;
    return supervisorTasks.apply(task, event, 'session-one.s-1');
  }, null);

describe('the task of a supervisor', () => {
  it('is theirs until they leave, and again when a later draw gives them the seat back', () => {
    expect(after(assigned)).toMatchObject({ seated: true, drawId: 'one-i1' });
    expect(after(assigned, released)).toMatchObject({ seated: false });
    expect(after(assigned, released, again)).toMatchObject({ seated: true, drawId: 'one-i2', steps: [{}, {}, {}] });
  });
});
