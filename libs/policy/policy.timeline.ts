import { type Sentences, telling } from '#libs/event-sourcing/telling';
import type { PolicyEvent } from '#libs/policy/policy.events';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<PolicyEvent> = {
  PolicyVersionProposed: ({ version, validFrom, changes, reason }) => `拟定政策版本${version},自${chineseDate(validFrom)}起调整参数${changes.length}项:${reason}`,
  PolicyVersionRejected: ({ version, reason }) => `退回政策版本${version}:${reason}`,
  PolicyVersionApproved: ({ version, validFrom }) => `批准政策版本${version},自${chineseDate(validFrom)}起施行`,
};

/** 政策版本的历程 */
export const tellPolicy = telling(SENTENCES);
