import type { ViolationInput } from '#libs/agencies/agency-sanction.commands';
import type { Violation } from '#libs/agencies/agency-sanction.events';
import { agencyGroundRules, agencySanctionRules } from '#libs/agencies/agency-sanction.rules';
import { readSupervision, type SupervisionFacts, wasDenied } from '#libs/agencies/supervision-facts.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { LegalDate } from '#libs/event-sourcing/event';
import { require, type Rule } from '#libs/event-sourcing/rule';
import type { AgencyGround } from '#libs/regulation/codes';
import { parameter } from '#libs/regulation/parameters';

/** What the cited supervisions say, by their stream. */
export interface KnowsSupervisions {
  readonly supervisions: Readonly<Record<string, SupervisionFacts>>;
}

export async function gatherSupervisions(violations: readonly ViolationInput[], lookup: Lookup): Promise<KnowsSupervisions> {
  const streams = violations.flatMap(({ supervision }) => supervision ?? []);
  return { supervisions: Object.fromEntries(await Promise.all(streams.map(async (stream) => [stream, await readSupervision(stream, lookup)] as const))) };
}

interface Case extends KnowsSupervisions {
  readonly agencyId: string;
  readonly today: LegalDate;
}
type Proof = (violation: Violation, about: Case) => boolean;

const supervisionOf = ({ supervision = '' }: Violation, { supervisions, agencyId }: Case): SupervisionFacts | undefined => {
  const facts = supervisions[supervision];
  return facts?.agencyId === agencyId ? facts : undefined;
};
const holds = (violation: Violation, about: Case, said: (facts: SupervisionFacts) => boolean): boolean => {
  const facts = supervisionOf(violation, about);
  return facts !== undefined && said(facts);
};
const evidenceIsEnough: Proof = () => true;

/** What each ground needs beside a description and evidence, and the rule that says so. */
const GROUNDS: Readonly<Record<AgencyGround, readonly [Rule, Proof]>> = {
  G1: [agencyGroundRules.RefusalIsOnRecord, (violation, about) => holds(violation, about, (facts) => wasDenied(facts, about.today))],
  G2: [agencyGroundRules.HindranceHasEvidence, evidenceIsEnough],
  G3: [agencyGroundRules.OpinionWasNotFollowed, (violation, about) => holds(violation, about, ({ refusedToRectify }) => refusedToRectify)],
  G4: [agencyGroundRules.DeceptionHasEvidence, evidenceIsEnough],
  G5: [agencyGroundRules.ReprisalHasEvidence, evidenceIsEnough],
  G6: [agencyGroundRules.OtherConductIsDescribed, ({ description }, { today }) => [...description.trim()].length >= parameter('catchAll.minimumCharacters', today)],
};

/** Refuses a ground that is not proven. */
export function requireProven(violations: readonly Violation[], about: Case): void {
  require(violations.length > 0, agencySanctionRules.SanctionNeedsAgencyGround);
  for (const violation of violations) {
    const [rule, proves] = GROUNDS[violation.ground];
    const isDocumented = violation.description.trim() !== '' && violation.evidence.some((reference) => reference.trim() !== '');
    require(isDocumented && proves(violation, about), rule);
  }
}
