import type { Instant, Recorded, RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import { AREAS } from '#libs/regulation/areas';
import { endOfDay } from '#libs/regulation/legal-date';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const termTimer = (stream: string): string => `${stream}:term`;
/** A credential has one body at most. */
const suspensionTimer = (stream: string, center: string, body?: object): string => `${stream}:suspension-${body === undefined ? center : 'body'}`;

function waiting(stream: string, timer: string, dueAt: Instant, name: string, body: object): readonly TimerChange[] {
  return [{ timer, dueAt, request: { name, target: stream.slice('supervisor-'.length), body } }];
}

/** Every timer a credential can have: each centre may have suspended it, and the body. */
const allEnded = (stream: string): readonly TimerChange[] =>
  [termTimer(stream), suspensionTimer(stream, '', {}), ...AREAS.map((center) => suspensionTimer(stream, center))].map((timer) => ({ timer, ended: true }));

function changes(event: Recorded<SupervisorEvent>): readonly TimerChange[] {
  const { stream } = event;
  switch (event.type) {
    case 'SupervisorAppointed':
    case 'InternalSupervisorAppointed':
    case 'AppointmentRenewed':
      return waiting(stream, termTimer(stream), endOfDay(event.data.termEnd), 'ExpireAppointment', {});
    case 'DispatchSuspended': {
      const { decidedBy, endsOn, body } = event.data;
      return waiting(stream, suspensionTimer(stream, decidedBy, body), endOfDay(endsOn), 'LapseSuspension', { suspendedBy: decidedBy, ...(body !== undefined && { ofBody: true }) });
    }
    case 'DispatchResumed':
    case 'SuspensionLapsed':
      return [{ timer: suspensionTimer(stream, event.data.suspendedBy, event.data.body), ended: true }];
    case 'AppointmentExpired':
    case 'SupervisorResigned':
    case 'QualificationCancelled':
    case 'RenewalRefused':
      return allEnded(stream);
    default:
      return [];
  }
}

/** The end of a term and of a suspension are recorded when their last day is over. */
export const supervisorTimers: TimerSource = {
  categories: ['supervisor'],
  happens: { ExpireAppointment: '聘期届满,自动解聘', LapseSuspension: '暂停委派期满,恢复委派' },
  timers: (event: RecordedEvent) => changes(event as unknown as Recorded<SupervisorEvent>),
};
