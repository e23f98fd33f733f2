import { isCenter } from '#libs/access/policy';
import type { DrawEvent } from '#libs/draws/draw.events';
import { type DrawState, evolveDraw } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { targetDrawIdOf, targetOrdinalIn, targetRoundOf } from '#libs/draws/draw-id';
import { type DrawKey, type DrawKeys, isRetired, keyOn } from '#libs/draws/draw-key.evolve';
import { gatherKeys } from '#libs/draws/draw-knowledge';
import { RULE_VERSION } from '#libs/draws/draw-preparation.decide';
import { targetAgencies, targetSessions } from '#libs/draws/draw-targets.view';
import { type FrozenPool, freezePool } from '#libs/draws/frozen-pool';
import type { PrepareTargetDraw } from '#libs/draws/target-draw.commands';
import { TARGET_KINDS, type TargetPurpose } from '#libs/draws/target-draw.events';
import { targetDrawRules } from '#libs/draws/target-draw.rules';
import { judgeAgency, judgeSession, type JudgedTarget } from '#libs/draws/target-eligibility';
import { periodOf, type TargetPeriod } from '#libs/draws/target-period';
import type { CommandRule, Context, Lookup } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { type Area, isArea } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import { gatherNumbers, type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

interface KnownForTargets extends KnowsNumbers {
  /** The draw of the same round before this one. */
  readonly earlier: DrawState;
  readonly keys: DrawKeys;
  /** Everything of the period in the centre's area, judged. */
  readonly judged: readonly JudgedTarget[];
}
type Known = Context<KnownForTargets>;

/** The centre is the beginning of the id, and the one that gives the command: before anything is read, only the id is known. */
const centerIn = (target: string): Area | undefined => {
  const [area = ''] = target.split('-', 1);
  return isArea(area) ? area : undefined;
};

const within = (center: Area): { readonly where: Readonly<Record<string, string>> } => ({ where: center === 'FJ' ? {} : { area: center } });

async function judgeAll({ of, period }: PrepareTargetDraw, center: Area, now: string, lookup: Lookup): Promise<readonly JudgedTarget[]> {
  const days = periodOf(of, period);
  if (days === undefined) return [];
  if (of === 'AGENCIES') return (await findEvery(lookup, targetAgencies, within(center), ({ agencyId }) => agencyId)).map((agency) => judgeAgency(center, agency));
  const range = { member: 'startsOn', ...days };
  const sessions = await findEvery(lookup, targetSessions, { ...within(center), range }, ({ sessionId }) => sessionId);
  return sessions.map((session) => judgeSession(center, legalDateOf(now), session));
}

async function gather(command: PrepareTargetDraw, _state: DrawState, lookup: Lookup, target: string, now: string): Promise<KnownForTargets> {
  const center = centerIn(target) ?? 'FJ';
  const round = targetRoundOf(center, command.of, command.period);
  const ordinal = targetOrdinalIn(target, round) ?? 1;
  return {
    earlier: ordinal === 1 ? undefined : await lookup.fold<DrawState, DrawEvent>(`draw-${targetDrawIdOf(round, ordinal - 1)}`, undefined, evolveDraw),
    keys: await gatherKeys(lookup),
    judged: await judgeAll(command, center, now, lookup),
    taken: await gatherNumbers({ kind: 'DRAW', center }, lookup),
  };
}

const bearer = ({ target, actor, known: { taken } }: Known): NumberBearer => ({
  series: { kind: 'DRAW', center: actor.organisation as Area }, holder: `draw-${target}`, taken,
});

interface Settled {
  readonly center: Area;
  readonly ordinal: number;
  readonly days: TargetPeriod;
  readonly key: DrawKey;
}

/** Nobody waits for it: too few could be drawn, or its key was retired before it was completed. */
const isVoid = (earlier: DrawState, keys: DrawKeys): boolean =>
  earlier?.stage === 'FAILED' || (earlier?.stage === 'FROZEN' && earlier.frozen !== undefined && isRetired(keys, earlier.frozen.publicKey));

/** @throws Refused */
function settle({ of, period }: PrepareTargetDraw, { target, actor, now, known: { earlier, keys } }: Known): Settled {
  const center = actor.organisation as Area;
  const today = legalDateOf(now);
  const days = periodOf(of, period);
  require(days, targetDrawRules.TargetPeriodIsAWeekOrAMonth, period);
  require(today <= days.to, targetDrawRules.TargetPeriodIsNotOver, period);
  const ordinal = targetOrdinalIn(target, targetRoundOf(center, of, period));
  require(ordinal !== undefined && (ordinal === 1 || earlier !== undefined), targetDrawRules.TargetDrawsAreCounted, target);
  require(ordinal === 1 || isVoid(earlier, keys), targetDrawRules.TargetsOfAPeriodAreDrawnOnce);
  const key = keyOn(keys, today);
  require(key, drawRules.KeyWasAnnounced);
  return { center, ordinal, days, key };
}

/** The wording under the proof leaves nobody a choice. */
const poolOf = ({ of, period, k }: PrepareTargetDraw, serial: string, center: Area, judged: readonly JudgedTarget[]): FrozenPool =>
  freezePool({
    serial, kind: 'TARGET', purpose: `督导${TARGET_KINDS[of]} ${period}`, scope: center, k, ruleVersion: RULE_VERSION,
    eligible: judged.filter(({ reasons }) => reasons.length === 0).map(({ candidateId }) => candidateId),
    exclusions: judged.flatMap(({ candidateId, reasons }) => reasons.map((reason) => ({ candidateId, reason }))),
  });

function decide(command: PrepareTargetDraw, context: Known): readonly DrawEvent[] {
  const { center, ordinal, days, key } = settle(command, context);
  const { of, period, k } = command;
  const purpose: TargetPurpose = { kind: 'TARGETS', of, period };
  const serial = takenNumber(bearer(context), context);
  const pool = poolOf(command, serial, center, context.known.judged);
  const eligible = pool.eligible.length;
  return [
    { type: 'DrawPrepared', data: { purpose, ordinal, serial, area: center, drawnBy: center, k } },
    { type: 'PoolFrozen', data: { purpose, pool, candidates: [], onSiteFrom: days.from, onSiteTo: days.to, publicKey: key.publicKey } },
    ...(eligible < k ? [{ type: 'DrawFailed' as const, data: { purpose, k, eligible } }] : []),
  ];
}

/** The pool is frozen whole, with every reason; who draws chooses neither the targets nor the moment's outcome, only how many. */
export const prepareTargetDraw: CommandRule<PrepareTargetDraw, DrawState, DrawEvent, KnownForTargets> = {
  creates: true,
  gather,
  authorise: (_command, _state, { actor }) => {
    if (!isCenter(actor)) throw new NotAllowed(targetDrawRules.CentersDrawTargets);
  },
  guard: (command, _state, context) => void settle(command, context),
  prepare: (_command, _state, context) => takeNumber(bearer(context), context),
  decide: (command, _state, context) => decide(command, context),
};
