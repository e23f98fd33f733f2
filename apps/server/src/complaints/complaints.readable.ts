import type { Readable } from '#apps/server/src/http/readable';
import { type ComplaintFile, complaintFile } from '#libs/complaints/complaint.view';

/** Neither the agency complained of nor a supervisor ever reads a complaint. */
export const complaintFiles: Readable<ComplaintFile> = { view: complaintFile, sight: { area: 'holder' }, category: 'complaint' };
