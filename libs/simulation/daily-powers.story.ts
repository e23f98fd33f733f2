import type { Seat } from '#libs/cases/case-group.evolve';
import type { Daily } from '#libs/cases/daily.evolve';
import type { Matter } from '#libs/cases/case-intake.events';
import { agencyActor, supervisorActor } from '#libs/simulation/actors';
import { act, dailyNow, evidence, type SimulatedDaily } from '#libs/simulation/dailies';
import { SHARES } from '#libs/simulation/shares';
import type { Story } from '#libs/simulation/story';

/** What a supervisor on the spot may do, R2.6 and 第二章七. */
type Power = (one: SimulatedDaily, seat: Seat, item: Matter['item'], daily: Daily) => Story;

const by = ({ personId }: Seat) => supervisorActor(personId);
const agency = ({ session }: SimulatedDaily) => agencyActor(session.agency.agencyId);
const nextNo = ({ asks }: Daily): number => asks.length + 1;

const POWERS: Readonly<Record<keyof typeof SHARES.powers, Power>> = {
  *inquiry(one, seat, item, daily) {
    yield* act(one, by(seat), 'RaiseDailyInquiry', { item, text: '请说明本场次的组织依据' });
    yield* act(one, agency(one), 'AnswerDailyInquiry', { no: nextNo(daily), answer: '已按备案方案组织', evidence: [] });
  },
  *material(one, seat, item, daily) {
    yield* act(one, by(seat), 'RequestDailyMaterial', { item, text: '请提供报名及收费台账' });
    const no = nextNo(daily);
    if (one.random.chance(SHARES.daily.refusesMaterial)) yield* act(one, agency(one), 'RefuseDailyMaterial', { no, reason: '台账在总部保管' });
    else yield* act(one, agency(one), 'ProvideDailyMaterial', { no, evidence: [evidence(one, `台账-${no}`, '报名及收费台账')] });
  },
  *evidence(one, seat, item) {
    yield* act(one, by(seat), 'AddDailyEvidence', { means: one.random.pick(['OBSERVATION', 'INTERVIEW', 'QUESTIONNAIRE', 'TEST', 'RECHECK'] as const), item, note: '查看现场并访问考生', evidence: [evidence(one, '现场', '现场照片')] });
  },
  *recommendation(one, seat) {
    yield* act(one, by(seat), 'RecommendDailyRewardOrPenalty', { kind: one.random.pick(['REWARD', 'PENALTY'] as const), subject: 'AGENCY', reasons: '结合现场情况提出' });
  },
  *obstruction(one, seat) {
    yield* act(one, by(seat), 'ReportDailyObstruction', { by: 'STAFF', personRefs: ['考务-1'], facts: '阻止进入考场', evidence: [] });
  },
  *improperRequest(one, seat) {
    yield* act(one, by(seat), 'ReportDailyImproperRequest', { from: 'AGENCY', facts: '考务负责人要求把收费问题从督导情况记录表中删去', evidence: [] });
  },
  *incident(one, seat) {
    yield* act(one, by(seat), 'EscalateIncident', { facts: '考场停电,考试中断', evidence: [] });
  },
};

/** They would tell the agency who is there. */
const OVERT_ONLY: readonly string[] = ['inquiry', 'material'] satisfies (keyof typeof POWERS)[];

/** The powers that this supervision sees used. */
function chosen({ random }: SimulatedDaily, { inspection }: Daily): readonly (keyof typeof POWERS)[] {
  const names = Object.keys(POWERS) as (keyof typeof POWERS)[];
  return names.filter((name) => random.chance(SHARES.powers[name]) && !(inspection === 'COVERT' && OVERT_ONLY.includes(name)));
}

/** What the first to come does while the session goes on; a covert supervision is disclosed at its end. */
export function* powersStory(one: SimulatedDaily, [seat]: readonly Seat[]): Story {
  const daily = yield* dailyNow(one);
  const [matter] = daily.matters;
  if (seat === undefined || matter === undefined) return;
  for (const name of chosen(one, daily)) yield* POWERS[name](one, seat, matter.item, yield* dailyNow(one));
  if (daily.inspection === 'COVERT' && one.random.chance(SHARES.daily.disclosed)) yield* act(one, by(seat), 'DiscloseDailyInspection', { text: '本次为质量督导暗访' });
}
