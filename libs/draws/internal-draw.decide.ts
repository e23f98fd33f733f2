import { requireAgency } from '#libs/access/policy';
import type { DrawEvent } from '#libs/draws/draw.events';
import type { DrawState } from '#libs/draws/draw.evolve';
import { drawRules } from '#libs/draws/draw.rules';
import { internalDrawIdOf, internalOrdinalIn } from '#libs/draws/draw-id';
import { type DrawKey, isRetired, keyOn } from '#libs/draws/draw-key.evolve';
import { candidatesAmong, RULE_VERSION } from '#libs/draws/draw-preparation.decide';
import { type Judged, wasAppointed } from '#libs/draws/eligibility';
import { type FrozenPool, freezePool } from '#libs/draws/frozen-pool';
import type { PrepareInternalDraw } from '#libs/draws/internal-draw.commands';
import { gatherInternalDraw, type KnownForInternalDraw } from '#libs/draws/internal-draw-knowledge';
import { judgingInternal, sessionDays } from '#libs/draws/internal-eligibility';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';
import { type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';
import { type Session, takesInternalSupervisors } from '#libs/sessions/session.evolve';

/** The wording under the proof: nobody has a choice of another. */
const PURPOSE_TEXT = '内部督导';

type Known = Context<KnownForInternalDraw>;

const bearer = ({ target, known: { session, taken } }: Known): NumberBearer => ({
  series: { kind: 'INTERNAL_DRAW', center: session?.area ?? 'FJ' }, holder: `draw-${target}`, taken,
});

/** Nobody waits for the earlier draw: it failed or is void, its result is taken in, or those it drew have another role by now. */
function isSettled(earlier: DrawState, earlierId: string, session: Session, { keys, roles }: KnownForInternalDraw): boolean {
  if (earlier === undefined || earlier.stage === 'FAILED') return true;
  if (earlier.stage !== 'COMPLETED') return earlier.frozen !== undefined && isRetired(keys, earlier.frozen.publicKey);
  const drawn = earlier.frozen?.candidates.filter(({ supervisorId }) => earlier.seated.includes(supervisorId)) ?? [];
  const isAssigned = session.internalDraws.includes(earlierId);
  return isAssigned || drawn.some(({ personId }) => Object.hasOwn(roles.held, personId) && roles.held[personId]?.role !== 'INTERNAL_SUPERVISOR');
}

interface Settled {
  readonly session: Session;
  readonly ordinal: number;
  readonly key: DrawKey;
}

/** @throws Refused */
function settle({ sessionId }: PrepareInternalDraw, { target, now, known }: Known): Settled {
  const { session, earlier, keys } = known;
  require(session, drawRules.DrawIsForASession, sessionId);
  const ordinal = internalOrdinalIn(target, sessionId);
  require(ordinal !== undefined && (ordinal === 1 || earlier !== undefined), drawRules.DrawsOfASessionAreCounted, target);
  require(takesInternalSupervisors(session), drawRules.SessionTakesInternalSupervisors, session.stage);
  require(isSettled(earlier, internalDrawIdOf(sessionId, ordinal - 1), session, known), drawRules.EarlierInternalDrawIsSettled);
  require(session.internalSupervisors.length === 0, drawRules.NobodySupervisesTheSession);
  const key = keyOn(keys, legalDateOf(now));
  require(key, drawRules.KeyWasAnnounced);
  return { session, ordinal, key };
}

/** Every internal supervisor of the agency who was ever appointed, judged for the session as it stands. */
function judgeAll(sessionId: string, session: Session, { now, known: { roles, internal, roster, sessions, tasks } }: Known): readonly Judged[] {
  const judge = judgingInternal({ sessionId, session, roles, now, roster, sessions, tasks });
  return internal.filter(wasAppointed).map((entry) => ({ supervisorId: entry.supervisorId, personId: entry.credential.personId, reasons: judge(entry) }));
}

const poolOf = (judged: readonly Judged[], serial: string, { agencyId }: Session, k: number): FrozenPool =>
  freezePool({
    serial, kind: 'SUPERVISOR', purpose: PURPOSE_TEXT, scope: agencyId, k, ruleVersion: RULE_VERSION,
    eligible: judged.filter(({ reasons }) => reasons.length === 0).map(({ supervisorId }) => supervisorId),
    exclusions: judged.flatMap(({ supervisorId, reasons }) => reasons.map((reason) => ({ candidateId: supervisorId, reason }))),
  });

function decide(command: PrepareInternalDraw, context: Known): readonly DrawEvent[] {
  const { session, ordinal, key } = settle(command, context);
  const { sessionId, k = 1 } = command;
  const purpose = { kind: 'INTERNAL_SUPERVISION', sessionId } as const;
  const serial = takenNumber(bearer(context), context);
  const judged = judgeAll(sessionId, session, context);
  const pool = poolOf(judged, serial, session, k);
  const { from: onSiteFrom, to: onSiteTo } = sessionDays(session, legalDateOf(context.now));
  const eligible = pool.eligible.length;
  return [
    { type: 'DrawPrepared', data: { purpose, ordinal, serial, area: session.area, agencyId: session.agencyId, k } },
    { type: 'PoolFrozen', data: { purpose, pool, candidates: candidatesAmong(judged), onSiteFrom, onSiteTo, publicKey: key.publicKey } },
    ...(eligible < k ? [{ type: 'DrawFailed' as const, data: { purpose, k, eligible } }] : []),
  ];
}

export const prepareInternalDraw: CommandRule<PrepareInternalDraw, DrawState, DrawEvent, KnownForInternalDraw> = {
  creates: true,
  gather: gatherInternalDraw,
  authorise: ({ sessionId }, _state, { actor, known: { session } }) => {
    require(session, drawRules.DrawIsForASession, sessionId);
    requireAgency(actor, session.agencyId);
  },
  guard: (command, _state, context) => void settle(command, context),
  prepare: (_command, _state, context) => takeNumber(bearer(context), context),
  decide: (command, _state, context) => decide(command, context),
};
