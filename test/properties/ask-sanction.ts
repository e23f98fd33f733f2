import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import type { AgencySanctionLevel } from '#libs/agencies/agency-sanction.events';
import { type AgencySanctionStage, stageOf } from '#libs/agencies/agency-sanction.stage';
import { system } from '#libs/cases/case-story';
import type { Actor } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { department } from '#libs/supervisors/supervisor-story';
import { type Ask, ask } from '#test/properties/ask';
import { AGENCIES, centerOf, chosen, schoolOf } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const SANCTIONS = ['sanction-a', 'sanction-b'] as const;
const CENTERS = ['3501', '3501', 'FJ', '3502', 'PT'] as const;
const HIGHER = ['PUBLIC_CRITICISM', 'QUALIFICATION_REVOCATION'] as const;

const violation = (dice: number) => ({
  ground: chosen(['G2', 'G4', 'G6', 'G3'], dice), description: '多次在督导期间切断考场网络致使远程督导无法进行', evidence: ['ev-1'],
});

const proposalFor = (state: AgencySanctionCase | undefined, dice: number): AgencySanctionLevel =>
  state?.level === undefined && dice % 3 > 0 ? 'PLATFORM_OPERATION_HOLD' : chosen(HIGHER, dice);

function papers(id: string, { today }: Scene, dice: number, state: AgencySanctionCase | undefined) {
  const center = centerOf(state?.center ?? chosen(CENTERS, dice));
  const agencyId = state?.agencyId ?? (dice % 3 > 0 ? 'agency-1' : chosen(AGENCIES, dice).agencyId);
  const by = (name: string, body: object = {}): Ask => ask(center, name, id, body);
  const bySchool = (name: string, body: object = {}): Ask => ask(schoolOf(agencyId), name, id, body);
  const reviewer: Actor = { ...center, person: `reviewer-${center.organisation}` };
  const reply = dice % 4 === 0 ? {} : { replyToStatement: '不予采纳' };
  const correctionDueOn = addDays(today, dice % 20);
  return {
    open: by('OpenViolationCase', { agencyId, violations: [violation(dice)], severity: chosen(['ORDINARY', 'SERIOUS'], dice), severityReasons: '有录像', persons: [] }),
    approve: ask(dice % 4 === 0 ? center : reviewer, 'ApproveCatchAllGround', id, { reasons: '属实' }),
    notify: by('NotifySanction', { proposes: proposalFor(state, dice), facts: '切断网络' }),
    speak: bySchool('SubmitStatement', { text: '并非有意', evidence: [] }),
    waive: bySchool('WaiveStatement'),
    hold: by('HoldPlatformOperation', { reasons: '事实清楚', demands: ['恢复网络'], correctionDueOn, ...reply, ...(dice % 5 === 0 ? { withoutNotice: '紧急' } : {}) }),
    withdraw: ask(dice % 2 === 0 ? center : centerOf('FJ'), 'WithdrawSanction', id, { reasons: '证据不足' }),
    correct: bySchool('SubmitCorrection', { report: '已改正', evidence: [] }),
    accept: by('AcceptCorrection', { conclusion: '到位' }),
    giveBack: by('ReturnCorrection', { reasons: '未见制度', correctionDueOn }),
    remind: by('RemindCorrection', { text: '请改正' }),
    refuse: by('RecordCorrectionRefusal', { ground: chosen(['EXPRESS_REFUSAL', 'OVERDUE_AFTER_REMINDER'], dice), reasons: '拒绝' }),
    criticise: by('CriticiseAgency', { reasons: '事实清楚', demands: ['恢复网络'], correctionDueOn, persons: [{ person: 'staff-1', responsibility: 'DIRECT' }], addressee: { kind: 'SUPERIOR_UNIT', name: '样例集团' }, recommendation: '给予处分', ...reply }),
    ask: bySchool('RequestHearing', { reasons: '要求当面陈述' }),
    hear: by('HoldHearing', { heldOn: today, summary: '听取意见' }),
    propose: by('ProposeRevocation', { reasons: '事实清楚', ...reply }),
    confirm: ask(department, 'ConfirmRevocation', id),
    reject: ask(department, 'RejectRevocation', id, { reasons: '情节未至于此' }),
    lapse: ask(system, 'LapseStatement', id),
    flag: ask(system, chosen(['FlagCorrectionOverdue', 'FlagCorrectionDecisionOverdue'], dice), id),
  };
}

type Paper = keyof ReturnType<typeof papers>;

const WAITS_FOR: Readonly<Record<AgencySanctionStage, readonly Paper[]>> = {
  OPENED: ['notify', 'notify', 'notify', 'hold'],
  NOTIFIED: ['speak', 'waive', 'waive', 'ask'],
  CORRECTING: ['correct', 'correct', 'remind', 'refuse', 'refuse', 'notify'],
  CORRECTION_SUBMITTED: ['accept', 'giveBack'],
  CORRECTION_REFUSED: ['correct', 'notify', 'notify'],
  REVOCATION_PROPOSED: ['confirm', 'reject', 'reject'],
  REVOKED: ['withdraw', 'notify', 'correct'],
  RESUMED: ['withdraw', 'correct'],
  WITHDRAWN: ['withdraw'],
};

const DECISIONS: Readonly<Record<AgencySanctionLevel, readonly Paper[]>> = {
  PLATFORM_OPERATION_HOLD: ['hold'], PUBLIC_CRITICISM: ['criticise'], QUALIFICATION_REVOCATION: ['propose', 'propose', 'ask', 'hear'],
};

function waitingFor(state: AgencySanctionCase): readonly Paper[] {
  if (state.ended === undefined && state.approvalPending) return ['approve'];
  const { notice } = state;
  return notice === undefined || notice.statement === 'OPEN' ? WAITS_FOR[stageOf(state)] : DECISIONS[notice.proposes];
}

export function askOfSanction(scene: Scene, dice: number, isNatural: boolean): Ask {
  const id = chosen(SANCTIONS, dice % 5 === 0 ? 1 : 0);
  const state = scene.states.of('agencysanction', id);
  const all = papers(id, scene, Math.floor(dice / 5), state);
  if (state === undefined && isNatural) return all.open;
  const waiting = state !== undefined && isNatural ? waitingFor(state) : (Object.keys(all) as Paper[]);
  return all[chosen(waiting, Math.floor(dice / 5))];
}
