import type { Case } from '#libs/cases/case.evolve';
import { namesEachOnce } from '#libs/cases/case.guards';
import type { FormPreliminaryOpinion, IssueOpinion } from '#libs/cases/case-opinion.commands';
import type { Finding, ProposedDemand, Vote } from '#libs/cases/case-opinion.events';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import { groupMembers } from '#libs/cases/case-group.evolve';
import { require } from '#libs/event-sourcing/rule';
import type { LegalDate } from '#libs/event-sourcing/event';
import { isLegalDate } from '#libs/regulation/legal-date';
import { SEVERITIES } from '#libs/regulation/own-codes';

type Found = Pick<Finding, 'result' | 'severity'>;

const isProblem = ({ result }: Found): boolean => result === 'PROBLEM';
const gravity = ({ severity }: Found): number => (severity === undefined ? -1 : Object.keys(SEVERITIES).indexOf(severity));

const checkSeverities = (findings: readonly Found[]): void =>
  require(findings.every((finding) => isProblem(finding) === (finding.severity !== undefined)), opinionRules.ProblemHasItsSeverity);

/** 监督与指导并重: problems, or a research, without advice are half a result. */
function checkGuidance(findings: readonly Found[], guidance: readonly string[], { matters }: Case): void {
  require(guidance.length > 0 || !findings.some(isProblem), opinionRules.GuidanceAccompaniesProblems);
  require(guidance.length > 0 || !matters.some(({ item }) => item === 'C4'), opinionRules.ResearchEndsInRecommendations);
}

function checkVotes(votes: readonly Vote[], { group }: Case): void {
  const members = groupMembers(group).map(({ supervisorId }) => supervisorId);
  require(namesEachOnce(votes.map(({ supervisorId }) => supervisorId), members), opinionRules.EveryMemberVotes);
  require(votes.every(({ vote, dissent }) => vote !== 'AGAINST' || dissent !== undefined), opinionRules.DissentIsRecorded);
}

export function checkPreliminary({ findings, guidance, demands, votes }: FormPreliminaryOpinion, state: Case): void {
  const items = new Set(state.matters.map(({ item }) => item));
  const found = new Set(findings.map(({ item }) => item));
  require(items.isSubsetOf(found), opinionRules.EveryMatterHasAFinding);
  require(found.isSubsetOf(items), opinionRules.FindingsStayWithinTheMatters);
  checkSeverities(findings);
  checkGuidance(findings, guidance, state);
  const problems = findings.flatMap((finding, index) => (isProblem(finding) ? [index + 1] : []));
  require(demands.every(({ findingNos }) => findingNos.every((no) => problems.includes(no))), opinionRules.DemandsRestOnProblems);
  checkVotes(votes, state);
}

const isNoWorse = (finding: Found, before: Found | undefined): boolean => before !== undefined && gravity(finding) <= gravity(before);

const unique = (numbers: readonly number[]): boolean => new Set(numbers).size === numbers.length;

/** No new finding, no graver one, no new demand: the defence can only help (R3.4(三)). */
function checkNotWorse({ findings, demands }: IssueOpinion, { opinion: { preliminary } }: Case): void {
  const before = (no: number) => preliminary?.findings.find((finding) => finding.no === no);
  const milder = findings.every((finding) => isNoWorse(finding, before(finding.no)));
  const asked = (preliminary?.demands ?? []).map(({ no }) => no);
  const fewer = demands.every(({ no }) => asked.includes(no));
  const once = unique(findings.map(({ no }) => no)) && unique(demands.map(({ no }) => no));
  require(milder && fewer && once, opinionRules.DefenceNeverWorsensTheResult);
}

/** A demand stands while one of the problems it answers stands. */
function rests({ findingNos }: ProposedDemand, findings: IssueOpinion['findings']): boolean {
  return findings.some((finding) => isProblem(finding) && findingNos.includes(finding.no));
}

export function checkOpinion(command: IssueOpinion, state: Case, today: LegalDate): void {
  const { findings, demands, guidance } = command;
  checkSeverities(findings);
  checkNotWorse(command, state);
  checkGuidance(findings, guidance, state);
  const proposed = state.opinion.preliminary?.demands.filter(({ no }) => demands.some((demand) => demand.no === no)) ?? [];
  require(proposed.every((demand) => rests(demand, findings)), opinionRules.DemandsRestOnProblems);
  require(demands.every(({ dueOn }) => isLegalDate(dueOn) && dueOn > today), opinionRules.DemandsAreDated);
}
