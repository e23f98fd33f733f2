import { SEAT_SENTENCES, TAINTED_SENTENCE } from '#libs/cases/seat.timeline';
import type { DailyEvent } from '#libs/cases/daily.events';
import { INSPECTIONS } from '#libs/cases/daily-plan.events';
import { CARD_FLAGS } from '#libs/cases/card-shown';
import { ASSIGNED_ACTS, CHECK_IN_MODES } from '#libs/cases/daily-conduct.events';
import type { ImprovementMeasure } from '#libs/cases/daily-measures.events';
import type { DailyTaskEvent } from '#libs/cases/daily-task.events';
import { POWER_SENTENCES } from '#libs/cases/powers.timeline';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { AGENCY_GROUNDS } from '#libs/regulation/codes';
import { chineseDate, legalDateOf } from '#libs/regulation/legal-date';
import { EXCLUSION_REASONS, OCCUPATION_LEVELS, TARGET_SELECTIONS } from '#libs/regulation/own-codes';

/** What is to be improved upon. */
const IMPROVED: Readonly<Record<ImprovementMeasure, string>> = { ADMONITORY_TALK: '约谈提醒', REMINDER_LETTER: '提醒函' };

const SENTENCES: Sentences<DailyEvent> = {
  DailySupervisionPlanned: ({ agencyName, dispatcher, occupation, level, startsAt, targetSelection, inspection, matters, jointReason }) =>
    `${AREA_NAMES[dispatcher]}中心对${agencyName}${chineseDate(legalDateOf(startsAt))}${occupation}${OCCUPATION_LEVELS[level].name}场次立项日常督导` +
    `(${TARGET_SELECTIONS[targetSelection]},${INSPECTIONS[inspection]}${jointReason === undefined ? '' : ',联合督导'}),督导内容${matters.length}项`,
  DailyDatesMoved: ({ startsAt, endsAt }) => `随场次改期至${chineseDate(legalDateOf(startsAt))}至${chineseDate(legalDateOf(endsAt))},督导员应当重新了解当次评价活动`,
  SupervisionCancelled: ({ reason }) => `取消督导:${reason}`,
  ...SEAT_SENTENCES,
  ...TAINTED_SENTENCE,
  SupervisorDispatched: () => '委派督导员',
  DispatchWithdrawn: () => '撤回对督导员的委派',
  SupervisorFoundIneligible: ({ reasons }) => `抽中的督导员已不具备委派条件:${reasons.map((reason) => EXCLUSION_REASONS[reason]).join('、')}`,
  SessionBriefingAcknowledged: () => '督导员了解当次评价活动的总体情况',
  SupervisorCheckedIn: ({ mode, cardFlag }) => `督导员${CHECK_IN_MODES[mode]}${cardFlag === undefined ? '' : `(${CARD_FLAGS[cardFlag]})`}`,
  UnassignedActRefused: ({ act }) => `未经委派的人员试图${ASSIGNED_ACTS[act]},已拒绝`,
  ...POWER_SENTENCES,
  DailyInspectionDisclosed: ({ cardFlag }) => `公开暗访,出示证卡${cardFlag === undefined ? '' : `(${CARD_FLAGS[cardFlag]})`}`,
  IncidentEscalated: ({ facts }) => `督导员报告紧急情况:${facts}`,
  DailySupervisionEnded: ({ saidBy, absent, recordDue }) =>
    `日常督导结束${saidBy === 'PLAN' ? '(按场次计划时间)' : ''}${absent.length === 0 ? '' : `,未到场${absent.length}名`},督导情况记录表应于${chineseDate(recordDue.date)}24时前提交`,
  DailySupervisionMissed: ({ absent }) => `场次已过,日常督导未实施${absent.length === 0 ? '' : `,已接受委派而未到场${absent.length}名`}`,
  RecordSubmitted: ({ form, late, daysLate }) =>
    `提交督导情况记录表:问题${form.items.filter(({ result }) => result === 'PROBLEM').length}项${late ? `,逾期${daysLate}天` : ''}`,
  RecordCorrected: ({ version, reason }) => `更正督导情况记录表(第${version}版):${reason}`,
  RecordOverdue: ({ due }) => `督导情况记录表逾期未提交(应于${chineseDate(due.date)}24时前)`,
  RecordDueRecomputed: ({ before, after }) => `放假安排公布或者更正后重算提交期限:由${chineseDate(before.date)}改为${chineseDate(after.date)}`,
  RecordReviewed: ({ version, reasons }) => `委派机构研判督导情况记录表(第${version}版):${reasons}`,
  NoMeasureDecided: ({ reasons }) => `决定无需处理,日常督导办结:${reasons}`,
  VerificationOpened: ({ findings }) => `向评价机构调查核实:问题${findings.length}项`,
  AdmonitoryTalkHeld: ({ heldOn, findings }) => `${chineseDate(heldOn)}约谈提醒评价机构:问题${findings.length}项`,
  ReminderLetterIssued: ({ documentNumber, findings }) => `发出提醒函${documentNumber}:问题${findings.length}项`,
  QualityBulletinIssued: ({ documentNumber, findings }) => `发出质量通报${documentNumber}:问题${findings.length}项`,
  ImprovementReported: ({ measure, version }) => `评价机构说明${IMPROVED[measure]}事项的完善整改情况(第${version}次)`,
  ImprovementReminded: ({ measure, answerDue }) => `催告${IMPROVED[measure]}事项的完善整改,限${chineseDate(answerDue.date)}24时前说明`,
  ImprovementRefused: ({ measure, ground }) => `认定对${IMPROVED[measure]}事项拒不采取改进措施(${ground === 'EXPRESS_REFUSAL' ? '明确拒绝' : '经催告逾期'})`,
  ImprovementConfirmed: ({ measure, conclusion }) => `确认${IMPROVED[measure]}事项的完善整改:${conclusion}`,
  CaseLinkedToSanction: ({ grounds }) => `据本次督导对评价机构立案查处:${grounds.map((ground) => AGENCY_GROUNDS[ground]).join('、')}`,
  DailySupervisionClosed: ({ summary }) => `日常督导办结:${summary}`,
};

/** 日常督导的历程, without the names of persons. */
export const tellDaily = telling(SENTENCES);

const OF_TASK: Sentences<DailyTaskEvent> = {
  DailyTaskReserved: ({ caseId, dispatcher, joint }) => `场次由${AREA_NAMES[dispatcher]}中心${joint ? '联合' : ''}安排日常督导${caseId}`,
  DailyTaskReleased: ({ caseId }) => `日常督导${caseId}已取消,场次可以另行安排`,
};

/** 场次日常督导占用的历程 */
export const tellDailyTask = telling(OF_TASK);
