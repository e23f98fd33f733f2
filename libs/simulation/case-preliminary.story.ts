import { groupMembers, type Seat } from '#libs/cases/case-group.evolve';
import type { Matter } from '#libs/cases/case-intake.events';
import type { PreliminaryFindingInput, VoteInput } from '#libs/cases/case-findings.commands';
import { DELIVERY_CHANNELS } from '#libs/cases/case-opinion.events';
import type { DeliverPreliminaryOpinion, FormPreliminaryOpinion } from '#libs/cases/case-opinion.commands';
import type { SubmitResearchReport } from '#libs/cases/powers.commands';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { Severity } from '#libs/regulation/own-codes';
import { supervisorActor } from '#libs/simulation/actors';
import { act, caseNow, onDay } from '#libs/simulation/case-steps';
import { DISSENTS, ITEM_TEXTS } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import type { Story } from '#libs/simulation/story';

const SEVERITY: readonly Severity[] = ['MINOR', 'ORDINARY', 'ORDINARY', 'ORDINARY', 'SERIOUS'];
const WITHOUT_PROBLEM = 0.18;

function findingsOf({ no, random }: SimulatedCase, matters: readonly Matter[]): PreliminaryFindingInput[] {
  const clean = random.chance(WITHOUT_PROBLEM);
  return matters.map(({ item }, index) => {
    const evidenceIds = [`证-${no + 1}-${index + 1}`];
    if (clean || random.chance(0.4)) return { item, result: 'CONFORMS', facts: ITEM_TEXTS[item].conforms, evidenceIds };
    return { item, result: 'PROBLEM', severity: random.pick(SEVERITY), facts: ITEM_TEXTS[item].problem, evidenceIds };
  });
}

/** Nearly all vote for; one against says why. */
function votesOf(members: readonly Seat[], random: Random): VoteInput[] {
  const lot = random.next();
  return members.map(({ supervisorId }, index) => {
    if (index === members.length - 1 && lot < 0.1) return { supervisorId, vote: 'AGAINST', dissent: random.pick(DISSENTS) };
    return { supervisorId, vote: index === 1 && lot > 0.95 ? 'ABSTAIN' : 'FOR' };
  });
}

function opinionOf(one: SimulatedCase, matters: readonly Matter[], members: readonly Seat[]): FormPreliminaryOpinion {
  const findings = findingsOf(one, matters);
  const problems = findings.flatMap(({ item, result }, index) => (result === 'PROBLEM' ? [{ item, no: index + 1 }] : []));
  const advised = problems.length > 0 ? problems : findings.filter(({ item }) => item === 'C4');
  return {
    findings,
    guidance: advised.map(({ item }) => ITEM_TEXTS[item].guidance),
    demands: problems.map(({ item, no }) => ({ findingNos: [no], text: ITEM_TEXTS[item].demand })),
    votes: votesOf(members, one.random),
  };
}

/** Working days: deliberation, then delivery; one in sixteen is delivered too late. */
function* deliver(one: SimulatedCase, leader: Seat, formedOn: LegalDate): Story<LegalDate> {
  const { random } = one;
  const deliveredOn = workingDay(formedOn, random.chance(0.06) ? 7 : random.between(1, 3));
  const body: Omit<DeliverPreliminaryOpinion, 'occurredAt'> = { channel: random.pick(DELIVERY_CHANNELS), ...(random.chance(0.1) && { defenceWorkingDays: 15 }) };
  yield* onDay(one, deliveredOn);
  yield* act(one, supervisorActor(leader.personId), 'DeliverPreliminaryOpinion', body);
  return deliveredOn;
}

/** 评议, 形成初步督导意见, 反馈. Returns the day of delivery. */
export function* preliminaryStory(one: SimulatedCase, lastDayOnSite: LegalDate): Story<LegalDate> {
  const formedOn = workingDay(lastDayOnSite, one.random.between(2, 4));
  yield* onDay(one, formedOn);
  const { group, matters } = yield* caseNow(one);
  const members = groupMembers(group);
  const [leader] = members;
  if (leader === undefined) throw new Error(`case ${one.caseId} has no group`);
  if (matters.some(({ item }) => item === 'C4')) {
    const report: SubmitResearchReport = { report: ITEM_TEXTS.C4.conforms, recommendations: [ITEM_TEXTS.C4.guidance], evidence: [] };
    yield* act(one, supervisorActor(leader.personId), 'SubmitResearchReport', report);
  }
  yield* act(one, supervisorActor(leader.personId), 'FormPreliminaryOpinion', opinionOf(one, matters, members));
  return yield* deliver(one, leader, formedOn);
}
