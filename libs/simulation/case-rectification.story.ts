import type {
  CloseCase, ExtendRectification, RecordRectificationRefusal, RemindRectification, ReturnRectification, SubmitRectificationReport, VerifyRectification,
} from '#libs/cases/case-rectification.commands';
import { rectificationRules } from '#libs/cases/case-rectification.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { archiveStory } from '#libs/simulation/archive.story';
import { act, agency, caseNow, clerk, evidence, onDay, refusedAct } from '#libs/simulation/case-steps';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import { publicationStory } from '#libs/simulation/publication.story';
import type { Story } from '#libs/simulation/story';

function* dueDay(one: SimulatedCase): Story<LegalDate | undefined> {
  return (yield* caseNow(one)).deadlines.rectification?.deadline.date;
}

/** 整改工作报告, complete. Before it, some send one with a gap. */
function* report(one: SimulatedCase, day: LegalDate): Story {
  yield* onDay(one, day);
  const { opinion } = yield* caseNow(one);
  const answers = opinion.demands.map(({ no, text }) => ({
    demandNo: no, measures: `已按要求落实:${text}`, evidence: [evidence(one, `改${opinion.reports + 1}-${no}`, '整改佐证材料')],
  }));
  const body: SubmitRectificationReport = { answers };
  if (answers.length > 1 && one.random.chance(0.15)) yield* refusedAct(one, agency(one), 'SubmitRectificationReport', { answers: answers.slice(1) }, rectificationRules.EveryDemandIsAnswered);
  yield* act(one, agency(one), 'SubmitRectificationReport', body);
}

const inTime = ({ random }: SimulatedCase, due: LegalDate): LegalDate => workingDay(due, -random.between(1, 8));

/** 延期, once; a second time is refused. */
function* extended(one: SimulatedCase, due: LegalDate): Story<LegalDate> {
  const newDue = workingDay(addDays(due, 20), 0);
  const body: ExtendRectification = { dueOn: newDue, reason: '设备采购周期较长' };
  yield* onDay(one, workingDay(due, -3));
  yield* act(one, clerk(one), 'ExtendRectification', body);
  if (one.random.chance(0.5)) {
    yield* onDay(one, workingDay(newDue, -4));
    yield* refusedAct(one, clerk(one), 'ExtendRectification', { dueOn: workingDay(newDue, 10), reason: '再次申请延期' }, rectificationRules.ExtensionIsGrantedOnce);
  }
  return workingDay(newDue, -2);
}

function* remind(one: SimulatedCase, day: LegalDate): Story {
  const body: RemindRectification = { text: '整改期限已过,请于5个工作日内提交整改工作报告。' };
  yield* onDay(one, day);
  yield* act(one, clerk(one), 'RemindRectification', body);
}

/** 认定拒不整改: said openly, or silent also after the reminder. Half of them rectify afterwards. */
function* refuses(one: SimulatedCase, due: LegalDate): Story<LegalDate | undefined> {
  const isExpress = one.random.chance(0.3);
  if (!isExpress) yield* remind(one, workingDay(due, 2));
  const body: RecordRectificationRefusal = isExpress
    ? { ground: 'EXPRESS_REFUSAL', reasons: '机构书面表示不予整改' }
    : { ground: 'OVERDUE_AFTER_REMINDER', reasons: '经催告仍未提交整改工作报告' };
  const day = isExpress ? workingDay(due, -5) : workingDay(due, 9);
  yield* onDay(one, day);
  yield* act(one, clerk(one), 'RecordRectificationRefusal', body);
  return one.random.chance(0.5) ? workingDay(day, 15) : undefined;
}

/** When the first report comes, and what comes before it; undefined where none comes. */
function* firstReportDay(one: SimulatedCase, due: LegalDate): Story<LegalDate | undefined> {
  const lot = one.random.next();
  if (lot < 0.66) return inTime(one, due);
  if (lot < 0.78) return yield* extended(one, due);
  if (lot >= 0.92) return yield* refuses(one, due);
  yield* remind(one, workingDay(due, 2));
  return workingDay(due, one.random.between(3, 6));
}

function* verify(one: SimulatedCase, reportedOn: LegalDate): Story<LegalDate> {
  const { random } = one;
  const day = workingDay(reportedOn, random.chance(0.08) ? 17 : random.between(4, 11));
  const body: VerifyRectification = { conclusion: '经核查,整改要求已逐项落实' };
  yield* onDay(one, day);
  yield* act(one, clerk(one), 'VerifyRectification', body);
  return day;
}

/** 退回, and the second report in its new period. */
function* returned(one: SimulatedCase, reportedOn: LegalDate): Story<LegalDate> {
  const { random } = one;
  const day = workingDay(reportedOn, random.between(4, 8));
  yield* onDay(one, day);
  const { opinion } = yield* caseNow(one);
  const body: ReturnRectification = {
    returned: opinion.demands.slice(0, 1).map(({ no }) => ({ demandNo: no, reason: '佐证材料不足以证明已经落实' })), dueOn: workingDay(addDays(day, 15), 0),
  };
  yield* act(one, clerk(one), 'ReturnRectification', body);
  const again = inTime(one, body.dueOn);
  yield* report(one, again);
  return again;
}

/** 整改, from the delivery to the verification. Undefined where it never came to that. */
function* rectified(one: SimulatedCase, due: LegalDate): Story<LegalDate | undefined> {
  const first = yield* firstReportDay(one, due);
  if (first === undefined) return undefined;
  yield* report(one, first);
  return yield* verify(one, one.random.chance(0.18) ? yield* returned(one, first) : first);
}

/** 整改 where there are demands, 结案归档 and 公开. */
export function* rectificationStory(one: SimulatedCase, deliveredOn: LegalDate): Story {
  const due = yield* dueDay(one);
  const doneOn = due === undefined ? workingDay(deliveredOn, 3) : yield* rectified(one, due);
  if (doneOn === undefined) return;
  const body: CloseCase = { summary: due === undefined ? '督导未发现需要整改的问题,归档。' : '整改完成并核查通过,归档。' };
  const closedOn = workingDay(doneOn, one.random.between(1, 5));
  yield* onDay(one, closedOn);
  yield* act(one, clerk(one), 'CloseCase', body);
  yield* publicationStory('SPECIAL', one, closedOn, due !== undefined);
  yield* archiveStory('case', one, closedOn);
}
