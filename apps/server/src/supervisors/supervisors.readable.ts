import type { Readable } from '#apps/server/src/http/readable';
import { supervisorShownTo, supervisorToldTo } from '#libs/supervisors/supervisor-release.view';
import { type SupervisorEntry, supervisorRegister } from '#libs/supervisors/supervisor.view';

export const supervisors: Readable<SupervisorEntry> = {
  view: supervisorRegister,
  sight: { area: 'area', agency: 'agencyId', industry: 'departmentId', person: 'personId' },
  category: 'supervisor',
  release: { shown: supervisorShownTo, told: supervisorToldTo },
};
