import type { Readable } from '#apps/server/src/http/readable';
import type { AgencySanctionEvent } from '#libs/agencies/agency-sanction.events';
import { type AgencySanctionFile, agencySanctionFile } from '#libs/agencies/agency-sanction.view';
import { afterServed, type ServedSanction, servedSanction, servedToAgency } from '#libs/agencies/served-sanction.view';
import type { Actor, Recorded } from '#libs/event-sourcing/event';

/** The whole case, for the centre of the area, the province and the auditors. */
const files: Readable<AgencySanctionFile> = { view: agencySanctionFile, sight: { area: 'area' }, category: 'agencysanction' };

/** The case for the agency: what it was served. */
const served: Readable<ServedSanction> = {
  view: servedSanction,
  sight: { agency: 'agencyId' },
  category: 'agencysanction',
  release: {
    shown: (document) => document,
    told: servedToAgency,
    afterTold: (document, event, sanctionId) => afterServed(document, event as unknown as Recorded<AgencySanctionEvent>, sanctionId),
    numbersItself: true,
  },
};

/** What this actor reads of a sanction case. */
export const sanctionsFor = ({ role }: Actor): Readable<object> => (role === 'AGENCY' ? served : files) as unknown as Readable<object>;
