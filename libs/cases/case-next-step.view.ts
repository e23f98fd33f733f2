import type { OpenDeadlines } from '#libs/cases/case.deadlines';
import type { CaseStage } from '#libs/cases/case.stage';
import type { CaseDocument, CaseDocumentKind } from '#libs/cases/case-documents.view';
import type { FileSeats } from '#libs/cases/case-members.view';
import { stands } from '#libs/cases/group-standing';
import type { LegalDate } from '#libs/event-sourcing/event';

/** Whose turn it is. */
export type NextActor = 'DISPATCHER' | 'SUPERVISORS' | 'GROUP' | 'AGENCY' | 'NOBODY';

export interface NextStep {
  /** A verb phrase: `送达督导通知`. */
  readonly step: string;
  readonly actor: NextActor;
}

/** What the next step depends on. */
export interface FileProgress extends FileSeats {
  readonly state: CaseStage;
  readonly documents: readonly CaseDocument[];
  readonly isDelivered: boolean;
  readonly isOverdue: boolean;
  readonly deadlines: OpenDeadlines;
}

const next = (actor: NextActor, step: string): NextStep => ({ actor, step });
const has = ({ documents }: FileProgress, kind: CaseDocumentKind): boolean => documents.some((document) => document.kind === kind);

export function groupStands({ group, members }: FileSeats, on: LegalDate): boolean {
  const there = members.filter(({ supervisorId, status }) => status === 'ACCEPTED' && group?.members.includes(supervisorId) === true);
  const leaderIsThere = there.some(({ isLeader }) => isLeader);
  return stands({ members: there.length, leaderIsThere, excepted: group?.exception !== undefined }, on);
}

/** Towards a (new) group: draw, answers, a further draw, the group. */
function towardsGroup({ members, vacant, group }: FileProgress): NextStep {
  if (members.length === 0) return next('DISPATCHER', '抽取督导员');
  if (members.some(({ status }) => status === 'SEATED')) return next('SUPERVISORS', '答复委派');
  if (vacant.length > 0) return next('DISPATCHER', '补充抽取督导员,或者成立督导小组');
  return next('DISPATCHER', group === undefined ? '成立督导小组' : '重新成立督导小组');
}

const closed = (file: FileProgress): NextStep => {
  const unanswered = has(file, 'DefenceSubmitted') && !has(file, 'DefenceAnalysed');
  return next('DISPATCHER', unanswered ? '综合分析申辩意见' : '发出质量督导意见书');
};

const isCovert = (file: FileProgress): boolean => has(file, 'CovertInspectionOrdered') && !has(file, 'InspectionDisclosed') && !has(file, 'SupervisionNoticeServed');

function onSite(file: FileProgress): NextStep {
  if (isCovert(file)) return next('GROUP', '公开暗访');
  return next('GROUP', has(file, 'ViewsHeard') ? '结束现场考察(核查)' : '听取评价机构意见');
}

function deliberating(file: FileProgress): NextStep {
  if (file.deadlines.selfReport !== undefined) return next('AGENCY', '提交自评(自查)报告');
  return next('GROUP', has(file, 'PreliminaryOpinionFormed') ? '反馈初步督导意见' : '评议并形成初步督导意见');
}

const STEPS: Readonly<Record<CaseStage, (file: FileProgress) => NextStep>> = {
  DRAFT: () => next('DISPATCHER', '明确督导事项'),
  MATTERS_DEFINED: towardsGroup,
  GROUP_FORMED: (file) => (isCovert(file) ? next('GROUP', '开始现场考察(核查)') : next('DISPATCHER', '送达督导通知')),
  NOTIFIED: () => next('AGENCY', '提交自评(自查)报告'),
  SELF_REPORT_CLOSED: () => next('GROUP', '开始现场考察(核查)'),
  ON_SITE: onSite,
  DELIBERATING: deliberating,
  PRELIMINARY_DELIVERED: () => next('AGENCY', '提交申辩意见或者放弃申辩'),
  DEFENCE_CLOSED: closed,
  OPINION_ISSUED: ({ isDelivered }) => next('DISPATCHER', isDelivered ? '结案归档' : '送达质量督导意见书'),
  RECTIFYING: ({ isOverdue }) => (isOverdue ? next('DISPATCHER', '催告整改') : next('AGENCY', '整改并提交整改工作报告')),
  REPORT_SUBMITTED: () => next('DISPATCHER', '核查整改工作报告'),
  REFUSED_TO_RECTIFY: () => next('AGENCY', '整改并提交整改工作报告'),
  VERIFIED: () => next('DISPATCHER', '结案归档'),
  CLOSED: () => next('NOBODY', '无'),
  CANCELLED: () => next('NOBODY', '无'),
};

/** What the stage asks for, whatever has become of the group. */
export const stepOfStage = (file: FileProgress): NextStep => STEPS[file.state](file);

/** Stages in which a group that has lost members is first completed. */
const NEEDS_GROUP: readonly CaseStage[] = ['GROUP_FORMED', 'SELF_REPORT_CLOSED', 'ON_SITE', 'DELIBERATING'];

export function nextStep(file: FileProgress, on: LegalDate): NextStep {
  const broken = NEEDS_GROUP.includes(file.state) && !has(file, 'PreliminaryOpinionFormed') && !groupStands(file, on);
  return broken ? towardsGroup(file) : stepOfStage(file);
}
