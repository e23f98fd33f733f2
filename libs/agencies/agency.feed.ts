import type { AgencyEvent } from '#libs/agencies/agency.events';
import type { Feed } from '#libs/event-sourcing/feed';

/** The register of agencies is open. */
export const agencyFeed: Feed<AgencyEvent> = {
  AgencyRegistered: { name: true, agencyType: true, division: true, area: true, isCentralBranch: true, filedOn: true },
  TrainingDueReminded: '培训提醒只给该机构和所辖中心',
};
