import type { Member } from '#libs/cases/case-group.events';
import type { CaseDraw, ClosingCause, DrawCompleted, DrawEvent, DrawPrepared, InternalDraw, LeavingReason, PoolFrozen, Skipped } from '#libs/draws/draw.events';
import { type FrozenPool, poolDigest } from '#libs/draws/frozen-pool';
import type { TargetKind } from '#libs/draws/target-draw.events';
import type { Ticket } from '#libs/draws/tickets';
import type { Instant, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

export const DRAW_STATES = { PREPARED: '已建立', FROZEN: '名录已冻结', FAILED: '名录不足', COMPLETED: '抽取完成', CLOSED: '已关闭' } as const;
export type DrawFileState = keyof typeof DRAW_STATES;

/** Who left, and who took the seat: nobody where the order was used up. */
export interface FileReplacement {
  readonly leaving: string;
  readonly reason: LeavingReason;
  readonly substitute?: Member;
  readonly skipped: readonly Skipped[];
  readonly at: Instant;
}

/** 抽取卷: one document a draw, with all that is needed to run it again. */
export interface DrawFile extends Pick<CaseDraw, 'ordinal' | 'serial' | 'area' | 'k'>, Partial<Pick<CaseDraw, 'dispatcher' | 'drawnBy' | 'scope'>>, Partial<Pick<InternalDraw, 'agencyId'>> {
  readonly drawId: string;
  readonly kind: DrawPrepared['data']['purpose']['kind'];
  /** The special or daily supervision, or the session, that it is for. */
  readonly caseId?: string;
  readonly sessionId?: string;
  /** What is drawn, and of which period, where targets are drawn. */
  readonly of?: TargetKind;
  readonly period?: string;
  readonly state: DrawFileState;
  readonly stateName: string;
  readonly preparedAt: Instant;
  readonly frozenAt?: Instant;
  readonly drawnAt?: Instant;
  readonly closedBecause?: ClosingCause;
  readonly pool?: FrozenPool;
  readonly poolDigest?: string;
  readonly candidates: PoolFrozen['data']['candidates'];
  readonly onSiteFrom?: string;
  readonly onSiteTo?: string;
  readonly publicKey?: string;
  readonly proof?: string;
  readonly beta?: string;
  /** All candidates, lowest ticket first. */
  readonly order: readonly Ticket[];
  /** The first of the order: the result. */
  readonly drawn: readonly Member[];
  /** The first of the order, where these are sessions or agencies. */
  readonly targets?: readonly string[];
  readonly replacements: readonly FileReplacement[];
  /** Candidates of the order who have not had a seat, or are not among the targets. */
  readonly substitutesLeft: readonly string[];
}

/** 抽取卷 as a line of a list: who is in the pool and who is not is read in the file. */
export interface DrawLine extends Omit<DrawFile, 'pool' | 'candidates' | 'order'> {
  /** How many could be drawn. */
  readonly eligible: number;
}

export const drawLine = ({ pool, candidates: _candidates, order: _order, ...line }: DrawFile): DrawLine => ({ ...line, eligible: pool?.eligible.length ?? 0 });

const inState = (file: DrawFile, state: DrawFileState, change: Partial<DrawFile> = {}): DrawFile => ({ ...file, ...change, state, stateName: DRAW_STATES[state] });

const prepared = (drawId: string, { data: { purpose, ...data }, meta }: Recorded<DrawPrepared>): DrawFile => ({
  drawId, ...purpose, ...data, state: 'PREPARED', stateName: DRAW_STATES.PREPARED, preparedAt: meta.recordedAt,
  candidates: [], order: [], drawn: [], replacements: [], substitutesLeft: [],
});

function completed(file: DrawFile, { data, meta }: Recorded<DrawCompleted>): DrawFile {
  const { purpose: _same, ...result } = data;
  const taken = new Set(result.targets ?? result.drawn.map(({ supervisorId }) => supervisorId));
  const substitutesLeft = result.order.map(({ candidateId }) => candidateId).filter((candidate) => !taken.has(candidate));
  return inState(file, 'COMPLETED', { ...result, substitutesLeft, drawnAt: meta.recordedAt });
}

function afterEvent(file: DrawFile, event: Recorded<Exclude<DrawEvent, DrawPrepared>>): DrawFile {
  switch (event.type) {
    case 'PoolFrozen': {
      const { purpose: _same, ...frozen } = event.data;
      return inState(file, 'FROZEN', { ...frozen, poolDigest: poolDigest(frozen.pool), frozenAt: event.meta.recordedAt });
    }
    case 'DrawFailed':
      return inState(file, 'FAILED');
    case 'DrawCompleted':
      return completed(file, event);
    case 'MemberReplaced': {
      const { purpose: _same, ...replaced } = event.data;
      const substitutesLeft = file.substitutesLeft.filter((candidate) => candidate !== replaced.substitute.supervisorId);
      return { ...file, substitutesLeft, replacements: [...file.replacements, { ...replaced, at: event.meta.occurredAt }] };
    }
    case 'SubstitutesExhausted': {
      const { purpose: _same, ...exhausted } = event.data;
      return { ...file, replacements: [...file.replacements, { ...exhausted, at: event.meta.occurredAt }] };
    }
    case 'DrawClosed':
      return inState(file, 'CLOSED', { closedBecause: event.data.cause });
  }
}

export const drawFile: View<DrawFile> = {
  name: 'draw-file',
  version: 4,
  categories: ['draw'],
  indexes: ['area', 'caseId', 'sessionId', 'kind', 'period', 'state', 'scope', 'drawnBy', 'preparedAt'],
  keys: (event) => [event.stream.slice('draw-'.length)],
  apply: (file, stored, drawId) => {
    const event = stored as unknown as Recorded<DrawEvent>;
    if (event.type === 'DrawPrepared') return prepared(drawId, event);
    return file === null ? null : afterEvent(file, event);
  },
};
