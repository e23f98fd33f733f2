import type { QualifyProvider, WithdrawProviderQualification } from '#libs/agencies/provider.commands';
import { province } from '#libs/simulation/actors';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { send, type Story, waitUntil } from '#libs/simulation/story';

/** Units from which an agency may buy support. */
export const PROVIDERS = [
  { providerId: 'provider-mindu', name: '闽都职业培训中心(样例)' },
  { providerId: 'provider-haixia', name: '海峡技能评价研究院(样例)' },
  { providerId: 'provider-wuyi', name: '武夷技师培训学院(样例)' },
] as const;
const WITHDRAWN = { providerId: 'provider-luming', name: '鹿鸣培训学校(样例)' };

/** 具备外督培训考核资质的单位: known before the autumn in which agencies train; one loses its qualification in the year. */
export function* providersStory(year: number): Story {
  yield* waitUntil(timeOf(workingDay(`${year - 1}-06-01`, 1), '09:15'));
  for (const [index, { providerId, name }] of [...PROVIDERS, WITHDRAWN].entries()) {
    const body: QualifyProvider = { name, qualificationNo: `闽训资${index + 1}号`, qualifiedFrom: `${year - 1}-06-01`, qualifiedUntil: `${year + 2}-05-31` };
    yield* send(province, 'QualifyProvider', providerId, body);
  }
  yield* waitUntil(timeOf(workingDay(`${year}-05-20`, 0), '09:15'));
  const body: WithdrawProviderQualification = { reason: '不再具备培训考核条件' };
  yield* send(province, 'WithdrawProviderQualification', WITHDRAWN.providerId, body);
}
