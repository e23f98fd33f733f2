import { theAgency, theCenter, theDepartment } from '#libs/access/bearers';
import type { AgencySanctionEvent, AgencySanctionLevel, SanctionNotified } from '#libs/agencies/agency-sanction.events';
import { due, type Matter, once, todoSource, when } from '#libs/event-sourcing/todo';

interface Sanction extends Matter {
  readonly agencyId: string;
  readonly center: string;
  /** The step that the latest notice proposes. */
  readonly proposes?: AgencySanctionLevel;
}

function matter(before: Sanction | undefined, event: AgencySanctionEvent): Sanction | undefined {
  if (event.type === 'ViolationCaseOpened') return { title: '评价机构处理', area: event.data.area, agencyId: event.data.agencyId, center: event.data.center };
  return event.type === 'SanctionNotified' && before !== undefined ? { ...before, proposes: event.data.proposes } : before;
}

const center = (sanction: Sanction) => theCenter(sanction.center);
const agency = ({ agencyId }: Sanction) => theAgency(agencyId);
/** The agency has spoken, or may no more: what was proposed can be decided. */
const heard = (level: AgencySanctionLevel) => {
  const opens = when<object, Sanction>((_data, { proposes }) => proposes === level);
  return { StatementReceived: opens, StatementWaived: opens, StatementLapsed: opens } as const;
};
const hearing = ({ hearingRequestDue }: SanctionNotified['data']) => (hearingRequestDue === undefined ? [] : [{ due: hearingRequestDue }]);

/** Revocation is the last step, whichever of several cases it came from. */
const needsQualification = (): boolean => true;

export const agencySanctionTodos = todoSource<AgencySanctionEvent, Sanction>({
  category: 'agencysanction',
  path: 'agency-sanctions',
  matter,
  todos: {
    ApproveCatchAllGround: {
      label: '批准适用其他情形', falls: center, opens: { ViolationCaseOpened: when(({ violations }) => violations.some(({ ground }) => ground === 'G6')) }, ends: ['CatchAllGroundApproved'],
    },
    NotifySanction: {
      label: '告知拟处理', falls: center, needsQualification, opens: { ViolationCaseOpened: once, CorrectionRefused: once }, ends: ['SanctionNotified', 'PlatformOperationHeld', 'AgencyCriticised'],
    },
    SubmitStatement: {
      label: '陈述申辩或者声明放弃', falls: agency, opens: { SanctionNotified: due('statementDue') },
      ends: ['StatementReceived', 'StatementWaived', 'StatementLapsed', 'PlatformOperationHeld', 'AgencyCriticised'],
    },
    RequestHearing: { label: '申请听证', falls: agency, opens: { SanctionNotified: hearing }, ends: ['HearingRequested', 'StatementWaived', 'QualificationRevoked'] },
    HoldHearing: { label: '举行听证', falls: center, opens: { HearingRequested: once }, ends: ['HearingHeld'] },
    HoldPlatformOperation: { label: '决定暂缓平台操作并责令改正', falls: center, needsQualification, opens: heard('PLATFORM_OPERATION_HOLD'), ends: ['PlatformOperationHeld'] },
    CriticiseAgency: { label: '决定通报批评并提出处分建议', falls: center, needsQualification, opens: heard('PUBLIC_CRITICISM'), ends: ['AgencyCriticised'] },
    ProposeRevocation: { label: '提请取消认定工作资格', falls: center, needsQualification, opens: heard('QUALIFICATION_REVOCATION'), ends: ['RevocationProposed'] },
    ConfirmRevocation: {
      label: '确认是否取消认定工作资格', falls: theDepartment, needsQualification, opens: { RevocationProposed: once }, ends: ['QualificationRevoked', 'RevocationNotConfirmed'],
    },
    SubmitCorrection: {
      label: '改正并提交改正报告', falls: agency, opens: { CorrectionOrdered: due('correctionDue'), CorrectionReturned: due('correctionDue') }, ends: ['CorrectionSubmitted', 'CorrectionRefused'],
    },
    AcceptCorrection: { label: '审核改正情况', falls: center, needsQualification, opens: { CorrectionSubmitted: due('decisionDue') }, ends: ['CorrectionAccepted', 'CorrectionReturned'] },
    RemindCorrection: { label: '催告改正', falls: center, opens: { CorrectionOverdue: once }, ends: ['CorrectionReminded', 'CorrectionSubmitted', 'CorrectionRefused'] },
    RecordCorrectionRefusal: {
      label: '催告后仍未改正的,认定拒不改正', falls: center, opens: { CorrectionReminded: ({ answerDue }) => [{ from: answerDue.dueAt }] }, ends: ['CorrectionSubmitted', 'CorrectionRefused'],
    },
  },
  closes: { PlatformOperationResumed: true, QualificationRevoked: true, SanctionWithdrawn: true },
});
