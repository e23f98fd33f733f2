import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { type Area, AREA_NAMES } from '#libs/regulation/areas';
import { SUPERVISOR_GROUNDS } from '#libs/regulation/codes';
import { chineseDate } from '#libs/regulation/legal-date';
import { SEVERITIES, SUPERVISOR_TYPES } from '#libs/regulation/own-codes';
import type { ConditionReview, Selection } from '#libs/supervisors/application.events';
import type { Term } from '#libs/supervisors/appointment.events';
import type { Decision, GroundsCause, SanctionCause } from '#libs/supervisors/sanction.events';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const centerName = (area: Area): string => (area === 'FJ' ? '省中心' : `${AREA_NAMES[area]}中心`);

const BODIES: Readonly<Record<Selection['by'], string>> = { AGENCY: '评价机构', INDUSTRY_DEPT: '行业部门' };
const bodyName = ({ by, organisation }: Pick<Selection, 'by' | 'organisation'>): string => `${BODIES[by]}${organisation}`;

const term = ({ termStart, termEnd }: Term): string => `聘期自${chineseDate(termStart)}至${chineseDate(termEnd)}`;
const unmet = (reviews: readonly ConditionReview[]): string =>
  reviews.filter(({ met }) => !met).map(({ condition }) => `条件${condition.slice(1)}`).join('、');
/** The same ground in one term speaks for serious circumstances. */
const repeated = ({ repeated: grounds = [] }: GroundsCause): string => (grounds.length === 0 ? '' : `,聘期内再次发生第${grounds.map((ground) => ground.slice(1)).join('、')}项情形`);
const decider = ({ decidedBy, body }: Pick<Decision, 'decidedBy' | 'body'>): string => (body === undefined ? centerName(decidedBy) : bodyName(body));
const grounds = (cause: SanctionCause): string =>
  cause.kind === 'GROUNDS'
    ? `${cause.findings.map(({ ground }) => `“${SUPERVISOR_GROUNDS[ground]}”`).join('')}(${SEVERITIES[cause.severity]}${repeated(cause)})`
    : `${chineseDate(cause.concludedOn)}考核不合格(考核编号${cause.assessmentNo})`;
/** A decision without a hearing is allowed, and must show. */
const hearing = (heardOn: string | undefined): string => (heardOn === undefined ? '未听取当事人意见' : `${chineseDate(heardOn)}听取当事人意见`);
const PROPOSED = { QUALIFICATION_CANCELLED: '取消资格', RENEWAL_REFUSED: '不予续聘' } as const;

const SENTENCES: Sentences<SupervisorEvent> = {
  SupervisorApplied: ({ supervisorType, area, selection }) => `向${selection === undefined ? centerName(area) : bodyName(selection)}申报${SUPERVISOR_TYPES[supervisorType]}。`,
  ConditionsConfirmed: () => '五项申报条件审核通过。',
  ApplicationRejected: ({ reviews, reason }) => `审核认定不符合申报条件(${unmet(reviews)}):${reason}`,
  TrainingEnrolled: ({ trainingClass, trainingId, startsOn, forRenewal }) =>
    `参加${trainingId === undefined ? '省中心' : '选聘单位'}${trainingClass}${forRenewal ? '续聘' : ''}培训,${chineseDate(startsOn)}开班。`,
  ExamPassed: ({ score, passMark, examinedOn }) => `${chineseDate(examinedOn)}考核合格,得${score}分(合格线${passMark}分)。`,
  ExamFailed: ({ score, passMark, examinedOn, reExamsLeft }) =>
    `${chineseDate(examinedOn)}考核不合格,得${score}分(合格线${passMark}分),尚可补考${reExamsLeft}次。`,
  ReExamAllowed: ({ reason }) => `准予补考:${reason}`,

  SupervisorAppointed: (data) => `由${centerName(data.appointedBy)}聘任,${term(data)}。`,
  InternalSupervisorAppointed: (data) => `由${bodyName(data.selection)}聘任为内督,督导${data.selection.agencies.join('、')},${term(data)}。`,
  RenewalApplied: ({ trainingRequired }) => `申请续聘,${trainingRequired ? '需要重新培训考核' : '不需要重新培训考核'}。`,
  AppointmentRenewed: (data) => `续聘,${term(data)},应当换发证卡。`,
  AppointmentExpired: ({ termEnd }) => `聘期于${chineseDate(termEnd)}届满,自动解聘。`,
  SupervisorResigned: ({ reason }) => `退出督导工作:${reason}`,
  CardIssued: ({ number, validUntil }) => `核发证卡${number},有效期至${chineseDate(validUntil)}。`,
  CardReplaced: ({ oldNumber, number, reason }) => `补换证卡${number},原证卡${oldNumber}作废:${reason}`,
  CardVoided: ({ number, reason }) => `证卡${number}作废:${reason}`,
  CardReturned: ({ number }) => `交回证卡${number}。`,

  LeakVerificationConcluded: ({ verificationNo, result, findings }) => `泄密核查${verificationNo}${result === 'LEAK_CONFIRMED' ? '查实泄密' : '未查实泄密'}:${findings}`,
  CriticismGiven: ({ decisionNo, cause, heardOn, ...by }) => `${decider(by)}给予批评教育(${decisionNo}),依据${grounds(cause)},${hearing(heardOn)}。`,
  DispatchSuspended: ({ decisionNo, cause, heardOn, scope, endsOn, ...by }) =>
    `${decider(by)}暂停${by.body !== undefined ? '其' : scope === 'ALL' ? '全省' : '本中心'}任务委派至${chineseDate(endsOn)}(${decisionNo}),依据${grounds(cause)},${hearing(heardOn)}。`,
  DispatchResumed: ({ suspendedBy, body, reasons }) => `${decider({ decidedBy: suspendedBy, ...(body !== undefined && { body }) })}恢复任务委派:${reasons}`,
  SuspensionLapsed: ({ suspendedBy, body, endsOn }) => `${decider({ decidedBy: suspendedBy, ...(body !== undefined && { body }) })}的暂停委派于${chineseDate(endsOn)}期满。`,
  DisqualificationProposed: ({ decisionNo, proposes, cause, heardOn, ...by }) =>
    `${decider(by)}建议${PROPOSED[proposes]}(${decisionNo}),依据${grounds(cause)},${hearing(heardOn)}。`,
  DisqualificationDismissed: ({ proposalNo, reasons }) => `处理建议${proposalNo}未予采纳:${reasons}`,
  QualificationCancelled: ({ decisionNo, proposalNo, cause, heardOn, ...by }) => `${by.body === undefined ? '' : bodyName(by.body)}取消资格(${decisionNo}),根据建议${proposalNo},依据${grounds(cause)},${hearing(heardOn)}。`,
  RenewalRefused: ({ decisionNo, proposalNo, cause, heardOn, ...by }) => `${by.body === undefined ? '' : bodyName(by.body)}不予续聘(${decisionNo}),根据建议${proposalNo},依据${grounds(cause)},${hearing(heardOn)}。`,
  EmployerNotified: ({ noticeNo, decisionNo }) => `就决定${decisionNo}向当事人所在单位通报(${noticeNo})。`,
};

/** 一个资格的历程 */
export const tellSupervisor = telling(SENTENCES);
