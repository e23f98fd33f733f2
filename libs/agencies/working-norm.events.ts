import type { Fact, LegalDate } from '#libs/event-sourcing/event';

/** Who keeps a norm: a city's centre or an agency. */
export interface NormKeeper {
  readonly by: 'CENTER' | 'AGENCY';
  /** Area of the centre, or id of the agency. */
  readonly organisation: string;
}

/** One thing that is asked beyond the Measures. */
export interface Provision {
  /** Id of the rule of the Measures that it adds to; that rule stands. */
  readonly addsTo: string;
  readonly text: string;
}

interface Published extends NormKeeper {
  /** 1, 2 … of this keeper and kind. */
  readonly version: number;
  readonly title: string;
  /** SHA-256 of the text as published, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly effectiveFrom: LegalDate;
  readonly provisions: readonly Provision[];
}

/** 发布工作规范: a new version; the earlier ones stay readable. */
export type WorkingNormPublished = Fact<'WorkingNormPublished', Published>;

/** 发布规范管理内督要求: of an agency for its own internal supervisors. */
export type InternalRequirementsPublished = Fact<'InternalRequirementsPublished', Published>;

export type WorkingNormEvent = WorkingNormPublished | InternalRequirementsPublished;

export const workingNormBasis: Readonly<Record<WorkingNormEvent['type'], readonly string[]>> = {
  WorkingNormPublished: ['R5.1-1'],
  InternalRequirementsPublished: ['R3.3-5'],
};
