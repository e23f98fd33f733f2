import { requireAnyCenter } from '#libs/access/policy';
import { accessRules } from '#libs/access/access.rules';
import { require } from '#libs/event-sourcing/rule';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';
import { gatherCase } from '#libs/supervisors/case-facts.evolve';
import { credentialOf } from '#libs/supervisors/guards.decide';
import type { KnownCauses } from '#libs/supervisors/sanction-cause.decide';
import { requireDispatcher, requireSanctionable } from '#libs/supervisors/sanction-decision.decide';
import type { ConcludeLeakVerification } from '#libs/supervisors/leak.commands';
import type { SanctionRule } from '#libs/supervisors/sanction.decide';
import { groundRules } from '#libs/supervisors/sanction.rules';

/** By a centre: a leak is found by others than the body that employs the person. */
const concludeLeakVerification: SanctionRule<ConcludeLeakVerification, KnownCauses> = {
  gather: async ({ caseId }, _state, lookup) => ({ cases: caseId === undefined ? {} : { [caseId]: await gatherCase(caseId, lookup) }, file: undefined }),
  authorise: (_command, state, context) => {
    requireAnyCenter(context.actor, accessRules.OnlyDispatchingBodiesDispatch);
    requireDispatcher(context.actor, credentialOf(state), context);
  },
  decide: ({ verificationNo, result, findings, evidence, caseId }, state, { actor, now }) => {
    const credential = credentialOf(state);
    requireSanctionable(credential, legalDateOf(now));
    const isProven = findings.trim() !== '' && evidence.some((reference) => reference.trim() !== '');
    require(isProven && !(verificationNo in credential.leakVerifications), groundRules.LeakVerificationHasEvidence, verificationNo);
    const data = { verificationNo, result, findings, evidence, ...(caseId !== undefined && { caseId }), verifiedBy: actor.organisation as Area };
    return [{ type: 'LeakVerificationConcluded', data }];
  },
};

export const leakCommands = { ConcludeLeakVerification: concludeLeakVerification } as const;
