import type { Seat } from '#libs/cases/case-group.evolve';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { PrepareDraw } from '#libs/draws/draw.commands';
import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import { gatherKeys, gatherRoster, type KnownRoster } from '#libs/draws/draw-knowledge';
import { authoriseDraw, isFirst, type KnownBefore, settle, type Settled } from '#libs/draws/draw-preparation.guards';
import { dailyTerms, type DrawTerms, specialTerms } from '#libs/draws/draw-terms';
import { daysOnSite, type Judged, judging, wasAppointed } from '#libs/draws/eligibility';
import { compareText, type FrozenPool, freezePool, type Replacement } from '#libs/draws/frozen-pool';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import { NO_NUMBERS, type NumbersTaken } from '#libs/regulation/numbering.evolve';
import { gatherNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

/** Version of the algorithm, under the proof as well. */
export const RULE_VERSION = 'fd1';

export interface KnownForDraw<S extends Supervision = Supervision> extends KnownBefore<S>, KnownRoster {
  readonly engaged: readonly string[];
  /** The draw that could not fill the seat which this one is for. */
  readonly exhausted: DrawState;
  /** Numbers of draws by centre: of the dispatcher and of the province. */
  readonly taken: Readonly<Record<string, NumbersTaken>>;
}

const centerOf = ({ organisation }: Actor): Area => organisation as Area;
const gatherDraw = (stream: string, lookup: Lookup): Promise<DrawState> => lookup.fold<DrawState, DrawEvent>(stream, undefined, evolveDraw);

/** The seat that has been vacant longest. */
const vacantSeat = ({ group }: Supervision): Seat | undefined => group.seats.find(({ supervisorId }) => supervisorId === group.vacant[0]);

async function gatherTaken(theCase: Supervision | undefined, lookup: Lookup): Promise<KnownForDraw['taken']> {
  const taken: Record<string, NumbersTaken> = {};
  for (const center of new Set<Area>(['FJ', theCase?.dispatcher ?? 'FJ'])) {
    taken[center] = await gatherNumbers({ kind: 'DRAW', center }, lookup);
  }
  return taken;
}

async function gather<S extends Supervision>(terms: DrawTerms<S>, caseId: string, target: string, lookup: Lookup): Promise<KnownForDraw<S>> {
  const theCase = await terms.gather(caseId, lookup);
  const ordinal = terms.ordinalIn(target, caseId) ?? 1;
  const seat = theCase && vacantSeat(theCase);
  return {
    theCase,
    earlier: ordinal === 1 ? undefined : await gatherDraw(`draw-${terms.idOf(caseId, ordinal - 1)}`, lookup),
    exhausted: seat && (await gatherDraw(`draw-${seat.drawId}`, lookup)),
    keys: await gatherKeys(lookup),
    taken: await gatherTaken(theCase, lookup),
    engaged: await terms.gatherEngaged(caseId, theCase, lookup),
    ...(await gatherRoster(terms.taskKey(caseId), lookup)),
  };
}

const bearer = ({ target, actor, known: { taken } }: Context<KnownForDraw>): NumberBearer => ({
  series: { kind: 'DRAW', center: centerOf(actor) }, holder: `draw-${target}`, taken: taken[actor.organisation] ?? NO_NUMBERS,
});

function replacementIn(theCase: Supervision, exhausted: DrawState): { readonly replacement?: Replacement } {
  const seat = vacantSeat(theCase);
  if (isFirst(theCase) || seat === undefined || exhausted === undefined) return {};
  return { replacement: { serial: exhausted.serial, candidateId: seat.supervisorId, reason: seat.status } };
}

/** Everyone who was ever appointed, judged for the supervision as it stands. */
function judgeAll(taskKey: string, { theCase, scope }: Settled, { now, known: { roster, tasks, engaged } }: Context<KnownForDraw>): readonly Judged[] {
  const judge = judging({ taskKey, theCase, scope, today: legalDateOf(now), roster, tasks, engaged });
  return roster.filter(wasAppointed).map((entry) => ({ supervisorId: entry.supervisorId, personId: entry.credential.personId, reasons: judge(entry) }));
}

function poolOf(purpose: string, judged: readonly Judged[], serial: string, { theCase, scope, k }: Settled, exhausted: DrawState): FrozenPool {
  return freezePool({
    serial, kind: 'SUPERVISOR', purpose, scope, k, ruleVersion: RULE_VERSION,
    eligible: judged.filter(({ reasons }) => reasons.length === 0).map(({ supervisorId }) => supervisorId),
    exclusions: judged.flatMap(({ supervisorId, reasons }) => reasons.map((reason) => ({ candidateId: supervisorId, reason }))),
    ...replacementIn(theCase, exhausted),
  });
}

/** Those who can be drawn, in the order of the pool. */
export const candidatesAmong = (judged: readonly Judged[]) =>
  judged
    .filter(({ reasons }) => reasons.length === 0)
    .map(({ supervisorId, personId }) => ({ supervisorId, personId }))
    .sort((a, b) => compareText(a.supervisorId, b.supervisorId));

function decide<S extends Supervision>(terms: DrawTerms<S>, command: PrepareDraw, context: Context<KnownForDraw<S>>): readonly DrawEvent[] {
  const settled = settle(terms, command, context);
  const { theCase, ordinal, scope, k, key } = settled;
  const purpose = { kind: terms.kind, caseId: command.caseId };
  const serial = takenNumber(bearer(context), context);
  const judged = judgeAll(terms.taskKey(command.caseId), settled, context);
  const pool = poolOf(terms.purposeText, judged, serial, settled, context.known.exhausted);
  const { from: onSiteFrom, to: onSiteTo } = daysOnSite(theCase, legalDateOf(context.now));
  const eligible = pool.eligible.length;
  return [
    { type: 'DrawPrepared', data: { purpose, ordinal, serial, area: theCase.area, dispatcher: theCase.dispatcher, drawnBy: centerOf(context.actor), scope, k } },
    { type: 'PoolFrozen', data: { purpose, pool, candidates: candidatesAmong(judged), onSiteFrom, onSiteTo, publicKey: key.publicKey } },
    ...(eligible < k ? [{ type: 'DrawFailed' as const, data: { purpose, k, eligible } }] : []),
  ];
}

const preparing = <S extends Supervision>(terms: DrawTerms<S>): CommandRule<PrepareDraw, DrawState, DrawEvent, KnownForDraw<S>> => ({
  creates: true,
  gather: ({ caseId }, _state, lookup, target) => gather(terms, caseId, target, lookup),
  authorise: (command, _state, context) => authoriseDraw(command, context),
  guard: (command, _state, context) => void settle(terms, command, context),
  prepare: (_command, _state, context) => takeNumber(bearer(context), context),
  decide: (command, _state, context) => decide(terms, command, context),
});

export const preparations = { PrepareDraw: preparing(specialTerms), PrepareDailyDraw: preparing(dailyTerms) };
