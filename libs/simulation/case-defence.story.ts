import type { AnalyseDefence, DefenceAnswerInput, DefencePointInput, SubmitDefence, WaiveDefence } from '#libs/cases/case-opinion.commands';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import { act, agency, caseNow, clerk, evidence, onDay, refusedAct } from '#libs/simulation/case-steps';
import { DEFENCE_STATEMENTS } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import type { Story } from '#libs/simulation/story';

/** What was said about each point, by its number. */
export type Answers = readonly (DefenceAnswerInput & { readonly findingNo?: number })[];

const CONCLUSIONS: readonly DefenceAnswerInput['conclusion'][] = ['ACCEPTED', 'PARTLY_ACCEPTED', 'NOT_ACCEPTED', 'NOT_ACCEPTED'];
const REASONS = { ACCEPTED: '经核对台账,申辩成立', PARTLY_ACCEPTED: '部分情形已纠正,情节从轻认定', NOT_ACCEPTED: '与现场核查的证据不符,不予采纳' } as const;

const pointsOf = (problems: readonly number[], random: Random): DefencePointInput[] =>
  problems.slice(0, random.between(1, 2)).map((findingNo) => ({ findingNo, statement: random.pick(DEFENCE_STATEMENTS) }));

function* submit(one: SimulatedCase, day: LegalDate, points: DefencePointInput[], isFinal: boolean): Story {
  const body: SubmitDefence = { points, evidence: [evidence(one, '申辩', '申辩证明材料')], isFinal };
  yield* onDay(one, day);
  yield* act(one, agency(one), 'SubmitDefence', body);
}

/** 综合分析申辩意见, every point with its answer. */
function* analyse(one: SimulatedCase, day: LegalDate, points: readonly DefencePointInput[]): Story<Answers> {
  const answers = points.map(({ findingNo }, index) => {
    const conclusion = one.random.pick(CONCLUSIONS);
    return { pointNo: index + 1, conclusion, reason: REASONS[conclusion], ...(findingNo !== undefined && { findingNo }) };
  });
  const body: AnalyseDefence = { answers: answers.map(({ findingNo: _finding, ...answer }) => answer) };
  yield* onDay(one, day);
  yield* act(one, clerk(one), 'AnalyseDefence', body);
  return answers;
}

interface DefenceEnd {
  readonly closedOn: LegalDate;
  readonly answers: Answers;
}

/** Heard in one piece, or in two and then the period runs out. */
function* defended(one: SimulatedCase, from: LegalDate, due: LegalDate, problems: readonly number[]): Story<DefenceEnd> {
  const { random } = one;
  const points = pointsOf(problems, random);
  const inParts = random.chance(0.3);
  const day = workingDay(from, random.between(3, 8));
  yield* submit(one, day, points, !inParts);
  const more = inParts ? pointsOf(problems, random).slice(0, 1) : [];
  if (more.length > 0) yield* submit(one, workingDay(day, 1), more, false);
  const closedOn = inParts ? workingDay(due, 1) : workingDay(day, 1);
  const analysedOn = workingDay(closedOn, random.between(1, 3));
  return { closedOn: analysedOn, answers: yield* analyse(one, analysedOn, [...points, ...more]) };
}

function* waived(one: SimulatedCase, day: LegalDate): Story<DefenceEnd> {
  const body: WaiveDefence = { statement: '对初步督导意见无异议' };
  yield* onDay(one, day);
  yield* act(one, agency(one), 'WaiveDefence', body);
  return { closedOn: day, answers: [] };
}

/** Silence: the period lapses at midnight. Who comes later comes too late. */
function* lapsed(one: SimulatedCase, due: LegalDate): Story<DefenceEnd> {
  const closedOn = workingDay(due, 1);
  if (one.random.chance(0.15)) {
    const body: SubmitDefence = { points: [{ statement: DEFENCE_STATEMENTS[1] }], evidence: [], isFinal: true };
    yield* onDay(one, closedOn);
    yield* refusedAct(one, agency(one), 'SubmitDefence', body, opinionRules.DefenceFallsIntoItsPeriod);
  }
  return { closedOn, answers: [] };
}

/** 申辩: submitted, waived or lapsed. Returns when the way to the opinion is free. */
export function* defenceStory(one: SimulatedCase, deliveredOn: LegalDate): Story<DefenceEnd> {
  const { opinion, deadlines } = yield* caseNow(one);
  const due = deadlines.defence?.deadline.date ?? deliveredOn;
  const problems = (opinion.preliminary?.findings ?? []).filter(({ result }) => result === 'PROBLEM').map(({ no }) => no);
  const lot = one.random.next();
  if (problems.length > 0 && lot < 0.42) return yield* defended(one, deliveredOn, due, problems);
  if (lot < 0.7) return yield* waived(one, workingDay(deliveredOn, one.random.between(2, 6)));
  return yield* lapsed(one, due);
}
