import type { Context, Lookup } from '#libs/event-sourcing/decider';
import { require, type Rule } from '#libs/event-sourcing/rule';
import type { SupervisorGround } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import { type CaseFacts, gatherCase } from '#libs/supervisors/case-facts.evolve';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { isDay } from '#libs/supervisors/guards.decide';
import type { AssessmentInput, GroundsInput } from '#libs/supervisors/sanction.commands';
import type { AssessmentCause, Finding, GroundsCause, SanctionCause } from '#libs/supervisors/sanction.events';
import { groundRules, sanctionRules } from '#libs/supervisors/sanction.rules';

/** What the cited supervisions say, by id of the case. */
export interface KnownCases {
  readonly cases: Readonly<Record<string, CaseFacts>>;
}

export async function gatherCases(grounds: GroundsInput | undefined, lookup: Lookup): Promise<KnownCases> {
  const ids = (grounds?.findings ?? []).flatMap(({ caseId }) => caseId ?? []);
  const cases = await Promise.all(ids.map(async (caseId) => [caseId, await gatherCase(caseId, lookup)] as const));
  return { cases: Object.fromEntries(cases) };
}

type SanctionContext = Context<KnownCases>;
type Proof = (finding: Finding, context: SanctionContext) => boolean;

const citedCase = ({ caseId = '' }: Finding, { known }: SanctionContext): CaseFacts | undefined => known.cases[caseId];

const isUnassignedOrUnjustified: Proof = (finding, context) =>
  finding.form === 'UNASSIGNED' ||
  (finding.form === 'UNJUSTIFIED_DECLINE' && (citedCase(finding, context)?.unjustified.includes(context.target) ?? false));

const wasDenied: Proof = (finding, context) =>
  finding.relation !== undefined && (citedCase(finding, context)?.denied[context.target]?.includes(finding.relation) ?? false);

const isApproved: Proof = ({ description, approvedBy = '' }, { actor, now }) =>
  [...description.trim()].length >= parameter('catchAll.minimumCharacters', legalDateOf(now)) && approvedBy !== '' && approvedBy !== actor.person;

const evidenceIsEnough: Proof = () => true;

/** What each ground needs beside a description and evidence, and the rule that says so. */
const grounds: Readonly<Record<SupervisorGround, readonly [Rule, Proof]>> = {
  S1: [groundRules.UnassignedOrUnjustified, isUnassignedOrUnjustified],
  S2: [groundRules.DeclarationDeniedTheRelation, wasDenied],
  S3: [groundRules.NeglectHasEvidence, evidenceIsEnough],
  S4: [groundRules.AbuseHasEvidence, evidenceIsEnough],
  S5: [groundRules.FraudHasEvidence, evidenceIsEnough],
  S6: [groundRules.LeakIsConfirmed, ({ leakVerification = '' }) => leakVerification !== ''],
  S7: [groundRules.RetaliationHasEvidence, evidenceIsEnough],
  S8: [groundRules.CatchAllHasSecondApprover, isApproved],
};

export function groundsCause({ findings, severity }: GroundsInput, context: SanctionContext): GroundsCause {
  require(findings.length > 0, sanctionRules.SanctionNeedsGround);
  for (const finding of findings) {
    const [rule, proves] = grounds[finding.ground];
    const isDocumented = finding.description.trim() !== '' && finding.evidence.some((reference) => reference.trim() !== '');
    require(isDocumented && proves(finding, context), rule);
  }
  return { kind: 'GROUNDS', findings, severity };
}

function assessmentCause({ assessmentNo, result, concludedOn }: AssessmentInput, credential: Credential, { now }: SanctionContext): AssessmentCause {
  require(result === 'FAIL' && isDay(concludedOn) && concludedOn <= legalDateOf(now), sanctionRules.AssessmentIsFailed);
  require(!credential.assessments.includes(assessmentNo), sanctionRules.AssessmentHasOneDecision, assessmentNo);
  return { kind: 'ASSESSMENT_FAIL', assessmentNo, concludedOn };
}

interface Caused {
  readonly grounds?: GroundsInput;
  readonly assessment?: AssessmentInput;
}

/** Grounds of 第四章一 or a failed assessment: each has its own consequences, so a decision rests on one of the two. */
export function causeOf({ grounds: given, assessment }: Caused, credential: Credential, context: SanctionContext): SanctionCause {
  require((given === undefined) !== (assessment === undefined), sanctionRules.SanctionNeedsGround);
  return assessment === undefined ? groundsCause(given as GroundsInput, context) : assessmentCause(assessment, credential, context);
}
