import type { Context, Lookup } from '#libs/event-sourcing/decider';
import { require, type Rule } from '#libs/event-sourcing/rule';
import type { SupervisorGround } from '#libs/regulation/codes';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import type { AssessmentEvent, FailDecisionTaken } from '#libs/supervisors/assessment.events';
import { type Assessment, type AssessmentState, evolveAssessment } from '#libs/supervisors/assessment.evolve';
import { type CaseFacts, gatherCase } from '#libs/supervisors/case-facts.evolve';
import type { Credential } from '#libs/supervisors/credential.evolve';
import type { AssessmentInput, GroundsInput } from '#libs/supervisors/sanction.commands';
import type { AssessmentCause, Finding, GroundsCause, SanctionCause } from '#libs/supervisors/sanction.events';
import { groundRules, sanctionRules } from '#libs/supervisors/sanction.rules';

/** What a sanction rests on. */
interface Caused {
  readonly grounds?: GroundsInput;
  readonly assessment?: AssessmentInput;
}

export interface KnownCauses {
  /** What the cited supervisions say, by id of the case. */
  readonly cases: Readonly<Record<string, CaseFacts>>;
  /** The cited assessment file. */
  readonly file: AssessmentState;
}

export async function gatherCauses({ grounds, assessment }: Caused, _state: unknown, lookup: Lookup): Promise<KnownCauses> {
  const ids = (grounds?.findings ?? []).flatMap(({ caseId }) => caseId ?? []);
  const cases = await Promise.all(ids.map(async (caseId) => [caseId, await gatherCase(caseId, lookup)] as const));
  const file = assessment && (await lookup.fold<AssessmentState, AssessmentEvent>(`assessment-${assessment.assessmentId}`, undefined, evolveAssessment));
  return { cases: Object.fromEntries(cases), file };
}

type SanctionContext = Context<KnownCauses>;
type FailDecision = FailDecisionTaken['data']['decision'];
type Proof = (finding: Finding, context: SanctionContext, credential: Credential) => boolean;

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
  S6: [groundRules.LeakIsConfirmed, ({ leakVerification = '' }, _context, { leakVerifications }) => leakVerifications[leakVerification] === 'LEAK_CONFIRMED'],
  S7: [groundRules.RetaliationHasEvidence, evidenceIsEnough],
  S8: [groundRules.CatchAllHasSecondApprover, isApproved],
};

/** With what was already sanctioned in the term, so that a reader sees where serious circumstances are near. */
export function groundsCause({ findings, severity }: GroundsInput, credential: Credential, context: SanctionContext): GroundsCause {
  require(findings.length > 0, sanctionRules.SanctionNeedsGround);
  for (const finding of findings) {
    const [rule, proves] = grounds[finding.ground];
    const isDocumented = finding.description.trim() !== '' && finding.evidence.some((reference) => reference.trim() !== '');
    require(isDocumented && proves(finding, context, credential), rule);
  }
  const repeated = credential.groundsOfTerm.filter((ground) => findings.some((finding) => finding.ground === ground));
  return { kind: 'GROUNDS', findings, severity, ...(repeated.length > 0 && { repeated }) };
}

/** A cancellation that the issuer did not take up leaves the assessment to a suspension. */
const wasDismissed = ({ proposals }: Credential, assessmentNo: string): boolean =>
  proposals.some(({ cause, open }) => !open && cause.kind === 'ASSESSMENT_FAIL' && cause.assessmentNo === assessmentNo);

const isOwnFile = (file: AssessmentState, { actor, target }: SanctionContext): file is Assessment =>
  file?.supervisorId === target && file.dispatcher.by === actor.role && file.dispatcher.organisation === actor.organisation;

/** The failure, and the decision on it, are those of the acting body's own file of this supervisor. */
function assessmentCause({ assessmentNo }: AssessmentInput, decides: FailDecision, credential: Credential, context: SanctionContext): AssessmentCause {
  const { file } = context.known;
  const period = isOwnFile(file, context) ? file.periods.find((candidate) => candidate.assessmentNo === assessmentNo) : undefined;
  require(period?.result === 'FAIL' && period.concludedOn !== undefined, sanctionRules.AssessmentIsFailed, assessmentNo);
  require(!credential.assessments.includes(assessmentNo), sanctionRules.AssessmentHasOneDecision, assessmentNo);
  const follows = period.failDecision === decides || (period.failDecision !== undefined && wasDismissed(credential, assessmentNo));
  require(follows, sanctionRules.AssessmentDecisionIsTaken, assessmentNo);
  return { kind: 'ASSESSMENT_FAIL', assessmentNo, concludedOn: period.concludedOn };
}

/** Grounds of 第四章一 or a failed assessment: each has its own consequences, so a decision rests on one of the two. */
export function causeOf({ grounds: given, assessment }: Caused, decides: FailDecision, credential: Credential, context: SanctionContext): SanctionCause {
  require((given === undefined) !== (assessment === undefined), sanctionRules.SanctionNeedsGround);
  return assessment === undefined ? groundsCause(given as GroundsInput, credential, context) : assessmentCause(assessment, decides, credential, context);
}
