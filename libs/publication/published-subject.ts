import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DrawEvent } from '#libs/draws/draw.events';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { OpenPublication } from '#libs/publication/publication.commands';
import type { PublicDraw, PublishedSubject } from '#libs/publication/publication.events';
import type { ContentItemCode } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';

/** A supervision as far as it has gone. */
interface Read extends Omit<PublishedSubject, 'draws' | 'finalOn'> {
  readonly drawIds: readonly string[];
  readonly finalOn?: string;
}
type Supervising = Recorded<CaseEvent | DailyEvent>;

/** That a complaint stands behind a supervision narrows down who complained. */
const NEVER_PUBLIC: readonly ContentItemCode[] = ['C3'];
const itemsOf = (matters: readonly { readonly item: ContentItemCode }[]): readonly ContentItemCode[] => matters.map(({ item }) => item).filter((item) => !NEVER_PUBLIC.includes(item));

function openedBy(event: Supervising, caseId: string): Read | undefined {
  if (event.type !== 'SpecialSupervisionOpened' && event.type !== 'DailySupervisionPlanned') return undefined;
  const { agencyId, agencyName, agencyType, area, isCentralBranch, dispatcher, targetDrawId } = event.data;
  const items = event.type === 'DailySupervisionPlanned' ? itemsOf(event.data.matters) : [];
  return { kind: event.data.kind, caseId, agencyId, agencyName, agencyType, area, isCentralBranch, dispatcher, items, drawIds: targetDrawId === undefined ? [] : [targetDrawId] };
}

function after(read: Read, event: Supervising): Read {
  switch (event.type) {
    case 'MattersDefined':
      return { ...read, items: itemsOf(event.data.matters) };
    case 'MattersWidened':
      return { ...read, items: [...read.items, ...itemsOf(event.data.added)] };
    case 'SupervisorsDrawn':
      return { ...read, drawIds: [...read.drawIds, event.data.drawId] };
    case 'CaseClosed':
    case 'NoMeasureDecided':
    case 'DailySupervisionClosed':
      return { ...read, finalOn: legalDateOf(event.meta.occurredAt) };
    default:
      return read;
  }
}

const publicDraw = (drawId: string, lookup: Lookup): Promise<PublicDraw | undefined> =>
  lookup.fold<PublicDraw | undefined, DrawEvent>(`draw-${drawId}`, undefined, (draw, { type, data }) => {
    if (type === 'PoolFrozen') {
      const { serial, kind, eligible, exclusions, k } = data.pool;
      const excluded = new Set(exclusions.map(({ candidateId }) => candidateId)).size;
      return { serial, kind, eligible: eligible.length, excluded, drawn: k, publicKey: data.publicKey, proof: '', beta: '' };
    }
    return draw !== undefined && type === 'DrawCompleted' ? { ...draw, proof: data.proof, beta: data.beta } : draw;
  });

/** What the public may know of a supervision whose result is final; undefined for any other. */
export async function readSubject({ kind, caseId }: OpenPublication, lookup: Lookup): Promise<PublishedSubject | undefined> {
  const stream = `${kind === 'SPECIAL' ? 'case' : 'daily'}-${caseId}`;
  const read = await lookup.fold<Read | undefined, CaseEvent | DailyEvent>(stream, undefined, (before, event) => (before === undefined ? openedBy(event, caseId) : after(before, event)));
  if (read?.finalOn === undefined) return undefined;
  const { drawIds, finalOn, ...subject } = read;
  const draws: PublicDraw[] = [];
  for (const drawId of drawIds) {
    const draw = await publicDraw(drawId, lookup);
    if (draw !== undefined && draw.proof !== '') draws.push(draw);
  }
  return { ...subject, draws, finalOn };
}
