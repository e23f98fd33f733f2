import type { WorkingNormEvent } from '#libs/agencies/working-norm.events';
import type { LegalDate } from '#libs/event-sourcing/event';

export interface LatestVersion {
  readonly version: number;
  readonly effectiveFrom: LegalDate;
}

/** Latest versions of what one keeper has published. */
export interface WorkingNorms {
  readonly norm?: LatestVersion;
  readonly requirements?: LatestVersion;
}

export const NO_NORMS: WorkingNorms = {};

export function evolveWorkingNorms(norms: WorkingNorms, event: WorkingNormEvent): WorkingNorms {
  const { version, effectiveFrom } = event.data;
  switch (event.type) {
    case 'WorkingNormPublished':
      return { ...norms, norm: { version, effectiveFrom } };
    case 'InternalRequirementsPublished':
      return { ...norms, requirements: { version, effectiveFrom } };
  }
}
