import type { Fact, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

/** 用人单位 · 社会培训评价组织 · 院校 */
export type AgencyType = 'EMPLOYER' | 'SOCIAL_ORG' | 'SCHOOL';

/** 备案登记: an assessment agency is known to the supervision record. */
export type AgencyRegistered = Fact<
  'AgencyRegistered',
  {
    readonly name: string;
    readonly agencyType: AgencyType;
    /** GB/T 2260 code of the place of filing, six digits. */
    readonly division: string;
    /** Derived from the division: 350128 is 平潭. */
    readonly area: Area;
    /** 中央在闽分支机构: only the province supervises it. */
    readonly isCentralBranch: boolean;
    readonly filedOn: LegalDate;
  }
>;

/** 内督培训到期提醒: the interval since the agency was filed, or last trained, is over. A flag, no sanction. */
export type TrainingDueReminded = Fact<
  'TrainingDueReminded',
  {
    /** Last day of the latest training, or the day of filing. */
    readonly since: LegalDate;
    readonly dueOn: LegalDate;
    readonly intervalMonths: number;
  }
>;

export type AgencyEvent = AgencyRegistered | TrainingDueReminded;

export const agencyBasis: Readonly<Record<AgencyEvent['type'], readonly string[]>> = {
  AgencyRegistered: ['R1.5-2', 'R1.5-3'],
  TrainingDueReminded: ['R2.4-1'],
};
