import type { DrawnMember, GroupEvent, GroupException, SupervisorRecused } from '#libs/cases/case-group.events';
import type { SeatStatus } from '#libs/cases/case-group.evolve';
import type { Instant, Recorded } from '#libs/event-sourcing/event';

/** A drawn supervisor as the file shows them, also after they left. */
export interface FileMember extends DrawnMember {
  readonly status: SeatStatus;
  readonly isLeader: boolean;
  /** supervisorId of the one whose seat they took. */
  readonly replaces?: string;
  readonly acceptedAt?: Instant;
  readonly remindedAt?: Instant;
  readonly declineReason?: string;
  readonly judgement?: { readonly judgement: 'JUSTIFIED' | 'UNJUSTIFIED'; readonly reasons: string };
  /** 存疑: number of the decision that found fraud in what they did here. */
  readonly taintedBy?: string;
  readonly recusal?: Pick<SupervisorRecused['data'], 'reason' | 'detail' | 'raisedBy'>;
}

export interface FileGroup {
  readonly members: readonly string[];
  readonly leader: string;
  readonly exception?: GroupException;
  readonly formedAt: Instant;
}

export interface FileSeats {
  readonly members: readonly FileMember[];
  /** supervisorIds of those whose seat nobody of their draw can take. */
  readonly vacant: readonly string[];
  readonly group?: FileGroup;
}

const changed = (seats: FileSeats, supervisorId: string, change: Partial<FileMember>): FileSeats => ({
  ...seats,
  members: seats.members.map((member) => (member.supervisorId === supervisorId ? { ...member, ...change } : member)),
});

export function seatsAfter(seats: FileSeats, event: Recorded<GroupEvent>): FileSeats {
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'SupervisorsDrawn': {
      const { drawId, members } = event.data;
      const drawn = members.map((member): FileMember => ({ ...member, drawId, status: 'SEATED', isLeader: false }));
      return { ...seats, members: [...seats.members, ...drawn], vacant: seats.vacant.slice(members.length) };
    }
    case 'SubstituteSeated': {
      const { drawId, leaving, substitute } = event.data;
      return { ...seats, members: [...seats.members, { ...substitute, drawId, status: 'SEATED', isLeader: false, replaces: leaving }] };
    }
    case 'SeatLeftVacant':
      return { ...seats, vacant: [...seats.vacant, event.data.leaving] };
    case 'AssignmentAccepted':
      return changed(seats, event.data.supervisorId, { status: 'ACCEPTED', acceptedAt: at });
    case 'AssignmentReminded':
      return changed(seats, event.data.supervisorId, { remindedAt: at });
    case 'AssignmentDeclined':
      return changed(seats, event.data.supervisorId, { status: 'DECLINED', declineReason: event.data.reason });
    case 'AssignmentUnanswered':
      return changed(seats, event.data.supervisorId, { status: 'UNANSWERED' });
    case 'DeclineJudged': {
      const { judgement, reasons } = event.data;
      return changed(seats, event.data.supervisorId, { judgement: { judgement, reasons } });
    }
    case 'SupervisorRecused': {
      const { reason, detail, raisedBy } = event.data;
      return changed(seats, event.data.supervisorId, { status: 'RECUSED', recusal: { reason, detail, raisedBy } });
    }
    case 'SupervisionTainted':
      return changed(seats, event.data.supervisorId, { taintedBy: event.data.decisionNo });
    case 'GroupFormed': {
      const { members, leader, exception } = event.data;
      const group = { members: members.map(({ supervisorId }) => supervisorId), leader, ...(exception === undefined ? {} : { exception }), formedAt: at };
      return { ...seats, group, members: seats.members.map((member) => ({ ...member, isLeader: member.supervisorId === leader })) };
    }
  }
}
