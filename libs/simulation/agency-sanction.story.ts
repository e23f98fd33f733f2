import type { AcceptCorrection, SubmitCorrection } from '#libs/agencies/agency-correction.commands';
import type { CriticiseAgency, HoldHearing, ProposeRevocation, RequestHearing } from '#libs/agencies/agency-ladder.commands';
import type { HoldPlatformOperation, NotifySanction, OpenViolationCase, SubmitStatement } from '#libs/agencies/agency-sanction.commands';
import type { RaiseSupervisionFrequency } from '#libs/cases/supervision-frequency.commands';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import { agencyActor, clerkOf, department } from '#libs/simulation/actors';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { send, type Story, waitUntil } from '#libs/simulation/story';

/** How a case against an agency goes, one after the other. */
const FATES = ['CORRECTED', 'REFUSES', 'REVOKED', 'RETURNED', 'WITHDRAWN', 'NOT_CONFIRMED'] as const;
type Fate = (typeof FATES)[number];

export interface SimulatedSanction {
  readonly sanctionId: string;
  readonly agency: SimulatedAgency;
  readonly fate: Fate;
  readonly openedOn: LegalDate;
  readonly random: Random;
}

const PER_AGENCY = 0.06;

/** Agencies of which the year sees a violation; they hold no sessions in it, so that nothing else meets the hold. */
export function planSanctions(agencies: readonly SimulatedAgency[], year: number, seed: string): readonly SimulatedSanction[] {
  const random = randomFor(seed, 'agency sanctions');
  const known = random.shuffled(agencies.filter(({ registeredAt }) => registeredAt < `${year}-01`));
  return known.slice(0, Math.max(1, Math.round(PER_AGENCY * agencies.length))).map((agency, nth) => {
    const own = randomFor(seed, `agency sanction ${nth}`);
    const openedOn = workingDay(`${year}-02-20`, own.between(1, 90));
    return { agency, openedOn, fate: FATES[nth % FATES.length] ?? 'CORRECTED', sanctionId: idAt(officeTime(own, openedOn), `${seed} sanction ${nth}`), random: own };
  });
}

const DEMANDS = ['补发劳务费并书面说明'];
const onDay = ({ random }: SimulatedSanction, day: LegalDate): Story => waitUntil(officeTime(random, day));
const act = <C extends object>({ sanctionId }: SimulatedSanction, by: Actor, name: string, body: C) => send(by, name, sanctionId, body);
const centre = ({ agency }: SimulatedSanction): Actor => clerkOf(agency.center);
const school = ({ agency }: SimulatedSanction): Actor => agencyActor(agency.agencyId);

function* opened(one: SimulatedSanction): Story {
  const severity = one.fate === 'REVOKED' || one.fate === 'NOT_CONFIRMED' ? 'SERIOUS' : 'ORDINARY';
  const body: OpenViolationCase = {
    agencyId: one.agency.agencyId, severity, severityReasons: severity === 'SERIOUS' ? '再次打击报复督导员,后果严重' : '未造成严重后果', persons: ['责任人-1'],
    violations: [{ ground: 'G5', description: '对提出意见的质量督导员停发劳务费', evidence: [`罚证-${one.agency.agencyId}`] }],
  };
  yield* onDay(one, one.openedOn);
  yield* act(one, centre(one), 'OpenViolationCase', body);
}

const ANSWERS = { CORRECTED: 'WAIVES', WITHDRAWN: 'SPEAKS', RETURNED: 'SPEAKS', REFUSES: 'SILENT', REVOKED: 'SILENT', NOT_CONFIRMED: 'WAIVES' } as const satisfies Record<Fate, string>;

/** 告知, and what the agency says to it. Returns the day on which the centre may decide. */
function* heard(one: SimulatedSanction, proposes: NotifySanction['proposes'], on: LegalDate, answer: (typeof ANSWERS)[Fate]): Story<LegalDate> {
  const notice: NotifySanction = { proposes, facts: '对质量督导员停发劳务费' };
  yield* onDay(one, on);
  yield* act(one, centre(one), 'NotifySanction', notice);
  yield* onDay(one, workingDay(on, 2));
  const statement: SubmitStatement = { text: '系财务结算延误,并非有意', evidence: [] };
  if (answer === 'SPEAKS') yield* act(one, school(one), 'SubmitStatement', statement);
  if (answer === 'WAIVES') yield* act(one, school(one), 'WaiveStatement', {});
  return workingDay(on, answer === 'SILENT' ? 8 : 5);
}

/** 暂缓平台正常操作并责令改正. Returns the last day of the correction. */
function* held(one: SimulatedSanction): Story<LegalDate> {
  const answer = ANSWERS[one.fate];
  const on = yield* heard(one, 'PLATFORM_OPERATION_HOLD', workingDay(one.openedOn, 5), answer);
  const correctionDueOn = workingDay(on, 20);
  const body: HoldPlatformOperation = { reasons: '事实清楚,证据充分', demands: DEMANDS, correctionDueOn, ...(answer === 'SPEAKS' && { replyToStatement: '不采纳:延误并无凭证' }) };
  yield* onDay(one, on);
  yield* act(one, centre(one), 'HoldPlatformOperation', body);
  return correctionDueOn;
}

