import type { LegalDate } from '#libs/event-sourcing/event';
import type { SupervisorGround } from '#libs/regulation/codes';
import { addDays } from '#libs/regulation/legal-date';
import type { Severity } from '#libs/regulation/own-codes';
import { clerkOf, province } from '#libs/simulation/actors';
import type { Career } from '#libs/simulation/careers';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { expectRefusal, send, type Story, waitUntil } from '#libs/simulation/story';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import type { DismissDisqualification, ProposeDisqualification } from '#libs/supervisors/disqualification.commands';
import type { GiveCriticism, GroundsInput, ResumeDispatch, SuspendDispatch } from '#libs/supervisors/sanction.commands';

const FINDINGS = {
  S3: '未按约定时间到达现场,延误考察半日',
  S4: '向评价机构推销培训教材,干扰正常工作',
  S5: '未到现场核查即在考察材料上签署意见',
  S7: '对提出意见的考务人员打击报复',
} as const satisfies Partial<Record<SupervisorGround, string>>;
export type SimulatedGround = keyof typeof FINDINGS;

export const groundsOf = ({ no }: Career, ground: SimulatedGround, severity: Severity): GroundsInput => ({
  severity, findings: [{ ground, description: FINDINGS[ground], evidence: [`证-${no}-1`] }],
});

/** A number of the house for a decision about the holder. */
export const decisionNo = ({ no, area }: Career, kind: string): string => `${area}-${kind}-${no}`;

/** A day of the year on which something happens to the appointed: while the office is open, and with time for what follows. */
export const someDay = (random: Random, year: number): LegalDate => workingDay(`${year}-02-01`, random.between(50, 150));

export function* criticiseStory(career: Career, random: Random, year: number): Story {
  const on = someDay(random, year);
  const body: GiveCriticism = { decisionNo: decisionNo(career, '教'), reasons: '情节较轻,已当面承认', heardOn: workingDay(on, -2), grounds: groundsOf(career, 'S3', 'MINOR') };
  yield* waitUntil(officeTime(random, on));
  yield* send(clerkOf(career.area), 'GiveCriticism', career.credentialId, body);
}

/** 暂停委派: until lifted, until a day, or to the end of the term. */
export function* suspendStory(career: Career, random: Random, year: number): Story {
  const { credentialId, area, fate } = career;
  const on = someDay(random, year);
  const body: SuspendDispatch = {
    decisionNo: decisionNo(career, '停'), reasons: '延误督导工作,责令说明', heardOn: workingDay(on, -1), scope: random.chance(0.8) ? 'ALL' : 'OWN',
    grounds: groundsOf(career, random.pick(['S3', 'S5']), 'ORDINARY'), ...(fate === 'SUSPENSION_LAPSES' && { until: addDays(on, random.between(30, 80)) }),
  };
  yield* waitUntil(officeTime(random, on));
  yield* send(clerkOf(area), 'SuspendDispatch', credentialId, body);
  if (fate !== 'RESUMED') return;
  yield* waitUntil(officeTime(random, workingDay(on, random.between(15, 45))));
  const resume: ResumeDispatch = { reasons: '已书面检查,整改到位' };
  yield* send(clerkOf(area), 'ResumeDispatch', credentialId, resume);
}

export const proposalOf = (career: Career, proposes: ProposeDisqualification['proposes'], on: LegalDate, ground: SimulatedGround): ProposeDisqualification => ({
  decisionNo: decisionNo(career, '建'), reasons: '情节严重,建议省中心处理', heardOn: workingDay(on, -3), proposes, grounds: groundsOf(career, ground, 'SERIOUS'),
});

/** 不予采纳: the province does not follow the proposal. */
export function* dismissedProposalStory(career: Career, random: Random, year: number): Story {
  const { credentialId, area } = career;
  const on = someDay(random, year);
  yield* waitUntil(officeTime(random, on));
  yield* expectRefusal(province, 'IssueCard', credentialId, {}, appointmentRules.OneCardPerTerm);
  yield* send(clerkOf(area), 'ProposeDisqualification', credentialId, proposalOf(career, 'QUALIFICATION_CANCELLED', on, 'S5'));
  yield* waitUntil(officeTime(random, workingDay(on, 12)));
  const body: DismissDisqualification = { proposalNo: decisionNo(career, '建'), reasons: '证据不足以认定情节严重' };
  yield* send(province, 'DismissDisqualification', credentialId, body);
}
