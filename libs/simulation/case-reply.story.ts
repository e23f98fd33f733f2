import type { AcceptAssignment, DeclineAssignment, JudgeDecline, RecuseSupervisor } from '#libs/cases/case-group.commands';
import type { Seat } from '#libs/cases/case-group.evolve';
import { caseRules } from '#libs/cases/case.rules';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { RecusalReason } from '#libs/regulation/own-codes';
import { supervisorActor } from '#libs/simulation/actors';
import { act, clerk, onDay } from '#libs/simulation/case-steps';
import { DECLINE_REASONS, RECUSAL_DETAIL } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { attempt, begin, settled, type Story } from '#libs/simulation/story';
import type { GiveCriticism } from '#libs/supervisors/sanction.commands';
import { sanctionRules } from '#libs/supervisors/sanction.rules';

type Reply = 'ACCEPTS' | 'DECLINES' | 'RECUSED' | 'SILENT';

export interface PlannedReply {
  readonly reply: Reply;
  /** Working days after the seat was offered. */
  readonly after: number;
  readonly random: Random;
}

/** How the drawn supervisor will answer. */
export function replyOf({ caseId }: SimulatedCase, { supervisorId }: Seat): PlannedReply {
  const random = randomFor(caseId, supervisorId);
  const lot = random.next();
  const reply = lot < 0.84 ? 'ACCEPTS' : lot < 0.91 ? 'DECLINES' : lot < 0.96 ? 'RECUSED' : 'SILENT';
  return { reply, after: reply === 'SILENT' ? 5 : random.between(1, 3), random };
}

const RELATIONS: readonly RecusalReason[] = ['PAID_BY_AGENCY', 'STAFF_OR_LEFT_LT_3Y', 'COLLEAGUE', 'TEACHER_STUDENT'];

/** 批评教育 for a refusal without good reason; the case proves it. */
function* criticiseRefusal(one: SimulatedCase, { supervisorId }: Seat, day: LegalDate): Story {
  yield* onDay(one, workingDay(day, 3));
  const body: GiveCriticism = {
    decisionNo: `${one.dispatcher}-拒-${one.no + 1}`, reasons: '无正当理由拒绝参加督导工作任务', heardOn: workingDay(day, 1),
    grounds: { severity: 'ORDINARY', findings: [{ ground: 'S1', form: 'UNJUSTIFIED_DECLINE', caseId: one.caseId, description: '抽中后无正当理由拒绝参加', evidence: [`证-${one.no + 1}-拒`] }] },
  };
  yield* attempt(clerk(one), 'GiveCriticism', supervisorId, body, [sanctionRules.SanctionNeedsAppointment]);
}

/** 认定 whether there was good reason; a refusal without any has its consequence. */
function* judgeStory(one: SimulatedCase, seat: Seat, judgement: JudgeDecline['judgement'], day: LegalDate): Story {
  yield* onDay(one, workingDay(day, 2));
  const body: JudgeDecline = { supervisorId: seat.supervisorId, judgement, reasons: judgement === 'JUSTIFIED' ? '已提交证明材料' : '未提供任何证明材料' };
  const refused = yield* attempt(clerk(one), 'JudgeDecline', one.caseId, body, [caseRules.CaseIsStillOpen]);
  if (refused === undefined && judgement === 'UNJUSTIFIED') yield* criticiseRefusal(one, seat, workingDay(day, 2));
}

function* decline(one: SimulatedCase, seat: Seat, random: Random, day: LegalDate): Story {
  const judgement = random.chance(0.75) ? 'JUSTIFIED' : 'UNJUSTIFIED';
  const body: DeclineAssignment = { reason: random.pick(DECLINE_REASONS[judgement]) };
  yield* act(one, supervisorActor(seat.personId), 'DeclineAssignment', body);
  yield* begin(`${one.no} judges ${seat.supervisorId}`, judgeStory(one, seat, judgement, day));
}

function* recuse(one: SimulatedCase, seat: Seat, random: Random): Story {
  const body: RecuseSupervisor = { supervisorId: seat.supervisorId, reason: random.pick(RELATIONS), detail: RECUSAL_DETAIL };
  yield* act(one, supervisorActor(seat.personId), 'RecuseSupervisor', body);
}

/** What one who still has to answer does on the day, or what is done about the silence. */
export function* replyStory(one: SimulatedCase, seat: Seat, { reply, random }: PlannedReply, day: LegalDate): Story {
  const accept: AcceptAssignment = { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true };
  switch (reply) {
    case 'ACCEPTS':
      yield* act(one, supervisorActor(seat.personId), 'AcceptAssignment', accept);
      return;
    case 'DECLINES':
      yield* decline(one, seat, random, day);
      return yield* settled();
    case 'RECUSED':
      yield* recuse(one, seat, random);
      return yield* settled();
    case 'SILENT':
      yield* act(one, clerk(one), 'RecordNoAnswer', { supervisorId: seat.supervisorId });
      yield* begin(`${one.no} judges ${seat.supervisorId}`, judgeStory(one, seat, 'UNJUSTIFIED', day));
      yield* settled();
  }
}

/** 催告 two days before the silence is recorded. */
export function* remindStory(one: SimulatedCase, { supervisorId }: Seat): Story {
  yield* act(one, clerk(one), 'RemindAssignment', { supervisorId });
}
