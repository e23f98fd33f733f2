import { externals, theCenter } from '#libs/access/bearers';
import type { Member, SeatEvent } from '#libs/cases/case-group.events';
import type { DrawEvent } from '#libs/draws/draw.events';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { Bearer, Matter, TodoDue } from '#libs/event-sourcing/todo';
import type { Area } from '#libs/regulation/areas';

/** Who sits in a supervision now: by supervisorId. */
export type Seated = Readonly<Record<string, { readonly personId: string; readonly accepted: boolean }>>;

/** A supervision of either kind. */
export interface Supervision extends Matter {
  readonly area: Area;
  readonly dispatcher: Area;
  readonly seated: Seated;
  /** Draws that were prepared for it. */
  readonly draws: number;
  /** By when those drawn should have answered: before the work begins. */
  readonly answerBy: TodoDue;
}

/** Facts of draws count for the supervision they are for. */
export const drawnFor = (kind: 'SPECIAL_CASE' | 'DAILY_CASE') => (event: RecordedEvent): string | undefined => {
  const { purpose } = event.data as DrawEvent['data'];
  return purpose.kind === kind ? purpose.caseId : undefined;
};

const without = (seated: Seated, supervisorId: string): Seated => Object.fromEntries(Object.entries(seated).filter(([id]) => id !== supervisorId));
const joined = (seated: Seated, members: readonly Member[]): Seated => ({
  ...seated, ...Object.fromEntries(members.map(({ supervisorId, personId }) => [supervisorId, { personId, accepted: false }])),
});

export function seatedAfter(seated: Seated, event: SeatEvent | { readonly type: 'SupervisorFoundIneligible'; readonly data: Member }): Seated {
  switch (event.type) {
    case 'SupervisorsDrawn':
      return joined(seated, event.data.members);
    case 'SubstituteSeated':
      return joined(without(seated, event.data.leaving), [event.data.substitute]);
    case 'AssignmentAccepted':
      return { ...seated, [event.data.supervisorId]: { personId: event.data.personId, accepted: true } };
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
    case 'SupervisorRecused':
    case 'SupervisorFoundIneligible':
      return without(seated, event.data.supervisorId);
    case 'SeatLeftVacant':
    case 'AssignmentReminded':
    case 'DeclineJudged':
      return seated;
  }
}

export const isSeatEvent = (event: { readonly type: string }): event is SeatEvent => SEAT_EVENTS.has(event.type);
const SEAT_EVENTS: ReadonlySet<string> = new Set<SeatEvent['type'] | 'SupervisorFoundIneligible'>([
  'SupervisorsDrawn', 'SubstituteSeated', 'SeatLeftVacant', 'AssignmentAccepted', 'AssignmentReminded', 'AssignmentDeclined', 'AssignmentUnanswered',
  'DeclineJudged', 'SupervisorRecused', 'SupervisorFoundIneligible',
]);

export const byDispatcher = ({ dispatcher }: Supervision): readonly Bearer[] => theCenter(dispatcher);
/** One of those who sit. */
export const byMember = ({ seated }: Supervision, supervisorId: string): readonly Bearer[] => externals(seated[supervisorId] === undefined ? [] : [seated[supervisorId].personId]);
/** Those who have accepted: any of them may do it. */
export const byGroup = ({ seated }: Supervision): readonly Bearer[] => externals(Object.values(seated).flatMap(({ personId, accepted }) => (accepted ? [personId] : [])));

export const allAccepted = ({ seated }: Supervision): boolean => Object.values(seated).length > 0 && Object.values(seated).every(({ accepted }) => accepted);

const ofSupervisor = ({ supervisorId }: Member): string => supervisorId;

/** One who leaves has nothing left to do. */
export const leaving = {
  AssignmentDeclined: ofSupervisor, AssignmentUnanswered: ofSupervisor, SupervisorRecused: ofSupervisor, SupervisorFoundIneligible: ofSupervisor,
} as const;

/** Those who take a seat, each with a to-do. */
export const seats = {
  SupervisorsDrawn: ({ members }: { readonly members: readonly Member[] }, { answerBy }: Supervision) => members.map(({ supervisorId }) => ({ item: supervisorId, due: answerBy })),
  SubstituteSeated: ({ substitute }: { readonly substitute: Member }, { answerBy }: Supervision) => [{ item: substitute.supervisorId, due: answerBy }],
} as const;

export const each = (member: Member): readonly { readonly item: string }[] => [{ item: member.supervisorId }];
export const one = (member: Member): string => member.supervisorId;

/** 认定拒绝参加有无正当理由 */
export const judgeDecline = {
  label: '认定拒绝参加有无正当理由', falls: byDispatcher, opens: { AssignmentDeclined: each, AssignmentUnanswered: each }, endsItem: { DeclineJudged: one },
} as const;
