import type { WorkingNormEvent } from '#libs/agencies/working-norm.events';
import type { Feed } from '#libs/event-sourcing/feed';

const NORM = { by: true, organisation: true, version: true, effectiveFrom: true } as const;

/** That a norm is in force, and of whom; its words are read in the register. */
export const workingNormFeed: Feed<WorkingNormEvent> = { WorkingNormPublished: NORM, InternalRequirementsPublished: NORM };
