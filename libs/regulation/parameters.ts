import type { LegalDate } from '#libs/event-sourcing/event';
import { FJ_2021, type ParameterSpec } from '#libs/regulation/parameter-list';

export type ParameterName = keyof typeof FJ_2021;
export type ParameterValue<N extends ParameterName> = (typeof FJ_2021)[N]['value'];

/** A set of parameters that holds from one day to another, like the text it belongs to. */
export interface Policy {
  readonly version: string;
  /** First day on which facts are judged by it. */
  readonly validFrom: LegalDate;
  /** Last day; absent while no later version has replaced it. */
  readonly validUntil?: LegalDate;
  readonly parameters: { readonly [N in ParameterName]: ParameterSpec<ParameterValue<N>> };
}

/** The Measures are 试行 from the day of issue, without an end (R5.2-1). */
export const POLICIES: readonly Policy[] = [{ version: 'FJ-2021', validFrom: '2021-08-03', parameters: FJ_2021 }];

export interface Parameter<N extends ParameterName = ParameterName> extends ParameterSpec<ParameterValue<N>> {
  readonly name: N;
  readonly policy: string;
  readonly validFrom: LegalDate;
}

/** What is asked for where no policies are given. */
let standing = POLICIES;

/** Runs the work with these policies standing. It must not wait: what goes on later is under what stands then. */
export function underPolicies<T>(policies: readonly Policy[], work: () => T): T {
  const before = standing;
  standing = policies;
  try {
    return work();
  } finally {
    standing = before;
  }
}

const findOn = (onDate: LegalDate, policies: readonly Policy[]): Policy | undefined =>
  policies.findLast(({ validFrom, validUntil }) => validFrom <= onDate && (validUntil === undefined || onDate <= validUntil));

/** Name of the policy in force on a day; undefined for a day before the first. */
export const versionOn = (onDate: LegalDate, policies: readonly Policy[] = standing): string | undefined => findOn(onDate, policies)?.version;

/** The policy in force on a day. Throws RangeError for a day before the first: such facts are not judged at all. */
export function policyOn(onDate: LegalDate, policies: readonly Policy[] = standing): Policy {
  const found = findOn(onDate, policies);
  if (found === undefined) throw new RangeError(`no policy is in force on ${onDate}`);
  return found;
}

/** A parameter with where it comes from, as it holds on the day. */
export function parameterDetail<N extends ParameterName>(name: N, onDate: LegalDate, policies: readonly Policy[] = standing): Parameter<N> {
  const { version, validFrom, parameters } = policyOn(onDate, policies);
  return { name, ...parameters[name], policy: version, validFrom };
}

/** The value of a parameter on a day. */
export const parameter = <N extends ParameterName>(name: N, onDate: LegalDate, policies: readonly Policy[] = standing): ParameterValue<N> =>
  policyOn(onDate, policies).parameters[name].value;
