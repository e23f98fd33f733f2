import { byDispatcher, type CaseRule } from '#libs/cases/case.access';
import type { Case } from '#libs/cases/case.evolve';
import { requireOrderInTime } from '#libs/cases/case.guards';
import { checkOpinion } from '#libs/cases/case-findings.guards';
import type { DeliverOpinion, IssueOpinion } from '#libs/cases/case-opinion.commands';
import type { Demand, Finding, OpinionIssued } from '#libs/cases/case-opinion.events';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';
import type { Context } from '#libs/event-sourcing/decider';
import type { Instant } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { type Deadline, dueAfterCalendarDays } from '#libs/regulation/deadline';
import { calendarDaysAfter, gatherCalendar, type KnowsCalendar } from '#libs/regulation/known-calendar';
import { daysBetween, legalDateOf } from '#libs/regulation/legal-date';
import { gatherNumbers, type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

const bearer = ({ dispatcher }: Case, { target, known: { taken } }: Context<KnowsNumbers>): NumberBearer => ({
  series: { kind: 'OPINION', center: dispatcher }, holder: `case-${target}`, taken,
});

/** Findings and demands bear their numbers, items and problems from the preliminary opinion. */
const findingsOf = ({ findings }: IssueOpinion, { opinion: { preliminary } }: Case): readonly Finding[] =>
  findings.flatMap(({ no, ...found }) => {
    const before = preliminary?.findings.find((finding) => finding.no === no);
    return before === undefined ? [] : [{ no, item: before.item, ...found }];
  });
const demandsOf = ({ demands }: IssueOpinion, { opinion: { preliminary } }: Case): readonly Demand[] =>
  demands.flatMap(({ no, text, dueOn }) => {
    const before = preliminary?.demands.find((demand) => demand.no === no);
    return before === undefined ? [] : [{ no, findingNos: before.findingNos, text, dueOn }];
  });

function opinionOf(command: IssueOpinion, state: Case): Omit<OpinionIssued['data'], 'documentNumber'> {
  const { opinion, group } = state;
  const exception = group.formed?.exception;
  return {
    bases: command.bases ?? LEGAL_BASES,
    findings: findingsOf(command, state),
    guidance: command.guidance,
    demands: demandsOf(command, state),
    defence: opinion.defence ?? 'LAPSED',
    answers: opinion.answers,
    ...(exception === undefined ? {} : { exception }),
    recusedLate: group.seats.flatMap(({ late, supervisorId }) => (late ? [supervisorId] : [])),
  };
}

const issueOpinion: CaseRule<IssueOpinion, KnowsNumbers> = {
  gather: async (_command, { dispatcher }, lookup) => ({ taken: await gatherNumbers({ kind: 'OPINION', center: dispatcher }, lookup) }),
  authorise: byDispatcher,
  guard: (command, state, { now }) => {
    const { points, answers, issued } = state.opinion;
    const heard = state.stage === 'DEFENCE_CLOSED' && answers.length === points && !issued;
    require(heard, opinionRules.OpinionFollowsTheDefence);
    require(command.bases === undefined || command.bases.length > 0, opinionRules.OpinionNamesItsBases);
    checkOpinion(command, state, legalDateOf(now));
  },
  prepare: (_command, state, context) => takeNumber(bearer(state, context), context),
  decide: (command, state, context) => [
    { type: 'OpinionIssued', data: { documentNumber: takenNumber(bearer(state, context), context), ...opinionOf(command, state) } },
  ],
};

/** The latest date of the demands; where the delivery overtook it, the parameter's period from the delivery. */
function rectificationDue({ opinion: { demands } }: Case, deliveredAt: Instant, known: KnowsCalendar): Deadline | undefined {
  const last = demands.map(({ dueOn }) => dueOn).sort().at(-1);
  if (last === undefined) return undefined;
  const day = legalDateOf(deliveredAt);
  if (last <= day) return calendarDaysAfter(known, deliveredAt, 'rectification.calendarDays');
  return dueAfterCalendarDays(known.calendar, day, daysBetween(day, last));
}

const deliverOpinion: CaseRule<DeliverOpinion, KnowsCalendar> = {
  gather: gatherCalendar,
  authorise: byDispatcher,
  guard: (_command, state, context) => {
    require(state.stage === 'OPINION_ISSUED' && !state.opinion.delivered, opinionRules.OpinionIsDeliveredOnce);
    requireOrderInTime(state, context);
  },
  decide: ({ channel }, state, { occurredAt, known }) => {
    const due = rectificationDue(state, occurredAt, known);
    return [{ type: 'OpinionDelivered', data: { channel, ...(due === undefined ? {} : { rectificationDue: due }) } }];
  },
};

export const opinionCommands = { IssueOpinion: issueOpinion, DeliverOpinion: deliverOpinion };
