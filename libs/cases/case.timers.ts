import type { CaseEvent } from '#libs/cases/case.events';
import { deadlineChanges } from '#libs/cases/case.deadlines';
import { DEADLINE_NAMES, type DeadlineName } from '#libs/cases/case-rectification.events';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';

/** What is asked once a deadline has run out. */
const REQUESTS: Readonly<Record<DeadlineName, string>> = {
  selfReport: 'RecordSelfReportMissing',
  preliminary: 'FlagPreliminaryOverdue',
  defence: 'LapseDefence',
  opinion: 'FlagOpinionOverdue',
  rectification: 'FlagRectificationOverdue',
  verification: 'FlagVerificationOverdue',
};

export const caseTimers: TimerSource = {
  categories: ['case'],
  happens: {
    RecordSelfReportMissing: '记为未提交自评(自查)报告', FlagPreliminaryOverdue: '记为初步督导意见逾期未反馈', LapseDefence: '申辩期届满',
    FlagOpinionOverdue: '记为意见书逾期未发出', FlagRectificationOverdue: '记为整改逾期', FlagVerificationOverdue: '记为整改核查逾期',
  },
  timers: (event) => {
    const changes = deadlineChanges(event as unknown as CaseEvent);
    return DEADLINE_NAMES.flatMap((name): readonly TimerChange[] => {
      const change = changes[name];
      if (change === undefined) return [];
      const timer = `${event.stream}:${name}`;
      if (typeof change === 'string') return [{ timer, ended: true }];
      const request = { name: REQUESTS[name], target: event.stream.slice('case-'.length), body: {} };
      return [{ timer, dueAt: change.dueAt, request }];
    });
  },
};
