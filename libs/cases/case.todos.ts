import { theAgency, theCenter } from '#libs/access/bearers';
import type { CaseEvent } from '#libs/cases/case.events';
import type { DeadlineName } from '#libs/cases/case-rectification.events';
import { allAccepted, byDispatcher, byGroup, byMember, drawnFor, isSeatEvent, judgeDecline, leaving, one, seatedAfter, seats, type Supervision } from '#libs/cases/seat.todos';
import type { DrawFailed, DrawPrepared } from '#libs/draws/draw.events';
import { due, once, todoSource, when } from '#libs/event-sourcing/todo';
import type { Deadline } from '#libs/regulation/deadline';
import { chineseDate, endOfDay, startOfDay } from '#libs/regulation/legal-date';

type CaseOrDrawEvent = CaseEvent | DrawPrepared | DrawFailed;

interface Case extends Supervision {
  readonly agencyId: string;
  /** The agency has been told of the supervision; before, nothing of it is a to-do of the agency. */
  readonly announced: boolean;
  /** The pool of the centre was too small: the province widens it. */
  readonly widened: boolean;
  readonly onSiteTo: string;
  /** The group is, or was, on site. */
  readonly begun: boolean;
}

function matter(before: Case | undefined, event: CaseOrDrawEvent): Case | undefined {
  if (event.type === 'SpecialSupervisionOpened') {
    const { agencyId, agencyName, area, dispatcher, onSiteFrom, onSiteTo } = event.data;
    const answerBy = { dueAt: startOfDay(onSiteFrom), explanation: `现场考察(核查)自${chineseDate(onSiteFrom)}开始,此前应当答复委派。` };
    return { title: `专项督导 ${agencyName}`, area, agencyId, dispatcher, seated: {}, draws: 0, answerBy, announced: false, widened: false, onSiteTo, begun: false };
  }
  if (before === undefined) return undefined;
  if (isSeatEvent(event)) return { ...before, seated: seatedAfter(before.seated, event) };
  switch (event.type) {
    case 'DrawPrepared':
      return { ...before, draws: before.draws + 1, widened: false };
    case 'DrawFailed':
      return { ...before, widened: true };
    case 'SupervisionNoticeServed':
    case 'InspectionDisclosed':
      return { ...before, announced: true };
    case 'OnSiteStarted':
      return { ...before, begun: true };
    default:
      return before;
  }
}

const agency = ({ agencyId }: Case) => theAgency(agencyId);
/** Where the agency has been told. */
const told = <K extends string>(member: K) => (data: { readonly [M in K]?: Deadline }, { announced }: Case) => (announced ? due<K>(member)(data) : []);
const asked = ({ no, answerDue }: { readonly no: number; readonly answerDue: Deadline }, { announced }: Case) => (announced ? [{ item: `${no}`, due: answerDue }] : []);
const numbered = ({ no }: { readonly no: number }): string => `${no}`;
const onSite = (_data: object, { onSiteTo }: Case) => [{ due: { dueAt: endOfDay(onSiteTo), explanation: `现场考察(核查)计划至${chineseDate(onSiteTo)}。` } }];
const afterTelling = (data: object, held: Case) => (held.announced ? onSite(data, held) : []);
const beforeOnSite = (data: object, held: Case) => (held.begun ? [] : onSite(data, held));
const recomputed = (name: DeadlineName) => ({ DeadlineRecomputed: ({ deadline, after }: { readonly deadline: DeadlineName; readonly after: Deadline }) => (deadline === name ? after : undefined) });

