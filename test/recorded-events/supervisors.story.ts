import { about, type Step } from '#test/recorded-events/step';
import { agency, department, fuzhou, neglect, province, reviews, xiamen } from '#libs/supervisors/supervisor-story';

const of = (name: string) => ({ credential: about(`s-${name}`), person: about(`p-${name}`) });
const decision = (decisionNo: string) => ({ decisionNo, reasons: '事实清楚' });
const grounds = (severity: string) => ({ severity, findings: [neglect] });

/** From the application to the card of the first term, which starts on 1 September of the year. */
export function appointed(name: string, year = 2021): readonly Step[] {
  const { credential } = of(name);
  return [
    credential(`${year}-07-01`, fuzhou, 'ApplyAsSupervisor', { personId: `p-${name}`, supervisorType: 'EXTERNAL', area: '3501' }),
    credential(`${year}-07-05`, province, 'ConfirmConditions', { reviews }),
    credential(`${year}-07-06`, province, 'EnrolInTraining', { trainingClass: `${year}年第1期`, startsOn: `${year}-08-10` }),
    credential(`${year}-08-28`, province, 'RecordExamResult', { score: 88, examinedOn: `${year}-08-28` }),
    credential(`${year}-08-30`, fuzhou, 'AppointSupervisor', { termStart: `${year}-09-01` }),
    credential(`${year}-08-31`, province, 'IssueCard'),
  ];
}

function longService(): readonly Step[] {
  const { credential } = of('lin');
  return [
    ...appointed('lin'),
    credential('2021-08-20', province, 'RecordExamResult', { score: 41, examinedOn: '2021-08-20' }),
    credential('2021-08-21', province, 'AllowReExam', { reason: '首次不合格' }),
    credential('2022-01-10', province, 'ReplaceCard', { number: 'R35210001', reason: '磨损' }),
    credential('2022-02-10', fuzhou, 'GiveCriticism', { ...decision('榕教1号'), grounds: grounds('MINOR') }),
    credential('2022-03-01', fuzhou, 'SuspendDispatch', { ...decision('榕停1号'), grounds: grounds('ORDINARY'), heardOn: '2022-02-25', scope: 'ALL', until: '2022-06-30' }),
    credential('2022-04-01', fuzhou, 'ResumeDispatch', { reasons: '已改正' }),
    credential('2022-05-05', xiamen, 'SuspendDispatch', {
      ...decision('厦停1号'), grounds: grounds('ORDINARY'), scope: 'OWN', until: '2022-06-30',
    }),
    credential('2024-07-01', fuzhou, 'ApplyForRenewal'),
    credential('2024-07-02', province, 'EnrolInTraining', { trainingClass: '2024年第2期', startsOn: '2024-07-10' }),
    credential('2024-07-15', province, 'RecordExamResult', { score: 75, examinedOn: '2024-07-15' }),
    credential('2024-08-01', province, 'RenewAppointment'),
    credential('2024-08-02', province, 'IssueCard'),
    credential('2024-09-03', province, 'ReturnCard', { number: 'R35220001' }),
    credential('2026-05-06', fuzhou, 'ResignSupervisor', { reason: '工作调动' }),
  ];
}

function notSuitable(): readonly Step[] {
  const { credential } = of('chen');
  return [
    credential('2021-07-01', fuzhou, 'ApplyAsSupervisor', { personId: 'p-chen', supervisorType: 'EXTERNAL', area: '3501' }),
    credential('2021-07-05', province, 'RejectApplication', { reviews: [{ condition: 'E4', met: false }], reason: '表达能力不足' }),
  ];
}

function cancelledAndReversed(): readonly Step[] {
  const { credential, person } = of('wu');
  const proposal = { ...decision('榕建1号'), grounds: grounds('SERIOUS'), proposes: 'QUALIFICATION_CANCELLED' };
  return [
    ...appointed('wu'),
    credential('2022-03-01', fuzhou, 'ProposeDisqualification', proposal),
    credential('2022-03-10', province, 'DismissDisqualification', { proposalNo: '榕建1号', reasons: '证据不足' }),
    credential('2022-04-01', fuzhou, 'ProposeDisqualification', { ...proposal, ...decision('榕建2号') }),
    credential('2022-04-20', province, 'CancelQualification', { ...decision('闽处1号'), proposalNo: '榕建2号' }),
    credential('2022-04-21', fuzhou, 'NotifyEmployer', { employer: '榕城某单位(样例)', noticeNo: '榕通1号' }),
    person('2022-09-01', department, 'ReverseBar', { credentialId: 's-wu', outcomeOf: 'COURT', documentNo: '(2022)闽01行终1号', reasons: '事实不清' }),
  ];
}

function notRenewed(): readonly Step[] {
  const { credential } = of('zheng');
  return [
    ...appointed('zheng'),
    credential('2022-04-01', fuzhou, 'ProposeDisqualification', { ...decision('榕建3号'), grounds: grounds('SERIOUS'), proposes: 'RENEWAL_REFUSED' }),
    credential('2022-04-20', province, 'RefuseRenewal', { ...decision('闽处2号'), proposalNo: '榕建3号' }),
  ];
}

/** An internal supervisor of the agency, who leaves again. */
function internal(): readonly Step[] {
  const { credential } = of('internal');
  const selection = { by: 'AGENCY', organisation: 'agency-1', agencies: ['agency-1'] };
  return [
    credential('2026-02-02', agency, 'ApplyAsSupervisor', { personId: 'p-internal', supervisorType: 'INTERNAL', area: '3501', selection }),
    credential('2026-02-03', agency, 'ConfirmConditions', { reviews }),
    credential('2026-02-04', agency, 'EnrolInTraining', { trainingClass: '2026年第1期', trainingId: 'training-1', startsOn: '2026-02-10' }),
    credential('2026-02-12', agency, 'RecordExamResult', { score: 91, examinedOn: '2026-02-12' }),
    credential('2026-02-13', agency, 'AppointSupervisor', { termStart: '2026-02-16' }),
    credential('2026-02-14', agency, 'IssueCard', { internalNumber: 'N3526-0001' }),
    credential('2026-06-01', agency, 'ResignSupervisor', { reason: '工作调动' }),
  ];
}

/** A leak that was verified is a ground; a second decision in the term shows that it comes again. */
function leaked(): readonly Step[] {
  const { credential } = of('guo');
  const leak = { severity: 'ORDINARY', findings: [{ ground: 'S6', description: '外传试题照片', evidence: ['ev-1'], leakVerification: '榕核1号' }] };
  return [
    ...appointed('guo'),
    credential('2022-03-01', fuzhou, 'ConcludeLeakVerification', { verificationNo: '榕核1号', result: 'LEAK_CONFIRMED', findings: '试题照片由其外传', evidence: ['ev-1'] }),
    credential('2022-03-02', fuzhou, 'GiveCriticism', { ...decision('榕教5号'), grounds: leak }),
    credential('2022-05-02', fuzhou, 'SuspendDispatch', { ...decision('榕停5号'), grounds: leak, scope: 'ALL', until: '2022-06-30' }),
  ];
}

/** The last one's term runs out. */
export const supervisorsStory: readonly Step[] = [...longService(), ...notSuitable(), ...cancelledAndReversed(), ...notRenewed(), ...leaked(), ...internal(), ...appointed('zhou')];
