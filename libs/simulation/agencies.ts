import type { RegisterAgency } from '#libs/agencies/agency.commands';
import type { AgencyType } from '#libs/agencies/agency.events';
import type { LegalDate } from '#libs/event-sourcing/event';
import { type Area, areaOfDivision, DIVISION_NAMES } from '#libs/regulation/areas';
import { addDays } from '#libs/regulation/legal-date';
import { clerkOf } from '#libs/simulation/actors';
import { apportion, repeated } from '#libs/simulation/apportion';
import { officeTime, timeOf, workingDay } from '#libs/simulation/office-hours';
import type { Random } from '#libs/simulation/random';
import { idAt } from '#libs/simulation/run-stories';
import { send, type Story } from '#libs/simulation/story';

export interface SimulatedAgency extends Pick<RegisterAgency, 'name' | 'agencyType' | 'division' | 'isCentralBranch' | 'filedOn'> {
  readonly agencyId: string;
  readonly area: Area;
  /** The centre that supervises it. */
  readonly center: Area;
  readonly registeredAt: string;
}

/** 64 employers, 33 social organisations and 91 schools are the real figures of Fujian; where they sit is made up. */
const BY_TYPE: Readonly<Record<AgencyType, number>> = { EMPLOYER: 64, SOCIAL_ORG: 33, SCHOOL: 91 };
export const ALL_AGENCIES = 188;
const BY_AREA = { 3501: 44, 3502: 32, 3506: 18, 3505: 34, 3504: 12, 3503: 12, 3507: 10, 3508: 11, 3509: 11, PT: 4 } as const;
const CENTRAL_BRANCHES = 6;

const WORDS = ['启航', '百工', '匠心', '新程', '博艺', '致远', '精诚', '闽匠', '同创', '励行', '树人', '知行', '笃学', '弘毅', '立新', '求是', '卓越', '勤工'];
const ENDINGS: Readonly<Record<AgencyType, readonly string[]>> = {
  EMPLOYER: ['机械制造有限公司', '电子科技有限公司', '纺织有限公司', '船舶工程有限公司', '食品有限公司', '建筑工程有限公司'],
  SOCIAL_ORG: ['职业培训学校', '职业技能评价中心', '行业协会'],
  SCHOOL: ['技工学校', '技师学院', '职业中专学校', '高级技工学校'],
};
const CENTRAL_ENDINGS = ['电力工程福建分公司', '铁路工程福建分公司', '通信建设福建分公司'];

const divisionsOf = (area: string): readonly string[] =>
  Object.keys(DIVISION_NAMES).filter((code) => areaOfDivision(code) === area && !code.endsWith('00'));

/** Names of places and of nobody: every one says that it is made up. `nth` is the number of its like in the place. */
function nameOf(division: string, agencyType: AgencyType, isCentralBranch: boolean, nth: number, random: Random): string {
  const place = isCentralBranch ? '中闽' : (DIVISION_NAMES[division] ?? '').replace(/[市区县]$/u, '');
  const offset = [...division].reduce((sum, digit) => sum * 3 + Number(digit), 0);
  return `${place}${WORDS[(offset + nth) % WORDS.length]}${random.pick(isCentralBranch ? CENTRAL_ENDINGS : ENDINGS[agencyType])}(样例)`;
}

/** Two in three were filed before the record begins, the others in its first years. */
function registeredAt(random: Random, opening: LegalDate, filedOn: LegalDate): string {
  return filedOn <= opening ? timeOf(opening, '09:00') : officeTime(random, workingDay(filedOn, random.between(1, 5)));
}

export function planAgencies(count: number, random: Random, opening: LegalDate): readonly SimulatedAgency[] {
  const types = random.shuffled(repeated(apportion(count, BY_TYPE)));
  const areas = repeated(apportion(count, BY_AREA));
  const central = Math.max(1, Math.round((CENTRAL_BRANCHES * count) / ALL_AGENCIES));
  const branches = new Set(types.flatMap((type, no) => (type === 'EMPLOYER' ? [no] : [])).slice(0, central));
  const ofAPlace = new Map<string, number>();
  return types.map((agencyType, no) => {
    const area = areas[no] as Area;
    const division = random.pick(divisionsOf(area));
    const isCentralBranch = branches.has(no);
    const filedOn = workingDay(addDays(opening, random.chance(0.67) ? -random.between(20, 480) : random.between(10, 900)), 0);
    const at = registeredAt(random, opening, filedOn);
    const place = isCentralBranch ? 'central' : `${division} ${agencyType}`;
    const nth = ofAPlace.get(place) ?? 0;
    ofAPlace.set(place, nth + 1);
    return {
      agencyId: idAt(at, `${no} ${random.next()}`), name: nameOf(isCentralBranch ? '350000' : division, agencyType, isCentralBranch, nth, random), agencyType, division, area,
      isCentralBranch, center: isCentralBranch ? 'FJ' : area, filedOn, registeredAt: at,
    };
  });
}

/** 备案登记 by the centre that will supervise the agency. */
export function* agencyStory({ agencyId, center, name, agencyType, division, isCentralBranch, filedOn }: SimulatedAgency): Story {
  const body: RegisterAgency = { name, agencyType, division, isCentralBranch, filedOn };
  yield* send(clerkOf(center), 'RegisterAgency', agencyId, body);
}