export const caseTodos = todoSource<CaseOrDrawEvent, Case>({
  category: 'case',
  path: 'cases',
  others: { draw: drawnFor('SPECIAL_CASE') },
  matter,
  todos: {
    DefineMatters: { label: '明确督导事项', falls: byDispatcher, opens: { SpecialSupervisionOpened: once }, ends: ['MattersDefined'] },
    PrepareDraw: {
      label: '抽取督导员',
      falls: ({ dispatcher, widened }) => theCenter(widened ? 'FJ' : dispatcher),
      at: ({ draws }, caseId) => `draws/${caseId}-${draws + 1}`,
      opens: { MattersDefined: once, SeatLeftVacant: once, DrawFailed: once },
      ends: ['DrawPrepared', 'SupervisorsDrawn'],
    },
    AcceptAssignment: { label: '答复委派并签署无利害关系声明', falls: byMember, opens: seats, endsItem: { AssignmentAccepted: one, ...leaving } },
    JudgeDecline: judgeDecline,
    FormGroup: { label: '成立督导小组', falls: byDispatcher, opens: { AssignmentAccepted: when((_data, supervision) => allAccepted(supervision)) }, ends: ['GroupFormed', 'SupervisorRecused'] },
    ServeSupervisionNotice: { label: '送达督导通知', falls: byDispatcher, opens: { GroupFormed: when((_data, { announced }) => !announced) }, ends: ['SupervisionNoticeServed', 'CovertInspectionOrdered', 'OnSiteStarted'] },
    SubmitSelfReport: {
      label: '提交自评(自查)报告', falls: agency, opens: { SupervisionNoticeServed: due('selfReportDue'), InspectionDisclosed: due('selfReportDue') }, moves: recomputed('selfReport'),
      ends: ['SelfReportSubmitted', 'PreliminaryOpinionDelivered'],
    },
    StartOnSite: {
      label: '开始现场考察(核查)', falls: byGroup, opens: { SelfReportSubmitted: beforeOnSite, SelfReportMissing: beforeOnSite, CovertInspectionOrdered: beforeOnSite }, ends: ['OnSiteStarted'],
    },
    DiscloseInspection: { label: '公开暗访', falls: byGroup, opens: { OnSiteStarted: when((_data, { announced }) => !announced) }, ends: ['InspectionDisclosed'] },
    HearViews: { label: '听取评价机构意见', falls: byGroup, opens: { OnSiteStarted: afterTelling, InspectionDisclosed: onSite }, ends: ['ViewsHeard'] },
    EndOnSite: { label: '结束现场考察(核查)', falls: byGroup, opens: { OnSiteStarted: onSite }, ends: ['OnSiteEnded'] },
    AnswerInquiry: { label: '答复询问', falls: agency, opens: { InquiryRaised: asked }, endsItem: { InquiryAnswered: numbered } },
    ProvideMaterial: { label: '提供文件、资料', falls: agency, opens: { MaterialRequested: asked }, endsItem: { MaterialProvided: numbered, MaterialRefused: numbered } },
    FormPreliminaryOpinion: { label: '评议并形成初步督导意见', falls: byGroup, opens: { OnSiteEnded: once }, ends: ['PreliminaryOpinionFormed'] },
    DeliverPreliminaryOpinion: {
      label: '反馈初步督导意见', falls: byGroup, opens: { PreliminaryOpinionFormed: due('deliveryDue') }, moves: recomputed('preliminary'), ends: ['PreliminaryOpinionDelivered'],
    },
    SubmitDefence: {
      label: '提交申辩意见或者声明放弃', falls: agency, opens: { PreliminaryOpinionDelivered: told('defenceDue') }, moves: recomputed('defence'),
      ends: ['DefenceWaived', 'DefenceLapsed', 'DefencePeriodEnded'], endsItem: { DefenceSubmitted: ({ isFinal }) => (isFinal ? '' : undefined) },
    },
    AnalyseDefence: {
      label: '综合分析申辩意见', falls: byDispatcher, opens: { DefenceSubmitted: when(({ isFinal }) => isFinal), DefencePeriodEnded: once }, ends: ['DefenceAnalysed'],
    },
    IssueOpinion: { label: '发出质量督导意见书', falls: byDispatcher, opens: { OnSiteEnded: due('opinionDue') }, moves: recomputed('opinion'), ends: ['OpinionIssued'] },
    DeliverOpinion: { label: '送达质量督导意见书', falls: byDispatcher, opens: { OpinionIssued: once }, ends: ['OpinionDelivered'] },
    SubmitRectificationReport: {
      label: '整改并提交整改工作报告', falls: agency, opens: { OpinionDelivered: told('rectificationDue'), RectificationReturned: told('rectificationDue') },
      moves: { ...recomputed('rectification'), RectificationExtended: ({ rectificationDue }) => rectificationDue }, ends: ['RectificationReportSubmitted', 'RectificationRefused'],
    },
    RemindRectification: { label: '催告整改', falls: byDispatcher, opens: { RectificationOverdue: once }, ends: ['RectificationReminded', 'RectificationReportSubmitted', 'RectificationRefused'] },
    RecordRectificationRefusal: {
      label: '催告后仍未整改的,认定拒不整改', falls: byDispatcher, opens: { RectificationReminded: ({ answerDue }) => [{ from: answerDue.dueAt }] },
      ends: ['RectificationReportSubmitted', 'RectificationRefused'],
    },
    VerifyRectification: {
      label: '核查整改', falls: byDispatcher, opens: { RectificationReportSubmitted: due('verificationDue') }, moves: recomputed('verification'), ends: ['RectificationVerified', 'RectificationReturned'],
    },
    CloseCase: { label: '结案归档', falls: byDispatcher, opens: { RectificationVerified: once, OpinionDelivered: when(({ rectificationDue }) => rectificationDue === undefined) }, ends: ['CaseClosed'] },
  },
  closes: { CaseClosed: true, SupervisionCancelled: true },
});
