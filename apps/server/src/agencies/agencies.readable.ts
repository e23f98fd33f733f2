import type { Readable } from '#apps/server/src/http/readable';
import { type AgencyDocument, agencyEntryOf, agencyRegister } from '#libs/agencies/agency.view';

/** 机构名册 is open to whoever may use the system: a supervisor must know whom they visit. */
export const agencies: Readable<AgencyDocument> = {
  view: agencyRegister,
  sight: { open: true },
  category: 'agency',
  release: { shown: agencyEntryOf, told: (events) => events },
};
