import { POLICY_ID } from '#libs/policy/policy.events';
import type { ApprovePolicyVersion, ProposePolicyVersion, RejectPolicyVersion } from '#libs/policy/policy.commands';
import { department, departmentReviewer } from '#libs/simulation/actors';
import { timeOf, workingDay } from '#libs/simulation/office-hours';
import { send, type Story, waitUntil } from '#libs/simulation/story';

/** 政策版本: one is sent back since it would come too soon; the next is approved, to be in force from the new year. */
export function* policyStory(year: number): Story {
  const version = (nth: number): string => `FJ-${year}-${nth}`;
  const proposed = (nth: number, validFrom: string): ProposePolicyVersion => ({
    version: version(nth), validFrom, bases: [`闽人社文〔${year}〕9号(样例)`], changes: [{ parameter: 'exam.passMark', value: '70', basis: 'A-41' }], reason: '提高督导员考核要求',
  });
  const returned: RejectPolicyVersion = { version: version(1), reason: '施行日期过早,来不及通知各地' };
  const approved: ApprovePolicyVersion = { version: version(2) };
  yield* waitUntil(timeOf(workingDay(`${year}-05-11`, 0), '10:20'));
  yield* send(department, 'ProposePolicyVersion', POLICY_ID, proposed(1, `${year}-06-01`));
  yield* waitUntil(timeOf(workingDay(`${year}-05-13`, 0), '10:20'));
  yield* send(departmentReviewer, 'RejectPolicyVersion', POLICY_ID, returned);
  yield* waitUntil(timeOf(workingDay(`${year}-06-15`, 0), '10:20'));
  yield* send(department, 'ProposePolicyVersion', POLICY_ID, proposed(2, `${year + 1}-01-01`));
  yield* waitUntil(timeOf(workingDay(`${year}-06-17`, 0), '10:20'));
  yield* send(departmentReviewer, 'ApprovePolicyVersion', POLICY_ID, approved);
}
