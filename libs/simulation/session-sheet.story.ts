import { createHash } from 'node:crypto';
import type { PublishScoreSheetTemplate } from '#libs/sessions/score-sheet-template.commands';
import { SCORE_SHEETS_ID } from '#libs/sessions/score-sheet-template.events';
import type { FinaliseResults, UploadScoreSheet } from '#libs/sessions/score-sheet.commands';
import { scoreSheetRules } from '#libs/sessions/score-sheet.rules';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { province } from '#libs/simulation/actors';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import { actorOf, checked } from '#libs/simulation/session-steps';
import type { SimulatedSession } from '#libs/simulation/sessions';
import { SHARES } from '#libs/simulation/shares';
import { expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';

const VERSION = 'ATT3-SIM-1';
const ITEMS = [
  { item: 'A1', text: '准备情况:场地、设备、人员', points: 30 },
  { item: 'B1', text: '认定过程:程序、秩序、记录', points: 45 },
  { item: 'C1', text: '认定结果:评阅、登分、复核', points: 25 },
];

/** 发布内部督导评分表模板: a neutral one before the first session is supervised. */
export function* scoreSheetTemplateStory(year: number): Story {
  const on = workingDay(`${year - 1}-12-01`, 2);
  const body: PublishScoreSheetTemplate = { version: VERSION, validFrom: on, total: 100, items: ITEMS };
  yield* waitUntil(timeOf(on, '10:30'));
  yield* send(province, 'PublishScoreSheetTemplate', SCORE_SHEETS_ID, body);
}

function sheetOf({ sessionId, random }: SimulatedSession, version: number): UploadScoreSheet {
  const scores = ITEMS.map(({ item, points }) => ({ item, points: points - random.between(0, Math.floor(points / 5)) }));
  return { templateVersion: VERSION, scores, sha256: createHash('sha256').update(`${sessionId} ${version}`).digest('hex') };
}

function* finalised(one: SimulatedSession, on: LegalDate): Story {
  const { random, sessionId } = one;
  const candidates = random.between(20, 120);
  const body: FinaliseResults = { candidates, passed: Math.floor((candidates * random.between(55, 95)) / 100) };
  yield* waitUntil(officeTime(random, on));
  yield* send(actorOf(one), 'FinaliseResults', sessionId, body);
}

/** 认定结果, 评分表 in time, late or never, and the results behind its gate. */
export function* scoreSheetStory(one: SimulatedSession, by: Actor, after: LegalDate): Story {
  const { random, sessionId } = one;
  yield* checked(one, by, 'CheckResult');
  if (random.chance(SHARES.session.resultsTooEarly)) {
    yield* expectRefusal(actorOf(one), 'FinaliseResults', sessionId, { candidates: 30, passed: 20 }, scoreSheetRules.ScoreSheetPrecedesTheResults);
  }
  if (random.chance(SHARES.session.sheetNever)) return;
  const uploadedOn = workingDay(after, random.chance(SHARES.session.sheetLate) ? random.between(4, 8) : random.between(0, 1));
  yield* waitUntil(timeOf(uploadedOn, '14:45'));
  yield* send(by, 'UploadScoreSheet', sessionId, sheetOf(one, 1));
  if (random.chance(SHARES.session.sheetCorrected)) yield* send(by, 'UploadScoreSheet', sessionId, sheetOf(one, 2));
  yield* send(by, 'LockScoreSheet', sessionId, {});
  yield* finalised(one, workingDay(uploadedOn, random.between(1, 5)));
}
