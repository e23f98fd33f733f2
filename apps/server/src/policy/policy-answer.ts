import type { LegalDate } from '#libs/event-sourcing/event';
import type { PolicyVersion } from '#libs/policy/policy.events';
import type { PolicyRegister } from '#libs/policy/policy.view';
import { FJ_2021 } from '#libs/regulation/parameter-list';
import { parameterDetail, type ParameterName, versionOn } from '#libs/regulation/parameters';

/** A version, from its first day to its last; the Measures' own has no changes. */
interface PolicyLine {
  readonly version: string;
  readonly validFrom: LegalDate;
  readonly validUntil?: LegalDate;
  readonly bases: readonly string[];
  readonly changes: PolicyVersion['changes'];
}

/** A parameter as facts of the day are judged by it. */
interface ParameterLine {
  readonly name: string;
  /** As text. */
  readonly value: string;
  readonly unit: string;
  readonly basis: string;
  readonly source: 'text' | 'parameter';
}

export interface PolicyAnswer {
  readonly on: LegalDate;
  /** The version in force on the day; absent before the Measures were issued. */
  readonly inForce?: string;
  readonly versions: readonly PolicyLine[];
  readonly parameters: readonly ParameterLine[];
  /** What waits for a second person; told to those who oversee. */
  readonly proposal?: PolicyVersion & { readonly by: string };
}

const NAMES = Object.keys(FJ_2021) as readonly ParameterName[];

export function policyAnswer({ policies, approved, proposal }: PolicyRegister, on: LegalDate, isTold: boolean): PolicyAnswer {
  const inForce = versionOn(on, policies);
  const versions = policies.map(({ version, validFrom, validUntil }): PolicyLine => {
    const { bases = [], changes = [] } = approved.find((one) => one.version === version) ?? {};
    return { version, validFrom, ...(validUntil !== undefined && { validUntil }), bases, changes };
  });
  const parameters = inForce === undefined ? [] : NAMES.map((name): ParameterLine => {
    const { value, unit, basis, source } = parameterDetail(name, on, policies);
    return { name, value: String(value), unit, basis, source };
  });
  return { on, ...(inForce !== undefined && { inForce }), versions, parameters, ...(isTold && proposal !== undefined && { proposal }) };
}
