import type { CaseRule } from '#libs/cases/case.access';
import { type CaseEvent, caseBasis } from '#libs/cases/case.events';
import { type CaseState, evolveCase } from '#libs/cases/case.evolve';
import { caseRules } from '#libs/cases/case.rules';
import { isOver } from '#libs/cases/case.stage';
import { deadlineCommands } from '#libs/cases/case-deadline.decide';
import { defenceCommands } from '#libs/cases/case-defence.decide';
import { groupCommands } from '#libs/cases/case-group.decide';
import { intakeCommands } from '#libs/cases/case-intake.decide';
import { mattersCommands } from '#libs/cases/case-matters.decide';
import { onSiteCommands } from '#libs/cases/case-onsite.decide';
import { opinionCommands } from '#libs/cases/case-opinion.decide';
import { casePowers } from '#libs/cases/case-powers.decide';
import { preliminaryCommands } from '#libs/cases/case-preliminary.decide';
import { rectificationCommands } from '#libs/cases/case-rectification.decide';
import { seatCommands } from '#libs/cases/case-seats.decide';
import { taintCommands } from '#libs/cases/tainting.decide';
import { caseLinks } from '#libs/cases/sanction-link.decide';
import type { Decider } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each rule has its own body and knowledge
type AnyRule = CaseRule<any, any>;
type Rules = Readonly<Record<string, AnyRule>>;

const each = (rules: Rules, change: (rule: AnyRule) => AnyRule): Rules =>
  Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, change(rule)]));

/** People are told that the case is over. */
const refusedWhenOver = (rule: AnyRule): AnyRule => ({
  ...rule,
  guard: (command, state, context) => {
    require(!isOver(state.stage), caseRules.CaseIsStillOpen);
    rule.guard?.(command, state, context);
  },
});

/** Timers and reactions find nothing left to do. */
const mootWhenOver = (rule: AnyRule): AnyRule => ({
  ...rule,
  decide: (command, state, context) => (isOver(state.stage) ? [] : rule.decide(command, state, context)),
});

/** Until it is told, the case does not exist for an agency, its own or another. */
const hides = (state: CaseState, { role }: Actor): boolean => role === 'AGENCY' && state?.agencyKnows === false;

const { OpenSpecialSupervision, ...laterIntake } = intakeCommands;

export const caseDecider: Decider<CaseState, CaseEvent> = {
  category: 'case',
  initial: undefined,
  evolve: evolveCase,
  basis: caseBasis,
  hides,
  area: (state) => state?.area ?? 'FJ',
  commands: {
    OpenSpecialSupervision,
    ...taintCommands,
    ...caseLinks,
    ...each(
      {
        ...laterIntake, ...mattersCommands, ...groupCommands, ...onSiteCommands, ...casePowers, ...preliminaryCommands, ...defenceCommands, ...opinionCommands,
        ...rectificationCommands,
      },
      refusedWhenOver,
    ),
    ...each({ ...seatCommands, ...deadlineCommands }, mootWhenOver),
  },
};