/** 提交改正报告, sent back once where that is how it goes, and 恢复平台正常操作. */
function* corrected(one: SimulatedSanction, from: LegalDate): Story {
  const report: SubmitCorrection = { report: '劳务费已补发,并完善了结算办法', evidence: [`改证-${one.agency.agencyId}`] };
  const accepted: AcceptCorrection = { conclusion: '改正到位' };
  yield* onDay(one, from);
  yield* act(one, school(one), 'SubmitCorrection', report);
  yield* onDay(one, workingDay(from, 5));
  if (one.fate === 'RETURNED') {
    yield* act(one, centre(one), 'ReturnCorrection', { reasons: '未附支付凭证', correctionDueOn: workingDay(from, 20) });
    yield* onDay(one, workingDay(from, 10));
    yield* act(one, school(one), 'SubmitCorrection', report);
    yield* onDay(one, workingDay(from, 14));
  }
  yield* act(one, centre(one), 'AcceptCorrection', accepted);
}

/** Silent after the hold, after the reminder, and after the notice: 通报批评, which the agency then follows. */
function* criticised(one: SimulatedSanction, due: LegalDate): Story {
  yield* onDay(one, workingDay(due, 2));
  yield* act(one, centre(one), 'RemindCorrection', { text: '改正期限已过,请立即改正' });
  yield* onDay(one, workingDay(due, 15));
  yield* act(one, centre(one), 'RecordCorrectionRefusal', { ground: 'OVERDUE_AFTER_REMINDER', reasons: '经催告仍未提交改正报告' });
  const on = yield* heard(one, 'PUBLIC_CRITICISM', workingDay(due, 17), 'SILENT');
  const body: CriticiseAgency = {
    reasons: '拒不改正', demands: DEMANDS, correctionDueOn: workingDay(on, 20), persons: [{ person: '责任人-1', responsibility: 'DIRECT' }],
    addressee: { kind: 'NONE', reason: '民办机构' }, recommendation: '建议给予处分',
  };
  yield* onDay(one, on);
  yield* act(one, centre(one), 'CriticiseAgency', body);
  yield* corrected(one, workingDay(on, 10));
}

/** 取消认定工作资格: heard in a hearing or not, proposed by the centre, and confirmed by the department or not. */
function* revoked(one: SimulatedSanction): Story {
  const noticeOn = workingDay(one.openedOn, 5);
  const hearing: RequestHearing = { reasons: '要求当面陈述' };
  const decideOn = workingDay(yield* heard(one, 'QUALIFICATION_REVOCATION', noticeOn, one.fate === 'REVOKED' ? 'SPEAKS' : 'WAIVES'), 10);
  if (one.fate === 'REVOKED') {
    const heldOn = workingDay(noticeOn, 9);
    const minutes: HoldHearing = { heldOn, summary: '双方陈述' };
    yield* act(one, school(one), 'RequestHearing', hearing);
    yield* onDay(one, heldOn);
    yield* act(one, centre(one), 'HoldHearing', minutes);
  }
  const body: ProposeRevocation = { reasons: '情节严重', ...(one.fate === 'REVOKED' && { replyToStatement: '不采纳:与查明的事实不符' }) };
  yield* onDay(one, decideOn);
  yield* act(one, centre(one), 'ProposeRevocation', body);
  yield* onDay(one, workingDay(decideOn, 6));
  if (one.fate === 'REVOKED') yield* act(one, department, 'ConfirmRevocation', {});
  else yield* act(one, department, 'RejectRevocation', { reasons: '可先责令改正' });
}

function* frequencyRaised(one: SimulatedSanction, on: LegalDate): Story {
  const { agencyId, area } = one.agency;
  const body: RaiseSupervisionFrequency = { scope: { kind: 'AGENCY', value: agencyId }, timesPerYear: 4, reasons: '受到处理,加强日常督导' };
  yield* onDay(one, on);
  yield* send(centre(one), 'RaiseSupervisionFrequency', area, body);
}

/** A case against an agency, from 立案 to where the ladder leaves it. */
export function* agencySanctionStory(one: SimulatedSanction): Story {
  yield* opened(one);
  if (one.fate === 'REVOKED' || one.fate === 'NOT_CONFIRMED') return yield* revoked(one);
  if (one.fate === 'WITHDRAWN') {
    const on = yield* heard(one, 'PLATFORM_OPERATION_HOLD', workingDay(one.openedOn, 5), 'SPEAKS');
    yield* onDay(one, on);
    return void (yield* act(one, centre(one), 'WithdrawSanction', { reasons: '经复核,劳务费已在期内支付' }));
  }
  const due = yield* held(one);
  if (one.fate === 'REFUSES') yield* criticised(one, due);
  else yield* corrected(one, workingDay(due, -5));
  yield* frequencyRaised(one, workingDay(due, 60));
}
