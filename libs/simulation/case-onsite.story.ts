import { groupMembers, type Seat } from '#libs/cases/case-group.evolve';
import type { EndOnSite, HearViews, StartOnSite } from '#libs/cases/case-onsite.commands';
import { onSiteRules } from '#libs/cases/case-onsite.rules';
import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { supervisorActor } from '#libs/simulation/actors';
import { act, caseNow, evidence, refusedAct } from '#libs/simulation/case-steps';
import { ITEM_TEXTS } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { type Story, waitUntil } from '#libs/simulation/story';

/** Some records are entered the next morning: what happened and what was written down then have two times. */
const ENTERED_LATER = 0.25;

function* endVisit(one: SimulatedCase, leader: Seat, day: LegalDate): Story {
  const { matters } = yield* caseNow(one);
  const body: Omit<EndOnSite, 'occurredAt'> = {
    summary: '查看场地、设备和档案,访谈管理人员和考评人员,现场情况已逐项记录。',
    evidence: matters.map(({ item }, index) => evidence(one, `${index + 1}`, ITEM_TEXTS[item].evidence)),
  };
  const occurredAt: Instant = timeOf(day, '16:45');
  const later = one.random.chance(ENTERED_LATER);
  yield* waitUntil(later ? timeOf(workingDay(day, 1), '09:10') : occurredAt);
  yield* act(one, supervisorActor(leader.personId), 'EndOnSite', { ...body, ...(later && { occurredAt }) });
}

/** 现场考察(核查), 听取意见. Returns the last day on site. */
export function* onSiteStory(one: SimulatedCase, from: LegalDate, days: number): Story<LegalDate> {
  yield* waitUntil(timeOf(from, '09:00'));
  const members = groupMembers((yield* caseNow(one)).group);
  const [leader, second = leader] = members;
  if (leader === undefined || second === undefined) throw new Error(`case ${one.caseId} has no group`);
  const start: Omit<StartOnSite, 'occurredAt'> = { present: members.map(({ supervisorId }) => supervisorId) };
  yield* act(one, supervisorActor(leader.personId), 'StartOnSite', start);
  if (one.random.chance(0.05)) yield* refusedAct(one, supervisorActor(leader.personId), 'EndOnSite', { summary: '核查完毕', evidence: [] }, onSiteRules.ViewsPrecedeTheEnd);
  yield* waitUntil(timeOf(from, '15:30'));
  const hear: Omit<HearViews, 'occurredAt'> = { minutes: '机构负责人介绍认定工作情况,并就督导事项逐项说明。', evidence: [evidence(one, '座谈', '座谈记录')] };
  yield* act(one, supervisorActor(second.personId), 'HearViews', hear);
  const lastDay = days > 1 ? workingDay(from, 1) : from;
  yield* endVisit(one, leader, lastDay);
  return lastDay;
}
