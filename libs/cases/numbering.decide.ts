import { isCenter } from '#libs/access/policy';
import { parseSeries } from '#libs/regulation/number-series';
import type { TakeNumber } from '#libs/cases/numbering.commands';
import { numberingBasis, type NumberingEvent } from '#libs/regulation/numbering.events';
import { evolveNumbering, heldIn, NO_NUMBERS, type NumbersTaken } from '#libs/regulation/numbering.evolve';
import { numberingRules } from '#libs/cases/numbering.rules';
import type { CommandRule, Decider } from '#libs/event-sourcing/decider';
import { NotAllowed } from '#libs/event-sourcing/rule';
import { legalDateOf } from '#libs/regulation/legal-date';

const takeNumber: CommandRule<TakeNumber, NumbersTaken, NumberingEvent> = {
  creates: 'either',
  authorise: (_command, _state, { actor, target }) => {
    const series = parseSeries(target);
    const isOwn = isCenter(actor) && series?.center === actor.organisation;
    const isInternal = actor.role === 'AGENCY' && series?.kind === 'INTERNAL_DRAW';
    if (!isOwn && !isInternal) throw new NotAllowed(numberingRules.CenterNumbersItsOwnDocuments, target);
  },
  decide: ({ holder }, state, { now }) => {
    const year = Number(legalDateOf(now).slice(0, 4));
    if (heldIn(state, holder, year) !== undefined) return [];
    return [{ type: 'NumberTaken', data: { year, serial: (state.last[year] ?? 0) + 1, holder } }];
  },
};

export const numberingDecider: Decider<NumbersTaken, NumberingEvent> = {
  category: 'numbers',
  initial: NO_NUMBERS,
  evolve: evolveNumbering,
  basis: numberingBasis,
  area: () => 'FJ',
  commands: { TakeNumber: takeNumber },
};
