import { about, type Step } from '#test/recorded-events/step';
import { department } from '#libs/supervisors/supervisor-story';
import { agency, fuzhou, province } from '#libs/cases/case-story';

const { area: _derived, ...registration } = agency;
const reviewer = { ...fuzhou, person: 'reviewer-3501' };
const held = { person: 'clerk-held', role: 'AGENCY', organisation: 'held' };
const opening = {
  agencyId: 'held', severity: 'ORDINARY', severityReasons: '未造成后果', persons: ['staff-1'],
  violations: [{ ground: 'G2', description: '安排专人陪同并打断考评人员陈述', evidence: ['ev-1'] }],
};
const hold = { reasons: '事实清楚', demands: ['不得再阻挠有关人员反映情况'], correctionDueOn: '2026-05-15' };

/** Told, heard, held, late, reminded, refused, corrected at the second attempt. */
function corrected(): readonly Step[] {
  const step = about('corrected');
  return [
    about('held')('2026-04-01', fuzhou, 'RegisterAgency', { ...registration, filedOn: '2026-03-02' }),
    step('2026-04-07', fuzhou, 'OpenViolationCase', opening),
    step('2026-04-08', fuzhou, 'NotifySanction', { proposes: 'PLATFORM_OPERATION_HOLD', facts: '阻挠有关人员向质量督导员反映情况' }),
    step('2026-04-10', held, 'SubmitStatement', { text: '陪同人员并非有意', evidence: [] }),
    step('2026-04-13', fuzhou, 'HoldPlatformOperation', { ...hold, replyToStatement: '不予采纳,录像显示多次打断' }),
    step('2026-05-18', fuzhou, 'RemindCorrection', { text: '请提交改正报告' }),
    step('2026-05-26', fuzhou, 'RecordCorrectionRefusal', { ground: 'OVERDUE_AFTER_REMINDER', reasons: '催告期满仍未提交' }),
    step('2026-05-27', held, 'SubmitCorrection', { report: '已组织学习', evidence: [] }),
    step('2026-05-28', fuzhou, 'ReturnCorrection', { reasons: '未见制度', correctionDueOn: '2026-06-30' }),
    step('2026-06-10', held, 'SubmitCorrection', { report: '已建立配合督导制度', evidence: ['ev-2'] }),
    step('2026-07-15', fuzhou, 'AcceptCorrection', { conclusion: '改正到位' }),
  ];
}

/** Other conduct, held at once, and taken back by the province. */
function withdrawn(): readonly Step[] {
  const step = about('withdrawn');
  const violations = [{ ground: 'G6', description: '多次在督导期间切断考场网络,致使远程督导无法进行', evidence: ['ev-3'] }];
  return [
    step('2026-08-03', fuzhou, 'OpenViolationCase', { ...opening, violations }),
    step('2026-08-03', reviewer, 'ApproveCatchAllGround', { reasons: '有网络日志证明' }),
    step('2026-08-04', fuzhou, 'HoldPlatformOperation', { reasons: '事实清楚', demands: ['恢复网络'], withoutNotice: '督导正在进行,网络再次切断' }),
    step('2026-08-06', province, 'WithdrawSanction', { reasons: '网络中断系运营商故障' }),
  ];
}

/** One that waives its statement, and one that says nothing. */
function unspoken(): readonly Step[] {
  const waived = about('waived-statement');
  const silent = about('silent');
  const notice = { proposes: 'PLATFORM_OPERATION_HOLD', facts: '阻挠有关人员向质量督导员反映情况' };
  return [
    waived('2026-09-01', fuzhou, 'OpenViolationCase', opening),
    waived('2026-09-01', fuzhou, 'NotifySanction', notice),
    waived('2026-09-02', held, 'WaiveStatement'),
    silent('2026-09-01', fuzhou, 'OpenViolationCase', opening),
    silent('2026-09-01', fuzhou, 'NotifySanction', notice),
  ];
}

/** Serious from the beginning: criticised, not to be revoked; and once more, to the end of the ladder. */
function climbed(): readonly Step[] {
  const first = about('criticised');
  const second = about('revoked');
  const serious = { ...opening, severity: 'SERIOUS', severityReasons: '打击报复督导员' };
  const criticism = {
    reasons: '事实清楚', demands: ['停止报复'], persons: [{ person: 'staff-1', responsibility: 'DIRECT' }, { person: 'staff-2', responsibility: 'OTHER' }], recommendation: '给予处分',
    addressee: { kind: 'SUPERIOR_UNIT', name: '样例教育集团' },
  };
  const revocation = { proposes: 'QUALIFICATION_REVOCATION', facts: '打击报复质量督导员' };
  return [
    first('2026-10-08', fuzhou, 'OpenViolationCase', serious),
    first('2026-10-08', fuzhou, 'NotifySanction', { ...revocation, proposes: 'PUBLIC_CRITICISM' }),
    first('2026-10-09', held, 'WaiveStatement'),
    first('2026-10-12', fuzhou, 'CriticiseAgency', criticism),
    first('2026-10-13', fuzhou, 'NotifySanction', revocation),
    first('2026-10-14', held, 'RequestHearing', { reasons: '要求当面陈述' }),
    first('2026-10-14', held, 'SubmitStatement', { text: '已经处理当事人', evidence: [] }),
    first('2026-10-20', fuzhou, 'HoldHearing', { heldOn: '2026-10-20', summary: '双方陈述' }),
    first('2026-10-21', fuzhou, 'ProposeRevocation', { reasons: '情节严重', replyToStatement: '不予采纳' }),
    first('2026-10-23', department, 'RejectRevocation', { reasons: '通报批评已足' }),
    second('2026-11-02', fuzhou, 'OpenViolationCase', serious),
    second('2026-11-02', fuzhou, 'NotifySanction', revocation),
    second('2026-11-03', held, 'WaiveStatement'),
    second('2026-11-04', fuzhou, 'ProposeRevocation', { reasons: '再次报复,情节严重' }),
    second('2026-11-06', department, 'ConfirmRevocation'),
  ];
}

/** Told before the working days of the year were published. */
function recomputed(): readonly Step[] {
  const step = about('recomputed-sanction');
  return [
    step('2026-01-09', fuzhou, 'OpenViolationCase', { ...opening, agencyId: 'agency-1' }),
    step('2026-01-12', fuzhou, 'NotifySanction', { proposes: 'PLATFORM_OPERATION_HOLD', facts: '阻挠有关人员向质量督导员反映情况' }),
    step('2026-01-26', fuzhou, 'WithdrawSanction', { reasons: '证据不足' }),
  ];
}

export const agencySanctionsStory: readonly Step[] = [...corrected(), ...withdrawn(), ...unspoken(), ...climbed(), ...recomputed()];
