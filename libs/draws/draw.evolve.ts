import type { Member } from '#libs/cases/case-group.events';
import type { CaseDraw, DrawEvent, DrawPrepared, PoolFrozen } from '#libs/draws/draw.events';
import type { TargetKind } from '#libs/draws/target-draw.events';
import type { Recorded } from '#libs/event-sourcing/event';

export type DrawStage = 'PREPARED' | 'FROZEN' | 'FAILED' | 'COMPLETED';

interface Progress {
  readonly stage: DrawStage;
  /** Nobody can join the case any more. */
  readonly closed: boolean;
  readonly frozen?: PoolFrozen['data'];
  /** supervisorIds, lowest ticket first. */
  readonly order: readonly string[];
  /** supervisorIds of all whom the draw gave a seat. */
  readonly seated: readonly string[];
  /** supervisorIds of those whose leaving has been answered. */
  readonly left: readonly string[];
}

/** What the rules ask of a draw. */
export type Draw = DrawPrepared['data'] & Progress;

/** A draw by a centre among external supervisors. */
export const isCaseDraw = (draw: Draw): draw is CaseDraw & Progress => 'caseId' in draw.purpose;

/** Everything that was drawn, lowest ticket first; undefined where the draw is not of such targets, or not completed. */
export const targetsOf = ({ purpose, stage, order }: Draw, of: TargetKind): readonly string[] | undefined =>
  purpose.kind === 'TARGETS' && purpose.of === of && stage === 'COMPLETED' ? order : undefined;

export type DrawState = Draw | undefined;

export function evolveDraw(before: DrawState, event: Recorded<DrawEvent>): DrawState {
  if (event.type === 'DrawPrepared') return { ...event.data, stage: 'PREPARED', closed: false, order: [], seated: [], left: [] };
  if (before === undefined) throw new Error(`${event.stream}@${event.revision}: ${event.type} before the draw was prepared`);
  switch (event.type) {
    case 'PoolFrozen':
      return { ...before, stage: 'FROZEN', frozen: event.data };
    case 'DrawFailed':
      return { ...before, stage: 'FAILED' };
    case 'DrawCompleted': {
      const { order, drawn } = event.data;
      return { ...before, stage: 'COMPLETED', order: order.map(({ candidateId }) => candidateId), seated: drawn.map(({ supervisorId }) => supervisorId) };
    }
    case 'MemberReplaced':
      return { ...before, seated: [...before.seated, event.data.substitute.supervisorId], left: [...before.left, event.data.leaving] };
    case 'SubstitutesExhausted':
      return { ...before, left: [...before.left, event.data.leaving] };
    case 'DrawClosed':
      return { ...before, closed: true };
  }
}

/** The candidate of the id. */
export function candidateOf({ frozen }: Pick<Draw, 'frozen'>, supervisorId: string): Member {
  const found = frozen?.candidates.find((candidate) => candidate.supervisorId === supervisorId);
  if (found === undefined) throw new Error(`${supervisorId} is no candidate of the draw`);
  return found;
}
