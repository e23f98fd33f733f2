import type { LegalDate } from '#libs/event-sourcing/event';
import { defenceStory } from '#libs/simulation/case-defence.story';
import { firstDrawStory } from '#libs/simulation/case-draw.story';
import { groupStory, regroupStory } from '#libs/simulation/case-group.story';
import { cancelCaseStory, intakeStory, noticeStory, noticeTooEarly, type PlannedDays, selfReportStory, widenStory } from '#libs/simulation/case-intake.story';
import { onSiteStory } from '#libs/simulation/case-onsite.story';
import { opinionStory, opinionTooEarly } from '#libs/simulation/case-opinion.story';
import { preliminaryStory } from '#libs/simulation/case-preliminary.story';
import { rectificationStory } from '#libs/simulation/case-rectification.story';
import { onDay } from '#libs/simulation/case-steps';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import type { Story } from '#libs/simulation/story';

const later = (one: LegalDate, other: LegalDate): LegalDate => (one > other ? one : other);

/** Up to the day on which the group may go; undefined where the case was given up. */
function* prepared(one: SimulatedCase, { onSiteFrom }: PlannedDays): Story<LegalDate | undefined> {
  const { random, openedOn } = one;
  const drawnOn = workingDay(openedOn, random.between(1, 2));
  if (!(yield* firstDrawStory(one, drawnOn))) return yield* givenUp(one, '全省可抽取的督导员不足');
  if (random.chance(0.03)) yield* noticeTooEarly(one);
  const formedOn = yield* groupStory(one, workingDay(drawnOn, 2));
  if (formedOn === undefined) return yield* givenUp(one, '接受委派的督导员不足');
  const noticedOn = workingDay(formedOn, 1);
  yield* noticeStory(one, noticedOn);
  if (random.chance(0.03)) {
    yield* onDay(one, workingDay(noticedOn, 2));
    return yield* givenUp(one, '被督导机构停业搬迁,另行安排');
  }
  const standsFrom = yield* regroupStory(one, workingDay(noticedOn, 2));
  if (standsFrom === undefined) return yield* givenUp(one, '督导小组人员不足');
  const free = yield* selfReportStory(one);
  yield* onDay(one, free);
  if (random.chance(0.06)) yield* widenStory(one);
  return later(workingDay(later(free, standsFrom), 1), onSiteFrom);
}

function* givenUp(one: SimulatedCase, reason: string): Story<undefined> {
  yield* cancelCaseStory(one, reason);
  return undefined;
}

/** One special supervision, from its opening to the archive or to the end of the simulated year. */
export function* caseStory(one: SimulatedCase): Story {
  const days = yield* intakeStory(one);
  const goOn = yield* prepared(one, days);
  if (goOn === undefined) return;
  const lastDay = yield* onSiteStory(one, goOn, days.onSiteFrom === days.onSiteTo ? 1 : 2);
  const deliveredOn = yield* preliminaryStory(one, lastDay);
  yield* opinionTooEarly(one, deliveredOn);
  const { closedOn, answers } = yield* defenceStory(one, deliveredOn);
  const opinionDeliveredOn = yield* opinionStory(one, closedOn, answers);
  yield* rectificationStory(one, opinionDeliveredOn);
}
