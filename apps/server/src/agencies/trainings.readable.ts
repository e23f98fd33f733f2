import type { Readable } from '#apps/server/src/http/readable';
import { type TrainingFile, trainingFile } from '#libs/agencies/training.view';

export const trainingFiles: Readable<TrainingFile> = { view: trainingFile, sight: { area: 'area', agency: 'agencyId', industry: 'departmentId' }, category: 'training' };
