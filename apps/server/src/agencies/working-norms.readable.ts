import type { Readable } from '#apps/server/src/http/readable';
import { type WorkingNormEntry, workingNormRegister } from '#libs/agencies/working-norm.view';

/** Whoever is bound by a norm, or works with those who are, may read it. */
export const workingNorms: Readable<WorkingNormEntry> = { view: workingNormRegister, sight: { open: true }, category: 'norms' };
