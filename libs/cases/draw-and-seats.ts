import type { DrawnMember, SeatEvent } from '#libs/cases/case-group.events';
import type { SupervisorFoundIneligible } from '#libs/cases/daily-dispatch.events';
import type { CasePurpose, DrawCompleted, LeavingReason, MemberReplaced, SubstitutesExhausted } from '#libs/draws/draw.events';
import type { Request } from '#libs/event-sourcing/decider';
import type { Fact } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';

/** The facts of a draw that a supervision waits for. */
type DrawFact = DrawCompleted | MemberReplaced | SubstitutesExhausted;

const DRAW_FACTS: Readonly<Record<DrawFact['type'], true>> = { DrawCompleted: true, MemberReplaced: true, SubstitutesExhausted: true };
const isDrawFact = (event: Fact): event is DrawFact => Object.hasOwn(DRAW_FACTS, event.type);

/** A kind of supervision, and its commands that seat whom a draw gives. */
export interface SeatsOfADraw {
  readonly kind: CasePurpose['kind'];
  readonly category: 'case' | 'daily';
  readonly seatDrawn: string;
  readonly seatSubstitute: string;
  readonly leaveVacant: string;
}

function ofDraw({ seatDrawn, seatSubstitute, leaveVacant }: SeatsOfADraw, drawId: string, fact: DrawFact): Omit<Request, 'target'> {
  switch (fact.type) {
    case 'DrawCompleted':
      return { name: seatDrawn, body: { drawId, members: fact.data.drawn } };
    case 'MemberReplaced':
      return { name: seatSubstitute, body: { drawId, leaving: fact.data.leaving, substitute: fact.data.substitute } };
    case 'SubstitutesExhausted':
      return { name: leaveVacant, body: { drawId, leaving: fact.data.leaving } };
  }
}

function fromDraw(seats: SeatsOfADraw, stream: string, fact: Fact): readonly Request[] {
  if (!isDrawFact(fact)) return [];
  const { purpose } = fact.data;
  return purpose.kind === seats.kind ? [{ ...ofDraw(seats, stream.slice('draw-'.length), fact), target: purpose.caseId }] : [];
}

const replace = (caseId: string, { drawId, supervisorId }: DrawnMember, reason: LeavingReason): readonly Request[] => [
  { name: 'ReplaceMember', target: drawId, body: { supervisorId, reason, caseId } },
];

function fromSupervision(caseId: string, fact: SeatEvent | SupervisorFoundIneligible): readonly Request[] {
  if (fact.type === 'AssignmentDeclined') return replace(caseId, fact.data, 'DECLINED');
  if (fact.type === 'AssignmentUnanswered') return replace(caseId, fact.data, 'UNANSWERED');
  if (fact.type === 'SupervisorFoundIneligible') return replace(caseId, fact.data, 'INELIGIBLE');
  if (fact.type === 'SupervisorRecused' && fact.data.replacementNeeded) return replace(caseId, fact.data, 'RECUSED');
  return [];
}

/** Who leaves a supervision is replaced by the draw; whom the draw gives takes the seat. */
export const drawAndSeats = (seats: SeatsOfADraw): Reaction => ({
  name: `${seats.category}-and-draw`,
  categories: [seats.category, 'draw'],
  requests: (event) =>
    event.stream.startsWith('draw-')
      ? fromDraw(seats, event.stream, event)
      : fromSupervision(event.stream.slice(`${seats.category}-`.length), event as unknown as SeatEvent | SupervisorFoundIneligible),
});
