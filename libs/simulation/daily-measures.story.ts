import type { CloseDailySupervision, ConfirmImprovement, HoldAdmonitoryTalk, OpenVerification, ReportImprovement, ReviewRecord } from '#libs/cases/daily-measures.commands';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import { agencyActor } from '#libs/simulation/actors';
import { archiveStory } from '#libs/simulation/archive.story';
import { ITEM_TEXTS } from '#libs/simulation/case-texts';
import { act, clerk, dailyNow, evidence, refusedAct, type SimulatedDaily } from '#libs/simulation/dailies';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { publicationStory } from '#libs/simulation/publication.story';
import { SHARES } from '#libs/simulation/shares';
import { type Story, waitUntil } from '#libs/simulation/story';

type Asked = ReportImprovement['measure'];

function* wordsOf(one: SimulatedDaily): Story<OpenVerification> {
  const { problems } = yield* dailyNow(one);
  const findings = problems.map((item) => ({ item, facts: ITEM_TEXTS[item].problem }));
  return { text: '根据督导情况记录表反映的问题,请按指导意见办理。', findings, guidance: problems.map((item) => ITEM_TEXTS[item].guidance) };
}

/** 调查核实, 约谈提醒, 提醒函, 质量通报: what fits the problems; always one. Returns those that ask for improvement. */
function* measured(one: SimulatedDaily, on: LegalDate): Story<readonly Asked[]> {
  const { random } = one;
  const { verification, talk, bulletin } = SHARES.daily;
  const words = yield* wordsOf(one);
  const held: HoldAdmonitoryTalk = { ...words, heldOn: on };
  const hasTalk = random.chance(talk);
  if (random.chance(verification)) yield* act(one, clerk(one), 'OpenVerification', words);
  if (hasTalk) yield* act(one, clerk(one), 'HoldAdmonitoryTalk', held);
  if (random.chance(bulletin)) yield* act(one, clerk(one), 'IssueQualityBulletin', words);
  if (hasTalk && !random.chance(SHARES.daily.letterBesideTalk)) return ['ADMONITORY_TALK'];
  yield* act(one, clerk(one), 'IssueReminderLetter', words);
  return hasTalk ? ['ADMONITORY_TALK', 'REMINDER_LETTER'] : ['REMINDER_LETTER'];
}

/** 完善整改 of what was asked, and 确认. */
function* improved(one: SimulatedDaily, asked: readonly Asked[], from: LegalDate): Story<LegalDate> {
  const { random } = one;
  const reportedOn = workingDay(from, random.between(5, 15));
  for (const measure of asked) {
    const body: ReportImprovement = { measure, statement: '已按要求逐项完善,情况见附件。', evidence: [evidence(one, `改-${measure}`, '完善整改材料')] };
    yield* waitUntil(officeTime(random, reportedOn));
    yield* act(one, agencyActor(one.session.agency.agencyId), 'ReportImprovement', body);
  }
  const confirmedOn = workingDay(reportedOn, random.between(1, 4));
  yield* waitUntil(officeTime(random, confirmedOn));
  for (const measure of asked) {
    const body: ConfirmImprovement = { measure, conclusion: '完善整改到位' };
    yield* act(one, clerk(one), 'ConfirmImprovement', body);
  }
  return confirmedOn;
}

function* afterClosing(one: SimulatedDaily, closedOn: LegalDate, foundProblems: boolean): Story {
  yield* publicationStory('DAILY', one, closedOn, foundProblems);
  yield* archiveStory('daily', one, closedOn);
}

/** 研判, and no measure or some; then the end of the file, and what is public of it. */
export function* measuresStory(one: SimulatedDaily, reviewedOn: LegalDate): Story {
  const { random } = one;
  const { problems } = yield* dailyNow(one);
  const review: ReviewRecord = { reasons: problems.length === 0 ? '未发现问题' : '记录表反映的问题事实清楚' };
  yield* waitUntil(officeTime(random, reviewedOn));
  if (random.chance(SHARES.daily.decidedTooEarly)) yield* refusedAct(one, clerk(one), 'DecideNoMeasure', { reasons: '无' }, dailyMeasuresRules.DecisionFollowsTheReview);
  yield* act(one, clerk(one), 'ReviewRecord', review);
  const on = workingDay(reviewedOn, random.between(1, 4));
  yield* waitUntil(officeTime(random, on));
  if (problems.length === 0 || random.chance(SHARES.daily.noMeasure)) {
    yield* act(one, clerk(one), 'DecideNoMeasure', { reasons: '无需处理' });
    return yield* afterClosing(one, on, problems.length > 0);
  }
  const asked = yield* measured(one, on);
  if (random.chance(SHARES.daily.closedTooEarly)) yield* refusedAct(one, clerk(one), 'CloseDailySupervision', { summary: '办结' }, dailyMeasuresRules.ClosingFollowsTheImprovement);
  if (random.chance(SHARES.daily.neverImproved)) return;
  const confirmedOn = yield* improved(one, asked, on);
  const closed: CloseDailySupervision = { summary: '完善整改完成,办结归档' };
  const closedOn = workingDay(confirmedOn, 1);
  yield* waitUntil(officeTime(random, closedOn));
  yield* act(one, clerk(one), 'CloseDailySupervision', closed);
  yield* afterClosing(one, closedOn, true);
}
