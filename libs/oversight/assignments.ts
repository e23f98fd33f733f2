import type { SeatEvent } from '#libs/cases/case-group.events';
import type { Fact, Recorded } from '#libs/event-sourcing/event';
import type { DeclineJudgement } from '#libs/oversight/ledger.dimensions';
import { type Count, type Metric, one } from '#libs/oversight/ledger.metric';

/** By supervisorId: each can decline once, and is judged once. */
export type Declines = Readonly<Record<string, DeclineJudgement>>;

/** A decline, or silence after a reminder, waits for its judgement. */
export function declinesAfter(declines: Declines, fact: Fact): Declines {
  const event = fact as SeatEvent;
  switch (event.type) {
    case 'AssignmentDeclined':
    case 'AssignmentUnanswered':
      return { ...declines, [event.data.supervisorId]: 'PENDING' };
    case 'DeclineJudged':
      return event.data.supervisorId in declines ? { ...declines, [event.data.supervisorId]: event.data.judgement } : declines;
    default:
      return declines;
  }
}

function recusalIn(fact: Recorded<Fact>): readonly Count[] {
  const event = fact as unknown as Recorded<SeatEvent>;
  return event.type === 'SupervisorRecused' ? [one({ recusalReason: event.data.reason, raisedBy: event.data.raisedBy })] : [];
}

/** Who steps back from a supervision, and who does not come: the same two numbers of either kind. */
export const assignmentMetrics = <S extends { readonly declines: Declines }, E extends Fact>(prefix: string, kind: string): readonly Metric<S, E>[] => [
  {
    name: `${prefix}Recusals`,
    label: `回避(${kind})`,
    unit: '人次',
    definition: `督导员在一次${kind}中回避,自回避之日起计一人次。`,
    dimensions: ['recusalReason', 'raisedBy', 'agencyType', 'center'],
    counts: (event) => recusalIn(event),
  },
  {
    name: `${prefix}Declines`,
    label: `不参加督导任务(${kind})`,
    unit: '人次',
    definition: `督导员对一次${kind}表示不能参加或者经催告未答复,自当日起计一人次,按该日有无正当理由的认定归类。`,
    dimensions: ['judgement', 'agencyType', 'center'],
    stands: ({ declines }) => Object.values(declines).map((judgement) => ({ judgement })),
  },
];
