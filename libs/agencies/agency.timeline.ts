import type { AgencyEvent } from '#libs/agencies/agency.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<AgencyEvent> = {
  AgencyRegistered: ({ name, area, isCentralBranch, filedOn }) =>
    `${name}于${chineseDate(filedOn)}备案(${AREA_NAMES[area]}${isCentralBranch ? ',中央在闽分支机构' : ''})`,
};

/** 机构的历程. */
export const tellAgency = telling(SENTENCES);
