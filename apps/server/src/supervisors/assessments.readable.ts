import type { Readable } from '#apps/server/src/http/readable';
import { assessmentShownTo, assessmentToldTo } from '#libs/supervisors/assessment-release.view';
import { type AssessmentFile, assessmentFile } from '#libs/supervisors/assessment.view';

/** Only the body that dispatched, the province and the supervisor themselves read a file: no other centre does. */
export const assessments: Readable<AssessmentFile> = {
  view: assessmentFile,
  sight: { area: 'center', agency: 'agencyId', industry: 'departmentId', person: 'personId' },
  category: 'assessment',
  release: { shown: assessmentShownTo, told: assessmentToldTo },
};
