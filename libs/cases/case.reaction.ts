import type { CaseEvent } from '#libs/cases/case.events';
import type { DrawnMember } from '#libs/cases/case-group.events';
import type { DrawCompleted, MemberReplaced, SubstitutesExhausted } from '#libs/draws/draw.events';
import type { Request } from '#libs/event-sourcing/decider';
import type { Fact } from '#libs/event-sourcing/event';
import type { Reaction } from '#libs/event-sourcing/reaction';

/** The facts of a draw that a case waits for. */
type DrawFact = DrawCompleted | MemberReplaced | SubstitutesExhausted;

const DRAW_FACTS: Readonly<Record<DrawFact['type'], true>> = { DrawCompleted: true, MemberReplaced: true, SubstitutesExhausted: true };
const isDrawFact = (event: Fact): event is DrawFact => Object.hasOwn(DRAW_FACTS, event.type);

function ofDraw(drawId: string, fact: DrawFact): Omit<Request, 'target'> {
  switch (fact.type) {
    case 'DrawCompleted':
      return { name: 'SeatDrawnSupervisors', body: { drawId, members: fact.data.drawn } };
    case 'MemberReplaced':
      return { name: 'SeatSubstitute', body: { drawId, leaving: fact.data.leaving, substitute: fact.data.substitute } };
    case 'SubstitutesExhausted':
      return { name: 'LeaveSeatVacant', body: { drawId, leaving: fact.data.leaving } };
  }
}

function fromDraw(stream: string, fact: Fact): readonly Request[] {
  if (!isDrawFact(fact)) return [];
  const { purpose } = fact.data;
  return purpose.kind === 'SPECIAL_CASE' ? [{ ...ofDraw(stream.slice('draw-'.length), fact), target: purpose.caseId }] : [];
}

const replace = (caseId: string, { drawId, supervisorId }: DrawnMember, reason: string): readonly Request[] => [
  { name: 'ReplaceMember', target: drawId, body: { supervisorId, reason, caseId } },
];

function fromCase(caseId: string, fact: CaseEvent): readonly Request[] {
  if (fact.type === 'AssignmentDeclined') return replace(caseId, fact.data, 'DECLINED');
  if (fact.type === 'AssignmentUnanswered') return replace(caseId, fact.data, 'UNANSWERED');
  if (fact.type === 'SupervisorRecused' && fact.data.replacementNeeded) return replace(caseId, fact.data, 'RECUSED');
  return [];
}

/** Who leaves a case is replaced by the draw; whom the draw gives takes the seat in the case. */
export const caseAndDraw: Reaction = {
  name: 'case-and-draw',
  categories: ['case', 'draw'],
  requests: (event) =>
    event.stream.startsWith('draw-') ? fromDraw(event.stream, event) : fromCase(event.stream.slice('case-'.length), event as unknown as CaseEvent),
};
