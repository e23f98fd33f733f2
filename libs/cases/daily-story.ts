import { agency, at, CASE_ID, fuzhou, KNOWN } from '#libs/cases/case-story';
import { dailyDecider } from '#libs/cases/daily.decide';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import type { Session } from '#libs/sessions/session.evolve';

/** A daily supervision of 2026 by 福州, of a session of agency-1 on the 10th and 11th of March, told in commands, for specs. */
export const session: Session = {
  stage: 'REGISTERED', agencyId: 'agency-1', isCentralBranch: false, occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼二层', area: '3501',
  startsAt: '2026-03-10T01:00:00.000Z', endsAt: '2026-03-11T09:00:00.000Z', claim: { slotId: 'slot-1', claimNo: 1 }, staff: [], noInternalSupervisor: false,
  internalSupervisors: [], internalDraws: [], notCovered: false, checks: {}, scoreSheetOverdue: false,
};

export const plan = {
  sessionId: 'supervised', targetSelection: 'PLANNED', reason: '年度计划', matters: [{ item: 'C2.05' }, { item: 'C2.03' }], inspection: 'OVERT',
} as const;

interface Step {
  readonly by: Actor;
  readonly at: Instant;
  readonly name: string;
  readonly body: object;
}
const step = (day: string, by: Actor, name: string, body: object = {}): Step => ({ by, at: at(day), name, body });

const STORY: readonly Step[] = [
  step('03-02', fuzhou, 'PlanDailySupervision', plan),
];

export type DailyTold = DailyEvent & { readonly occurredAt: Instant };

const DAILY_KNOWN = { ...KNOWN, agency, session, complaint: undefined };

/** The decider after the facts, with an actor, a time and all knowledge. */
export const afterDaily = (events: readonly DailyTold[], by: Actor, now: Instant, known: object = {}) =>
  given(dailyDecider, events).about(CASE_ID).by(by).at(now).knowing({ ...DAILY_KNOWN, ...known });

/** The facts and those of one more command. Throws its refusal. */
export function andDaily(events: readonly DailyTold[], by: Actor, now: Instant, name: string, body: object = {}): readonly DailyTold[] {
  const { facts, refusal } = afterDaily(events, by, now).when(name, body);
  if (refusal !== undefined) throw refusal;
  return [...events, ...facts.map((fact) => ({ ...fact, occurredAt: now }))];
}

/** The facts of the story to the last command of the name, that one included. */
export function throughDaily(name: string): readonly DailyTold[] {
  const index = STORY.findLastIndex((told) => told.name === name);
  if (index === -1) throw new Error(`the story has no ${name}`);
  return STORY.slice(0, index + 1).reduce<readonly DailyTold[]>((events, told) => andDaily(events, told.by, told.at, told.name, told.body), []);
}
