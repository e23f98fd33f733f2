import type { DrawnMember, GroupEvent, GroupException, Member, SupervisorRecused } from '#libs/cases/case-group.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import { legalDateOf } from '#libs/regulation/legal-date';

export type SeatStatus = 'SEATED' | 'ACCEPTED' | 'DECLINED' | 'UNANSWERED' | 'RECUSED' | 'INELIGIBLE';

/** One drawn supervisor and where they stand. */
export interface Seat extends DrawnMember {
  readonly status: SeatStatus;
  /** Day of the last reminder to answer. */
  readonly remindedOn?: LegalDate;
  readonly judged: boolean;
  /** Recused when the preliminary opinion had been formed with them. */
  readonly late: boolean;
  /** Who raised the recusal. */
  readonly recusalBy?: SupervisorRecused['data']['raisedBy'];
}

export interface GroupState {
  readonly seats: readonly Seat[];
  /** supervisorIds of those whose seat the draw could not fill again. */
  readonly vacant: readonly string[];
  readonly draws: readonly string[];
  /** Numbers of the decisions by which the record is in doubt. */
  readonly taintedBy: readonly string[];
  readonly formed?: { readonly members: readonly string[]; readonly leader: string; readonly exception?: GroupException };
}

export const NO_GROUP: GroupState = { seats: [], vacant: [], draws: [], taintedBy: [] };

const seat = (member: Member, drawId: string): Seat => ({
  supervisorId: member.supervisorId, personId: member.personId, drawId, status: 'SEATED', judged: false, late: false,
});

/** The seat of the supervisor with the change. */
export const changed = (state: GroupState, supervisorId: string, change: Partial<Seat>): GroupState => ({
  ...state,
  seats: state.seats.map((held) => (held.supervisorId === supervisorId ? { ...held, ...change } : held)),
});

export function evolveGroup(state: GroupState, event: Recorded<GroupEvent>): GroupState {
  switch (event.type) {
    case 'SupervisorsDrawn': {
      const { drawId, members } = event.data;
      const seats = [...state.seats, ...members.map((member) => seat(member, drawId))];
      return { ...state, seats, draws: [...state.draws, drawId], vacant: state.vacant.slice(members.length) };
    }
    case 'SubstituteSeated':
      return { ...state, seats: [...state.seats, seat(event.data.substitute, event.data.drawId)] };
    case 'SeatLeftVacant':
      return { ...state, vacant: [...state.vacant, event.data.leaving] };
    case 'AssignmentAccepted':
      return changed(state, event.data.supervisorId, { status: 'ACCEPTED' });
    case 'AssignmentReminded':
      return changed(state, event.data.supervisorId, { remindedOn: legalDateOf(event.meta.occurredAt) });
    case 'AssignmentDeclined':
      return changed(state, event.data.supervisorId, { status: 'DECLINED' });
    case 'AssignmentUnanswered':
      return changed(state, event.data.supervisorId, { status: 'UNANSWERED' });
    case 'DeclineJudged':
      return changed(state, event.data.supervisorId, { judged: true });
    case 'SupervisorRecused':
      return changed(state, event.data.supervisorId, { status: 'RECUSED', late: !event.data.replacementNeeded, recusalBy: event.data.raisedBy });
    case 'SupervisionTainted':
      return { ...state, taintedBy: [...state.taintedBy, event.data.decisionNo] };
    case 'GroupFormed': {
      const { members, ...formed } = event.data;
      return { ...state, formed: { ...formed, members: members.map((member) => member.supervisorId) } };
    }
  }
}

/** Drawn, and neither gone nor recused. */
export const isActive = ({ status }: Seat): boolean => status === 'SEATED' || status === 'ACCEPTED';

/** Members of the formed group who are still in it. */
export const groupMembers = ({ seats, formed }: GroupState): readonly Seat[] =>
  seats.filter((held) => formed?.members.includes(held.supervisorId) === true && held.status === 'ACCEPTED');

/** Those who may act for the group; before it is formed, all who accepted. */
export const actingMembers = (group: GroupState): readonly Seat[] =>
  group.formed === undefined ? group.seats.filter(({ status }) => status === 'ACCEPTED') : groupMembers(group);
