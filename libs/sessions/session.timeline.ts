import { type Sentences, telling } from '#libs/event-sourcing/telling';
import type { Instant } from '#libs/event-sourcing/event';
import { DIVISION_NAMES } from '#libs/regulation/areas';
import { chineseDate, legalDateOf } from '#libs/regulation/legal-date';
import { OCCUPATION_LEVELS, SESSION_ROLES } from '#libs/regulation/own-codes';
import { RELEASE_CAUSES } from '#libs/sessions/internal-supervision.events';
import type { SessionEvent, Slot } from '#libs/sessions/session.events';

const dayOf = (at: Instant): string => chineseDate(legalDateOf(at));
const days = ({ startsAt, endsAt }: Slot): string => (dayOf(startsAt) === dayOf(endsAt) ? dayOf(startsAt) : `${dayOf(startsAt)}至${dayOf(endsAt)}`);
const found = ({ conforms, notes }: { readonly conforms: boolean; readonly notes: string }): string => `${conforms ? '符合要求' : '发现问题'},${notes}`;
const flagged = (internalSupervisors: readonly string[]): string => (internalSupervisors.length === 0 ? ';该机构届时没有可用的内督,不得开考' : '');

const SENTENCES: Sentences<SessionEvent> = {
  SessionRegistered: ({ agencyName, occupation, level, venueDivision, venue, internalSupervisors, ...slot }) =>
    `${agencyName}登记${occupation}${OCCUPATION_LEVELS[level].name}场次,${days(slot)},地点${DIVISION_NAMES[venueDivision] ?? venueDivision}${venue}${flagged(internalSupervisors)}`,
  SessionRescheduled: ({ reason, internalSupervisors, ...slot }) => `改期至${days(slot)}:${reason}${flagged(internalSupervisors)}`,
  SessionCancelled: ({ reason }) => `取消场次:${reason}`,
  SessionStaffAssigned: ({ personId, role }) => `安排${personId}为${SESSION_ROLES[role]}`,
  SessionStaffWithdrawn: ({ personId, role, reason }) => `撤出${SESSION_ROLES[role]}${personId}:${reason}`,
  SessionStarted: () => '开考',
  InternalSupervisorAssigned: ({ supervisorId, drawId, singleCandidatePool }) => `经抽取${drawId}指派内督${supervisorId}${singleCandidatePool ? '(仅一名可抽取)' : ''}`,
  InternalSupervisorReleased: ({ supervisorId, cause, reason }) => `内督${supervisorId}${RELEASE_CAUSES[cause]},退出本场次${reason === undefined ? '' : `:${reason}`}`,
  SessionNotCovered: () => '场次到开考时间仍未落实内督',
  PreparationChecked: (check) => `督导准备情况:${found(check)}`,
  ProcessChecked: (check) => `督导认定过程:${found(check)}`,
  ResultChecked: (check) => `督导认定结果:${found(check)}`,
  ScoreSheetUploaded: ({ version, total, late }) => `上传内部督导评分表${version === 1 ? '' : `(第${version}次)`},总分${total}${late ? ',已逾期' : ''}`,
  ScoreSheetOverdue: ({ due }) => `内部督导评分表逾期未上传(应于${chineseDate(due.date)}前)`,
  ScoreSheetDueRecomputed: ({ due }) => `放假安排公布,内部督导评分表应于${chineseDate(due.date)}前上传`,
  ScoreSheetLocked: () => '锁定内部督导评分表',
  ResultsFinalised: ({ candidates, passed }) => `确定认定结果:参加${candidates}人,合格${passed}人`,
  SessionEnded: ({ endedAt, saidBy, scoreSheetDue }) =>
    `场次于${dayOf(endedAt)}结束${saidBy === 'PLAN' ? '(机构未报告,按计划时间)' : ''},内部督导评分表应于${chineseDate(scoreSheetDue.date)}前上传`,
};

/** 场次的历程. */
export const tellSession = telling(SENTENCES);
