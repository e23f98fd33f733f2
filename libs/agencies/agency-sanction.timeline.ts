import { ADDRESSEES } from '#libs/agencies/agency-ladder.events';
import { type AgencySanctionEvent, type AgencySanctionLevel, SANCTION_PERIODS } from '#libs/agencies/agency-sanction.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { chineseDate } from '#libs/regulation/legal-date';
import { SEVERITIES } from '#libs/regulation/own-codes';

const LEVELS: Readonly<Record<AgencySanctionLevel, string>> = {
  PLATFORM_OPERATION_HOLD: '暂缓平台正常操作并责令改正', PUBLIC_CRITICISM: '通报批评并提出处分建议', QUALIFICATION_REVOCATION: '取消职业技能等级认定工作资格',
};
const CAUSES = { CORRECTION_REFUSED: '拒不改正', SERIOUS: '情节严重' } as const;
const REFUSALS = { EXPRESS_REFUSAL: '明确拒绝', OVERDUE_AFTER_REMINDER: '逾期经催告仍不改正' } as const;

const SENTENCES: Sentences<AgencySanctionEvent> = {
  ViolationCaseOpened: ({ center, severity, violations }) => `${AREA_NAMES[center]}中心立案,涉及${violations.length}项情形(${SEVERITIES[severity]})`,
  CatchAllGroundApproved: ({ reasons }) => `另一人批准适用其他情形:${reasons}`,
  SanctionNotified: ({ proposes, statementDue }) => `告知拟${LEVELS[proposes]},可在${chineseDate(statementDue.date)}前陈述申辩`,
  StatementReceived: () => '收到评价机构的陈述申辩',
  StatementWaived: () => '评价机构放弃陈述申辩',
  StatementLapsed: ({ due }) => `评价机构逾期未陈述申辩(应于${chineseDate(due.date)}前)`,
  PlatformOperationHeld: ({ documentNumber, withoutNotice }) =>
    `暂缓平台正常操作(${documentNumber})${withoutNotice === undefined ? '' : `,未事先告知:${withoutNotice}`}`,
  CorrectionOrdered: ({ demands, correctionDue }) => `责令改正${demands.length}项,限${chineseDate(correctionDue.date)}前`,
  CorrectionSubmitted: ({ version, late }) => `评价机构第${version}次提交改正报告${late ? '(逾期)' : ''}`,
  SanctionDueRecomputed: ({ period, before, after }) => `放假安排公布或者更正后重算“${SANCTION_PERIODS[period]}”期限:由${chineseDate(before.date)}改为${chineseDate(after.date)}`,
  CorrectionOverdue: ({ due }) => `改正逾期(应于${chineseDate(due.date)}前)`,
  CorrectionReminded: ({ answerDue }) => `催告改正,限${chineseDate(answerDue.date)}前`,
  CorrectionRefused: ({ ground, reasons }) => `认定拒不改正(${REFUSALS[ground]}):${reasons}`,
  CorrectionAccepted: ({ conclusion }) => `改正审核通过:${conclusion}`,
  CorrectionReturned: ({ reasons, correctionDue }) => `退回改正报告,限${chineseDate(correctionDue.date)}前重新提交:${reasons}`,
  CorrectionDecisionOverdue: ({ due }) => `中心审核改正报告逾期(应于${chineseDate(due.date)}前)`,
  PlatformOperationResumed: () => '恢复平台正常操作',
  AgencyCriticised: ({ documentNumber, because }) => `通报批评(${documentNumber}),${CAUSES[because]}`,
  DisciplinaryActionRecommended: ({ persons, addressee: { kind, name, reason } }) => `建议对${persons.length}人给予处分,${name === undefined ? `${ADDRESSEES[kind]}:${reason ?? ''}` : `致${name}`}`,
  HearingRequested: () => '评价机构申请听证',
  HearingHeld: ({ heldOn }) => `于${chineseDate(heldOn)}举行听证`,
  RevocationProposed: ({ documentNumber, because }) => `提请取消职业技能等级认定工作资格(${documentNumber}),${CAUSES[because]}`,
  RevocationNotConfirmed: ({ reasons }) => `不予确认取消资格:${reasons}`,
  QualificationRevoked: ({ documentNumber }) => `确认取消职业技能等级认定工作资格(${documentNumber})`,
  SanctionWithdrawn: ({ withdrawnBy, reasons }) => `${AREA_NAMES[withdrawnBy]}中心撤销处理:${reasons}`,
};

/** 机构处理案件的历程. */
export const tellAgencySanction = telling(SENTENCES);
