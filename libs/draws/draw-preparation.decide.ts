import type { Case, CaseState } from '#libs/cases/case.evolve';
import type { NumberingEvent, NumberTaken } from '#libs/cases/numbering.events';
import { evolveNumbering, heldIn, NO_NUMBERS, type NumbersTaken } from '#libs/cases/numbering.evolve';
import type { PrepareDraw } from '#libs/draws/draw.commands';
import type { DrawEvent, DrawPrepared } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import { drawStream, ordinalIn } from '#libs/draws/draw-id';
import { keyOn } from '#libs/draws/draw-key.evolve';
import { gatherCase, gatherKeys, gatherRoster, type KnownRoster } from '#libs/draws/draw-knowledge';
import { authoriseDraw, checkDraw, isFirst, type KnownBefore, openedCase, scopeOf, seatsOf } from '#libs/draws/draw-preparation.guards';
import { daysOnSite, judging, wasAppointed } from '#libs/draws/eligibility';
import { type FrozenPool, freezePool, type Replacement } from '#libs/draws/frozen-pool';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import { seriesName } from '#libs/regulation/number-series';
import { formatDocumentNumber } from '#libs/regulation/numbers';

/** The wording under the proof. It leaves nobody a choice: with another wording the key would give another outcome. */
export const PURPOSE_TEXT = '专项督导';
/** Version of the algorithm, under the proof as well. */
export const RULE_VERSION = 'fd1';

interface Known extends KnownBefore, KnownRoster {
  /** The draw that could not fill the seat which this one is for. */
  readonly exhausted: DrawState;
  /** Numbers of the draws of each centre. */
  readonly taken: Readonly<Record<string, NumbersTaken>>;
}

const centerOf = ({ organisation }: Actor): Area => organisation as Area;
const gatherDraw = (stream: string, lookup: Lookup): Promise<DrawState> => lookup.fold<DrawState, DrawEvent>(stream, undefined, evolveDraw);

/** The seat that has been vacant longest. */
const vacantSeat = ({ group }: Case) => group.seats.find(({ supervisorId }) => supervisorId === group.vacant[0]);

async function gatherTaken(theCase: CaseState, lookup: Lookup): Promise<Known['taken']> {
  const taken: Record<string, NumbersTaken> = {};
  for (const center of new Set<Area>(['FJ', theCase?.dispatcher ?? 'FJ'])) {
    taken[center] = await lookup.fold<NumbersTaken, NumberingEvent>(`numbers-${seriesName({ kind: 'DRAW', center })}`, NO_NUMBERS, evolveNumbering);
  }
  return taken;
}

async function gather({ caseId }: PrepareDraw, _state: DrawState, lookup: Lookup, target: string): Promise<Known> {
  const theCase = await gatherCase(caseId, lookup);
  const ordinal = ordinalIn(target, caseId) ?? 1;
  const seat = theCase && vacantSeat(theCase);
  return {
    theCase,
    earlier: ordinal === 1 ? undefined : await gatherDraw(drawStream(caseId, ordinal - 1), lookup),
    exhausted: seat && (await gatherDraw(`draw-${seat.drawId}`, lookup)),
    keys: await gatherKeys(lookup),
    taken: await gatherTaken(theCase, lookup),
    ...(await gatherRoster(lookup)),
  };
}

const holderOf = ({ target }: Context): string => `draw-${target}`;
const held = (context: Context<Known>): NumberTaken['data'] | undefined =>
  heldIn(context.known.taken[context.actor.organisation] ?? NO_NUMBERS, holderOf(context), Number(legalDateOf(context.now).slice(0, 4)));

function serialOf(context: Context<Known>): string {
  const prepared = context.prepared.find(({ type }) => type === 'NumberTaken')?.data as NumberTaken['data'] | undefined;
  const number = held(context) ?? prepared;
  if (number === undefined) throw new Error(`${holderOf(context)}: no number was prepared`);
  return formatDocumentNumber({ kind: 'DRAW', center: centerOf(context.actor), year: number.year, serial: number.serial });
}

function replacementIn(theCase: Case, exhausted: DrawState): { readonly replacement?: Replacement } {
  const seat = vacantSeat(theCase);
  if (isFirst(theCase) || seat === undefined || exhausted === undefined) return {};
  return { replacement: { serial: exhausted.serial, candidateId: seat.supervisorId, reason: seat.status } };
}

function preparedDraw(command: PrepareDraw, context: Context<Known>): DrawPrepared['data'] {
  const { caseId } = command;
  const { target, actor, now, known } = context;
  const theCase = openedCase(known);
  const today = legalDateOf(now);
  return {
    purpose: { kind: 'SPECIAL_CASE', caseId },
    ordinal: ordinalIn(target, caseId) ?? 1,
    serial: serialOf(context),
    area: theCase.area,
    dispatcher: theCase.dispatcher,
    drawnBy: centerOf(actor),
    scope: scopeOf(command, actor, today),
    k: seatsOf(command, theCase, today),
  };
}

/** Everyone who was ever appointed, judged for the case as it stands. */
function poolFor({ purpose, serial, scope, k }: DrawPrepared['data'], { now, known }: Context<Known>): FrozenPool {
  const theCase = openedCase(known);
  const judge = judging({ caseId: purpose.caseId, theCase, scope, today: legalDateOf(now), roster: known.roster, tasks: known.tasks });
  const judged = known.roster.filter(wasAppointed).map((entry) => ({ candidateId: entry.supervisorId, reasons: judge(entry) }));
  return freezePool({
    serial, kind: 'SUPERVISOR', purpose: PURPOSE_TEXT, scope, k, ruleVersion: RULE_VERSION,
    eligible: judged.filter(({ reasons }) => reasons.length === 0).map(({ candidateId }) => candidateId),
    exclusions: judged.flatMap(({ candidateId, reasons }) => reasons.map((reason) => ({ candidateId, reason }))),
    ...replacementIn(theCase, known.exhausted),
  });
}

function decide(command: PrepareDraw, context: Context<Known>): readonly DrawEvent[] {
  const { known, now } = context;
  const today = legalDateOf(now);
  const prepared = preparedDraw(command, context);
  const { purpose, k } = prepared;
  const pool = poolFor(prepared, context);
  const persons = new Map(known.roster.map(({ supervisorId, credential }) => [supervisorId, credential.personId]));
  const candidates = pool.eligible.map((supervisorId) => ({ supervisorId, personId: persons.get(supervisorId) ?? '' }));
  const { from: onSiteFrom, to: onSiteTo } = daysOnSite(openedCase(known), today);
  const publicKey = keyOn(known.keys, today)?.publicKey ?? '';
  const eligible = pool.eligible.length;
  return [
    { type: 'DrawPrepared', data: prepared },
    { type: 'PoolFrozen', data: { purpose, pool, candidates, onSiteFrom, onSiteTo, publicKey } },
    ...(eligible < k ? [{ type: 'DrawFailed' as const, data: { purpose, k, eligible } }] : []),
  ];
}

export const prepareDraw: CommandRule<PrepareDraw, DrawState, DrawEvent, Known> = {
  creates: true,
  gather,
  authorise: (command, _state, context) => authoriseDraw(command, context),
  guard: (command, _state, context) => checkDraw(command, context),
  prepare: (_command, _state, context) => {
    if (held(context) !== undefined) return undefined;
    return { name: 'TakeNumber', target: seriesName({ kind: 'DRAW', center: centerOf(context.actor) }), body: { holder: holderOf(context) } };
  },
  decide: (command, _state, context) => decide(command, context),
};
