import type { ConcludeComplaint, DecideDisposal, ReceiveComplaint, ReportFindings } from '#libs/complaints/complaint.commands';
import type { Outcome } from '#libs/event-sourcing/envelope';
import { caseNow, clerk, onDay } from '#libs/simulation/case-steps';
import type { SimulatedCase } from '#libs/simulation/cases';
import { workingDay } from '#libs/simulation/office-hours';
import { send, type Story } from '#libs/simulation/story';

const complaintIdOf = ({ openedOn, no }: SimulatedCase): string => `举报-${openedOn.slice(0, 4)}-${no + 1}`;
const act = <C extends object>(one: SimulatedCase, name: string, body: C): Story<Outcome> => send(clerk(one), name, complaintIdOf(one), body);

/** 收到, 登记, 受理 and 告知: the complaint for which the case is opened. Returns its id. */
export function* complaintStory(one: SimulatedCase): Story<string> {
  const { agency } = one;
  const body: ReceiveComplaint = { channel: 'PHONE', isAnonymous: false, agencyId: agency.agencyId, content: '反映认定中有人替考', accused: [] };
  yield* act(one, 'ReceiveComplaint', body);
  yield* act(one, 'RegisterComplaint', {});
  yield* act(one, 'AcceptComplaint', {});
  yield* act(one, 'NotifyReporter', { text: '您反映的情况已受理' });
  return complaintIdOf(one);
}

const CONCLUSIONS = { PROBLEM: 'SUBSTANTIATED', CONFORMS: 'UNSUBSTANTIATED' } as const;

/** 启动调查核实, and what the group has found by the 38th working day, within the sixty days that a complaint may take. */
export function* investigationStory(one: SimulatedCase): Story {
  const { caseId, openedOn } = one;
  yield* act(one, 'OpenInvestigation', { caseId });
  yield* onDay(one, workingDay(openedOn, 38));
  const found = (yield* caseNow(one)).opinion.preliminary?.findings.find(({ item }) => item === 'C3');
  const findings: ReportFindings = { caseId, findings: found?.facts ?? '尚无足以认定的材料' };
  yield* act(one, 'ReportFindings', findings);
  const concluded: ConcludeComplaint = { conclusion: found === undefined ? 'UNVERIFIABLE' : CONCLUSIONS[found.result], reasons: '依据专项督导情况' };
  yield* act(one, 'ConcludeComplaint', concluded);
  const disposal: DecideDisposal = { disposal: '纳入质量督导意见书', records: [`case-${caseId}`] };
  if (found?.result === 'PROBLEM') yield* act(one, 'DecideDisposal', disposal);
  yield* act(one, 'AnswerReporter', { text: '您反映的情况已调查核实' });
  yield* act(one, 'CloseComplaint', {});
}
