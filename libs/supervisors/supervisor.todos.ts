import { externals, internals, theBody, theCenter, theProvince } from '#libs/access/bearers';
import { type Bearer, type Matter, once, type Opening, todoSource, when } from '#libs/event-sourcing/todo';
import { addDays, chineseDate, endOfDay, startOfDay } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type { Selection } from '#libs/supervisors/application.events';
import type { Term } from '#libs/supervisors/appointment.events';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

interface Credential extends Matter {
  readonly personId: string;
  readonly selection?: Selection;
  /** Training and examination of this time are for a further term. */
  readonly renewing: boolean;
}

function matter(before: Credential | undefined, event: SupervisorEvent): Credential | undefined {
  switch (event.type) {
    case 'SupervisorApplied': {
      const { personId, area, selection } = event.data;
      const owner = selection === undefined ? {} : selection.by === 'AGENCY' ? { agencyId: selection.organisation, selection } : { departmentId: selection.organisation, selection };
      return { title: selection === undefined ? '外督资格' : '内督资格', area, personId, renewing: false, ...owner };
    }
    case 'RenewalApplied':
      return before === undefined ? undefined : { ...before, renewing: true };
    case 'AppointmentRenewed':
      return before === undefined ? undefined : { ...before, renewing: false };
    default:
      return before;
  }
}

/** 外督 are trained and carded by the province, 内督 by the body that selected them. */
const issuer = ({ selection }: Credential): readonly Bearer[] => (selection === undefined ? theProvince() : theBody(selection));
const appointer = ({ selection, area }: Credential): readonly Bearer[] => (selection === undefined ? theCenter(area) : theBody(selection));
const holder = ({ selection, personId }: Credential): readonly Bearer[] => (selection === undefined ? externals : internals)([personId]);

function renewable({ termStart, termEnd }: Term): readonly Opening[] {
  const ahead = parameter('term.renewalWindowDays', termStart);
  return [{ from: startOfDay(addDays(termEnd, -ahead)), due: { dueAt: endOfDay(termEnd), explanation: `聘期至${chineseDate(termEnd)},届满自动解聘;续聘自届满前${ahead}日起申请。` } }];
}

const numbered = ({ number }: { readonly number: string }): readonly Opening[] => [{ item: number }];

export const supervisorTodos = todoSource<SupervisorEvent, Credential>({
  category: 'supervisor',
  path: 'supervisors',
  matter,
  todos: {
    ConfirmConditions: { label: '审核申报条件', falls: issuer, opens: { SupervisorApplied: once }, ends: ['ConditionsConfirmed', 'ApplicationRejected'] },
    EnrolInTraining: { label: '安排参加培训', falls: issuer, opens: { ConditionsConfirmed: once, RenewalApplied: when(({ trainingRequired }) => trainingRequired) }, ends: ['TrainingEnrolled'] },
    RecordExamResult: { label: '登记考核成绩', falls: issuer, opens: { TrainingEnrolled: once, ReExamAllowed: once }, ends: ['ExamPassed', 'ExamFailed'] },
    AllowReExam: { label: '决定是否准予补考', falls: issuer, opens: { ExamFailed: when(({ reExamsLeft }) => reExamsLeft > 0) }, ends: ['ReExamAllowed', 'RenewalApplied'] },
    AppointSupervisor: { label: '聘任', falls: appointer, opens: { ExamPassed: when((_data, { renewing }) => !renewing) }, ends: ['SupervisorAppointed', 'InternalSupervisorAppointed'] },
    ApplyForRenewal: {
      label: '聘期将满,申请续聘', falls: holder, opens: { SupervisorAppointed: renewable, InternalSupervisorAppointed: renewable, AppointmentRenewed: renewable },
      ends: ['RenewalApplied', 'AppointmentRenewed', 'AppointmentExpired'],
    },
    RenewAppointment: {
      label: '决定续聘', falls: issuer, opens: { ExamPassed: when((_data, { renewing }) => renewing), RenewalApplied: when(({ trainingRequired }) => !trainingRequired) }, ends: ['AppointmentRenewed'],
    },
    IssueCard: { label: '核发证卡', falls: issuer, opens: { SupervisorAppointed: once, InternalSupervisorAppointed: once, AppointmentRenewed: once }, ends: ['CardIssued', 'AppointmentExpired'] },
    ReturnCard: { label: '收回作废的证卡', falls: issuer, opens: { CardVoided: numbered }, endsItem: { CardReturned: ({ number }) => number } },
    CancelQualification: {
      label: '决定是否取消资格或者不予续聘', falls: issuer, opens: { DisqualificationProposed: once }, isConfidential: true,
      ends: ['QualificationCancelled', 'RenewalRefused', 'DisqualificationDismissed'],
    },
  },
  closes: { ApplicationRejected: true, QualificationCancelled: true, RenewalRefused: true, SupervisorResigned: true },
});
