import { about, type Step } from '#test/recorded-events/step';
import { fuzhou, opening, province } from '#libs/cases/case-story';

const body = { channel: 'PHONE', isAnonymous: false, agencyId: 'agency-1', content: '考场内有人代考', accused: [] };

/** Handed on, investigated by a supervision, answered, closed, and opened again. */
function substantiated(): readonly Step[] {
  const step = about('substantiated');
  const supervision = about('complained-of');
  return [
    step('2026-03-02', province, 'ReceiveComplaint', body),
    step('2026-03-02', province, 'RegisterComplaint'),
    step('2026-03-03', province, 'TransferComplaint', { to: '3501', reason: '由所在地中心办理' }),
    step('2026-03-04', fuzhou, 'AcceptComplaint'),
    step('2026-03-05', fuzhou, 'NotifyReporter', { text: '您反映的情况已受理' }),
    supervision('2026-03-05', fuzhou, 'OpenSpecialSupervision', opening),
    supervision('2026-03-05', fuzhou, 'DefineMatters', { matters: [{ item: 'C3' }], complaintRef: 'substantiated' }),
    step('2026-03-06', fuzhou, 'OpenInvestigation', { caseId: 'complained-of' }),
    step('2026-04-20', fuzhou, 'ExtendComplaint', { reason: '需要调取监控录像' }),
    step('2026-05-06', fuzhou, 'ReportFindings', { caseId: 'complained-of', findings: '监控可见两人互换座位' }),
    step('2026-05-07', fuzhou, 'ConcludeComplaint', { conclusion: 'SUBSTANTIATED', reasons: '监控与签到表相互印证' }),
    step('2026-05-08', fuzhou, 'DecideDisposal', { disposal: '约谈提醒', records: ['case-complained-of'] }),
    step('2026-05-08', fuzhou, 'AnswerReporter', { text: '反映的情况属实,已作处理' }),
    step('2026-05-11', fuzhou, 'CloseComplaint'),
    step('2026-06-01', fuzhou, 'ReopenComplaint', { reason: '出现新证据' }),
  ];
}

/** Nobody told the person in time; not for this centre to judge. */
function rejected(): readonly Step[] {
  const step = about('rejected');
  return [step('2026-03-02', fuzhou, 'ReceiveComplaint', body), step('2026-03-02', fuzhou, 'RegisterComplaint'), step('2026-04-02', fuzhou, 'RejectComplaint', { reason: '属劳动争议' })];
}

/** Two complaints become one, which nobody closes. */
function merged(): readonly Step[] {
  const carrying = about('carrying');
  const step = about('merged');
  return [
    carrying('2026-03-02', fuzhou, 'ReceiveComplaint', { ...body, isAnonymous: true }),
    carrying('2026-03-02', fuzhou, 'RegisterComplaint'),
    carrying('2026-03-02', fuzhou, 'AcceptComplaint'),
    step('2026-03-03', fuzhou, 'ReceiveComplaint', body),
    step('2026-03-03', fuzhou, 'RegisterComplaint'),
    step('2026-03-04', fuzhou, 'MergeComplaint', { into: 'carrying', reason: '反映同一事项' }),
  ];
}

/** Who complained is sealed, read once for a purpose, and erased when the complaint is closed. */
function sealed(): readonly Step[] {
  const step = about('sealed');
  const second = { ...fuzhou, person: 'reviewer-3501' };
  const asked = { accessPurpose: 'CONTACT', reason: '告知不予受理' };
  return [
    step('2026-03-02', fuzhou, 'ReceiveComplaint', body),
    step('2026-03-02', fuzhou, 'SealReporter', { subject: 'v-sealed', fields: ['name', 'phone'], commitment: 'a'.repeat(64) }),
    step('2026-03-02', fuzhou, 'RegisterComplaint'),
    step('2026-03-03', fuzhou, 'RejectComplaint', { reason: '属劳动争议' }),
    step('2026-03-03', second, 'RequestReporterAccess', asked),
    step('2026-03-03', fuzhou, 'DenyReporterAccess', { reason: '由经办人告知' }),
    step('2026-03-04', fuzhou, 'RequestReporterAccess', asked),
    step('2026-03-04', second, 'ApproveReporterAccess'),
    step('2026-03-04', fuzhou, 'OpenReporterIdentity'),
    step('2026-03-04', fuzhou, 'NotifyReporter', { text: '您反映的情况不属于本办法范围' }),
    step('2026-03-05', fuzhou, 'CloseComplaint'),
    step('2026-03-06', fuzhou, 'ProposeReporterErasure', { reason: '举报已办结' }),
    step('2026-03-09', second, 'ConfirmReporterErasure'),
  ];
}

/** Accepted before the working days of the year were published, in which both periods end. */
function early(): readonly Step[] {
  const step = about('complaint-early');
  return [
    step('2026-01-12', fuzhou, 'ReceiveComplaint', body),
    step('2026-01-12', fuzhou, 'RegisterComplaint'),
    step('2026-01-13', fuzhou, 'AcceptComplaint'),
  ];
}

export const complaintsStory: readonly Step[] = [...early(), ...substantiated(), ...rejected(), ...merged(), ...sealed()];
