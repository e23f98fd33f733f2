import type { AgencySanctionEvent, SanctionPeriod } from '#libs/agencies/agency-sanction.events';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import type { TimerChange, TimerSource } from '#libs/event-sourcing/timer';
import type { Deadline } from '#libs/regulation/deadline';

const COMMANDS = { statement: 'LapseStatement', correction: 'FlagCorrectionOverdue', decision: 'FlagCorrectionDecisionOverdue' } as const;
type Period = keyof typeof COMMANDS;

const isTimed = (period: SanctionPeriod): period is Period => Object.hasOwn(COMMANDS, period);

const runs = ({ stream }: RecordedEvent, period: Period, due: Deadline): TimerChange => ({
  timer: `${stream}:${period}`, dueAt: due.dueAt, request: { name: COMMANDS[period], target: stream.slice('agencysanction-'.length), body: {} },
});
const ends = ({ stream }: RecordedEvent, ...periods: readonly Period[]): readonly TimerChange[] =>
  periods.map((period) => ({ timer: `${stream}:${period}`, ended: true }));

export const agencySanctionTimers: TimerSource = {
  categories: ['agencysanction'],
  happens: { LapseStatement: '逾期未陈述申辩,视为放弃', FlagCorrectionOverdue: '记为改正逾期', FlagCorrectionDecisionOverdue: '记为改正审核逾期' },
  timers: (event) => {
    const { type, data } = event as unknown as AgencySanctionEvent;
    switch (type) {
      case 'SanctionNotified':
        return [runs(event, 'statement', data.statementDue)];
      case 'StatementReceived':
      case 'StatementWaived':
      case 'StatementLapsed':
        return ends(event, 'statement');
      case 'CorrectionOrdered':
        return [runs(event, 'correction', data.correctionDue)];
      case 'CorrectionReturned':
        return [runs(event, 'correction', data.correctionDue), ...ends(event, 'decision')];
      case 'CorrectionSubmitted':
        return [...ends(event, 'correction'), runs(event, 'decision', data.decisionDue)];
      case 'CorrectionOverdue':
      case 'CorrectionRefused':
        return ends(event, 'correction');
      case 'SanctionDueRecomputed':
        return isTimed(data.period) ? [runs(event, data.period, data.after)] : [];
      case 'CorrectionAccepted':
      case 'CorrectionDecisionOverdue':
        return ends(event, 'decision');
      case 'QualificationRevoked':
      case 'SanctionWithdrawn':
        return ends(event, 'statement', 'correction', 'decision');
      case 'ViolationCaseOpened':
      case 'CatchAllGroundApproved':
      case 'PlatformOperationHeld':
      case 'CorrectionReminded':
      case 'PlatformOperationResumed':
      case 'AgencyCriticised':
      case 'DisciplinaryActionRecommended':
      case 'RevocationProposed':
      case 'HearingRequested':
      case 'HearingHeld':
      case 'RevocationNotConfirmed':
        return [];
    }
  },
};
