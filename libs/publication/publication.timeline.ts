import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { type PublicationEvent, PUBLISHED_KINDS, REDACTIONS } from '#libs/publication/publication.events';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<PublicationEvent> = {
  PublicationDue: ({ kind, agencyName, due }) => `${agencyName}${PUBLISHED_KINDS[kind]}已办结,应于${chineseDate(due.date)}前公开结果`,
  PublicationProposed: ({ version, cut }) => `拟定第${version}版公开内容${cut.length === 0 ? '' : `,隐去${cut.map(({ what }) => REDACTIONS[what]).join('、')}`}`,
  PublicationReturned: ({ version, reason }) => `退回第${version}版公开内容:${reason}`,
  PublicationApproved: ({ version, visibleFrom, reason }) => `批准第${version}版内容自${chineseDate(visibleFrom)}起公开${reason === undefined ? '' : `(更正:${reason})`}`,
  PublicationWithdrawn: ({ reason }) => `撤回公开:${reason}`,
  PublicationDueRecomputed: ({ before, after }) => `放假安排公布或者更正后重算公开期限:由${chineseDate(before.date)}改为${chineseDate(after.date)}`,
  PublicationOverdue: ({ due }) => `公开逾期(应于${chineseDate(due.date)}前)`,
};

/** 公开的历程 */
export const tellPublication = telling(SENTENCES);
