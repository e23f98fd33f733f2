import type { AgencyEvent } from '#libs/agencies/agency.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<AgencyEvent> = {
  AgencyRegistered: ({ name, area, isCentralBranch, filedOn }) =>
    `${name}于${chineseDate(filedOn)}备案(${AREA_NAMES[area]}${isCentralBranch ? ',中央在闽分支机构' : ''})`,
  TrainingDueReminded: ({ dueOn, intervalMonths }) => `提醒开展内督培训:每${intervalMonths}个月一次,应于${chineseDate(dueOn)}前完成`,
};

/** 机构的历程. */
export const tellAgency = telling(SENTENCES);
