import type { Complaint, ComplaintStage } from '#libs/complaints/complaint.evolve';
import { system } from '#libs/cases/case-story';
import { type Ask, ask } from '#test/properties/ask';
import { AGENCIES, CASES, centerOf, chosen, COMPLAINTS } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const CENTERS = ['3501', '3501', 'FJ', '3502', 'PT'] as const;

function papers(id: string, { states }: Scene, dice: number, state: Complaint | undefined) {
  const holder = centerOf(state?.holder ?? chosen(CENTERS, dice));
  const by = (name: string, body: object = {}): Ask => ask(holder, name, id, body);
  const opened = Object.keys(state?.investigations ?? {});
  const caseId = chosen(opened.length > 0 ? opened : CASES, dice);
  const agencyId = states.of('agency', 'agency-1') !== undefined && dice % 4 > 0 ? 'agency-1' : chosen(AGENCIES, dice).agencyId;
  return {
    receive: by('ReceiveComplaint', { channel: 'PHONE', isAnonymous: dice % 3 === 0, agencyId, content: '考场内有人代考', accused: dice % 9 === 0 ? ['clerk-3501'] : [] }),
    register: by('RegisterComplaint'),
    transfer: by('TransferComplaint', { to: chosen(CENTERS, dice), reason: '由所在地中心办理' }),
    accept: by('AcceptComplaint'),
    reject: by('RejectComplaint', { reason: '属劳动争议' }),
    merge: by('MergeComplaint', { into: chosen(COMPLAINTS, dice), reason: '反映同一事项' }),
    notify: by('NotifyReporter', { text: '已受理' }),
    investigate: by('OpenInvestigation', { caseId: chosen(CASES, dice) }),
    find: by('ReportFindings', { caseId, findings: '监控可见两人互换座位' }),
    conclude: by('ConcludeComplaint', { conclusion: chosen(['SUBSTANTIATED', 'PARTLY', 'UNSUBSTANTIATED'], dice), reasons: '相互印证' }),
    dispose: by('DecideDisposal', { disposal: '约谈提醒', records: [`case-${caseId}`] }),
    answer: by('AnswerReporter', { text: '已作处理' }),
    extend: by('ExtendComplaint', { reason: '需要调取录像' }),
    close: by('CloseComplaint'),
    reopen: by('ReopenComplaint', { reason: '出现新证据' }),
    flagReceipt: ask(system, 'FlagReceiptOverdue', id),
    flagClosing: ask(system, 'FlagComplaintOverdue', id),
    recompute: ask(system, 'RecomputeComplaintDues', id),
  };
}

type Paper = keyof ReturnType<typeof papers>;

const WAITS_FOR: Readonly<Record<ComplaintStage, readonly Paper[]>> = {
  RECEIVED: ['register'],
  REGISTERED: ['accept', 'accept', 'accept', 'accept', 'reject', 'transfer', 'transfer', 'merge'],
  ACCEPTED: ['investigate', 'investigate', 'notify', 'extend', 'find', 'find', 'conclude', 'conclude'],
  NOT_ACCEPTED: ['notify', 'close'],
  MERGED: ['close'],
  CONCLUDED: ['dispose', 'dispose', 'answer', 'notify', 'close'],
  DISPOSED: ['answer', 'notify', 'close'],
  CLOSED: ['reopen'],
};

export function askOfComplaint(scene: Scene, dice: number, isNatural: boolean): Ask {
  const id = chosen(COMPLAINTS, dice % 5);
  const state = scene.states.of('complaint', id);
  const all = papers(id, scene, Math.floor(dice / 5), state);
  if (state === undefined && isNatural) return all.receive;
  const waiting = state !== undefined && isNatural ? WAITS_FOR[state.stage] : (Object.keys(all) as Paper[]);
  return all[chosen(waiting, Math.floor(dice / 5))];
}
