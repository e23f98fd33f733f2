import type { Context } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import type { InternalPhase } from '#libs/regulation/codes';
import type { PreparationChecked, ProcessChecked, ResultChecked } from '#libs/sessions/internal-supervision.events';
import type { CheckPreparation } from '#libs/sessions/score-sheet.commands';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';
import type { Session } from '#libs/sessions/session.evolve';
import { byInternalSupervisor, type SessionRule, supervisorActing } from '#libs/sessions/session.guards';

const PHASES = ['PREPARATION', 'PROCESS', 'RESULT'] as const satisfies readonly InternalPhase[];
const FACTS = { PREPARATION: 'PreparationChecked', PROCESS: 'ProcessChecked', RESULT: 'ResultChecked' } as const;

/** The earliest moment of a phase; undefined while it has not come. */
const opensAt: Readonly<Record<InternalPhase, (session: Session) => Instant | undefined>> = {
  PREPARATION: () => '',
  PROCESS: ({ startedAt }) => startedAt,
  RESULT: ({ endedAt }) => endedAt,
};

function requirePhase(session: Session, phase: InternalPhase, { occurredAt }: Context): void {
  const done = PHASES.filter((each) => session.checks[each] !== undefined);
  const isNext = session.stage !== 'CANCELLED' && done.length === PHASES.indexOf(phase);
  require(isNext, scoreSheetRules.PhasesFollowEachOther, done.at(-1));
  const opens = opensAt[phase](session);
  const last = done.at(-1);
  const before = last === undefined ? '' : (session.checks[last]?.at ?? '');
  require(opens !== undefined && opens <= occurredAt && before <= occurredAt, scoreSheetRules.PhaseHappensInItsTime, occurredAt);
}

/** Each phase has its own command, and so its own fact; they may be entered after they happened. */
const check = (phase: InternalPhase): SessionRule<CheckPreparation> => ({
  authorise: byInternalSupervisor,
  guard: (_command, session, context) => requirePhase(session, phase, context),
  decide: ({ conforms, notes }, session, { actor }) => [
    { type: FACTS[phase], data: { supervisorId: supervisorActing(session, actor), conforms, notes } } as PreparationChecked | ProcessChecked | ResultChecked,
  ],
});

export const internalChecks = { CheckPreparation: check('PREPARATION'), CheckProcess: check('PROCESS'), CheckResult: check('RESULT') };
