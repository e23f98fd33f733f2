import type { FindingInput } from '#libs/cases/case-findings.commands';
import type { OpinionState } from '#libs/cases/case-opinion.evolve';
import { DELIVERY_CHANNELS } from '#libs/cases/case-opinion.events';
import type { DeliverOpinion, IssueOpinion } from '#libs/cases/case-opinion.commands';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { lateRecusalStory } from '#libs/simulation/case-group.story';
import type { Answers } from '#libs/simulation/case-defence.story';
import { act, caseNow, clerk, onDay, refusedAct } from '#libs/simulation/case-steps';
import { ITEM_TEXTS } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import type { Story } from '#libs/simulation/story';

/** Days the agency has for what is demanded. */
const RECTIFICATION_DAYS = [20, 30, 30, 45] as const;

/** The preliminary findings as the defence leaves them: an accepted point clears its finding, a partly accepted one makes it milder. */
function findingsAfter({ preliminary }: OpinionState, answers: Answers): FindingInput[] {
  return (preliminary?.findings ?? []).map(({ no, item, result, severity, facts, evidenceIds }) => {
    const answer = answers.find(({ findingNo }) => findingNo === no);
    const found = { no, facts, evidenceIds: [...evidenceIds] };
    if (result === 'CONFORMS' || severity === undefined) return { ...found, result };
    if (answer?.conclusion === 'ACCEPTED') return { ...found, result: 'CONFORMS', facts: `${ITEM_TEXTS[item].conforms}(申辩成立)` };
    return { ...found, result, severity: answer?.conclusion === 'PARTLY_ACCEPTED' ? 'MINOR' : severity };
  });
}

function opinionOf({ random }: SimulatedCase, state: OpinionState, answers: Answers, issuedOn: LegalDate): IssueOpinion {
  const findings = findingsAfter(state, answers);
  const problems = findings.filter(({ result }) => result === 'PROBLEM').map(({ no }) => no);
  const dueOn = workingDay(addDays(issuedOn, random.pick(RECTIFICATION_DAYS)), 0);
  const demands = (state.preliminary?.demands ?? []).filter(({ findingNos }) => findingNos.some((no) => problems.includes(no)));
  const advised = (state.preliminary?.findings ?? []).filter(({ no, item }) => problems.includes(no) || item === 'C4');
  return { findings, guidance: advised.map(({ item }) => ITEM_TEXTS[item].guidance), demands: demands.map(({ no, text }) => ({ no, text, dueOn })) };
}

/** An opinion before the agency was heard, tried now and then. */
export function* opinionTooEarly(one: SimulatedCase, deliveredOn: LegalDate): Story {
  if (!one.random.chance(0.05)) return;
  const { opinion } = yield* caseNow(one);
  yield* refusedAct(one, clerk(one), 'IssueOpinion', opinionOf(one, opinion, [], deliveredOn), opinionRules.OpinionFollowsTheDefence);
}

/** 质量督导意见书 issued and delivered. Returns the day of delivery. */
export function* opinionStory(one: SimulatedCase, closedOn: LegalDate, answers: Answers): Story<LegalDate> {
  const { random } = one;
  const issuedOn = workingDay(closedOn, random.chance(0.05) ? 12 : random.between(1, 3));
  yield* onDay(one, issuedOn);
  if (random.chance(0.04)) yield* lateRecusalStory(one);
  const { opinion } = yield* caseNow(one);
  yield* act(one, clerk(one), 'IssueOpinion', opinionOf(one, opinion, answers, issuedOn));
  const deliveredOn = workingDay(issuedOn, random.between(1, 3));
  const body: Omit<DeliverOpinion, 'occurredAt'> = { channel: random.pick(DELIVERY_CHANNELS) };
  yield* onDay(one, deliveredOn);
  yield* act(one, clerk(one), 'DeliverOpinion', body);
  return deliveredOn;
}
