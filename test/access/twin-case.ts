import type { CaseEvent } from '#libs/cases/case.events';
import type { Told } from '#libs/cases/case-story';

/** Facts that the supervised agency is never told of: another history may have them or not. */
const NEVER_TOLD: readonly CaseEvent['type'][] = [
  'SupervisorsDrawn', 'SubstituteSeated', 'SeatLeftVacant', 'AssignmentAccepted', 'AssignmentReminded', 'AssignmentDeclined', 'AssignmentUnanswered', 'DeclineJudged',
  'PreliminaryOverdue', 'OpinionOverdue', 'VerificationOverdue', 'MattersDefined',
  'CovertInspectionOrdered', 'EvidenceAdded', 'RewardOrPenaltyRecommended', 'ObstructionReported', 'ImproperRequestReported', 'ResearchReported', 'CaseLinkedToSanction',
];
/** Facts that nobody outside knows of until another is told. */
const UNTIL: { readonly [T in CaseEvent['type']]?: CaseEvent['type'] } = {
  PreliminaryOpinionFormed: 'PreliminaryOpinionDelivered', DefenceAnalysed: 'OpinionDelivered', OpinionIssued: 'OpinionDelivered',
};

type Opening = Extract<Told, { readonly type: 'SupervisionNoticeServed' | 'InspectionDisclosed' }>;
/** By which the agency first hears of the case. */
const opens = (fact: Told): fact is Opening => fact.type === 'SupervisionNoticeServed' || fact.type === 'InspectionDisclosed';

const secret = (dice: number, what: string): string => `${what}密${dice}`;
const other = (fact: Told, data: object): Told => ({ ...fact, data: { ...fact.data, ...data } }) as Told;
const file = (dice: number) => ({ evidenceId: `ev-secret-${dice}`, title: secret(dice, '材料'), sha256: 'c'.repeat(64), classification: 'WORK_SECRET' as const });

/** Members that are secret as a whole. */
const SECRETS: { readonly [T in CaseEvent['type']]?: (dice: number) => object } = {
  SpecialSupervisionOpened: (dice) => ({ targetSelection: dice % 2 === 0 ? 'COMPLAINT' : 'RISK', reason: secret(dice, '举报') }),
  MattersWidened: (dice) => ({ reason: secret(dice, '线索'), complaintRef: `举报${dice}` }),
  CovertInspectionOrdered: (dice) => ({ reason: secret(dice, '密报') }),
  InspectionDisclosed: (dice) => ({ cardFlag: dice % 2 === 0 ? 'MISMATCH' : 'MISSING' }),
  ViewsHeard: (dice) => ({ minutes: secret(dice, '谈话'), evidence: [file(dice)] }),
  CaseClosed: (dice) => ({ summary: secret(dice, '归档') }),
};

/** The fact with other secrets: what the agency reads of it stays. */
function otherSecrets(fact: Told, dice: number): Told {
  switch (fact.type) {
    case 'SupervisorRecused':
      return fact.data.raisedBy === 'AGENCY' ? fact : other(fact, { reason: 'NEAR_RELATIVE_OF_HEAD', detail: secret(dice, '亲属'), drawId: `d-${dice}` });
    case 'OnSiteEnded':
      return other(fact, { summary: secret(dice, '现场'), evidence: [...fact.data.evidence, file(dice)] });
    case 'PreliminaryOpinionFormed': {
      const votes = fact.data.votes.map((cast) => ({ ...cast, vote: 'AGAINST' as const, dissent: secret(dice, '异议') }));
      const findings = fact.data.findings.map((finding) => ({ ...finding, evidenceIds: [...finding.evidenceIds, file(dice).evidenceId] }));
      return other(fact, { votes, findings });
    }
    default:
      return other(fact, SECRETS[fact.type]?.(dice) ?? {});
  }
}

/** Facts that the other history has besides, of kinds that the agency is never told of. */
function besides(facts: readonly Told[], { occurredAt }: Told, dice: number): readonly Told[] {
  const person = { supervisorId: `s-${dice}`, personId: `p-${dice}` };
  const due = facts.flatMap((fact) => (opens(fact) ? [fact.data.selfReportDue] : []))[0];
  const late = (['PreliminaryOverdue', 'OpinionOverdue', 'VerificationOverdue'] as const)[dice % 3] ?? 'OpinionOverdue';
  return [{ type: 'AssignmentReminded', data: person, occurredAt }, ...(due === undefined ? [] : [{ type: late, data: { due }, occurredAt }])];
}

/** Whether the agency has not been told, and will not be in this history. */
function isUntold(facts: readonly Told[], index: number): boolean {
  const type = facts[index]?.type;
  const until = type === undefined ? undefined : UNTIL[type];
  return until !== undefined && !facts.slice(index).some((later) => later.type === until);
}

/** A history that differs from this one in all that is secret, by the dice, and in nothing else. */
export function twinOf(facts: readonly Told[], dice: readonly number[]): readonly Told[] {
  const isKnown = facts.some(opens);
  const opened = facts.findIndex(opens);
  return facts.flatMap((fact, index) => {
    const die = dice[index % dice.length] ?? 0;
    const mayGo = index > 0 && (!isKnown || NEVER_TOLD.includes(fact.type) || (index < opened && fact.type === 'OnSiteStarted') || isUntold(facts, index));
    if (mayGo && die % 2 === 0) return [];
    const twin = otherSecrets(fact, die);
    return die % 5 === 0 ? [twin, ...besides(facts, fact, die)] : [twin];
  });
}
