import { caseFeed } from '#libs/cases/case.feed';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { DailyTaskEvent } from '#libs/cases/daily-task.events';
import { POWER_FEED } from '#libs/cases/powers.feed';
import { DUE } from '#libs/regulation/deadline.feed';
import type { Feed } from '#libs/event-sourcing/feed';

const UNKNOWN_TO_THE_AGENCY = '日常督导可能是暗访,进展不外送';

const OF_A_PERSON = '涉及个人的违规线索';
const OF_THE_RECORD = '督导情况记录表只供委派机构,不外送';
/** A measure is addressed to the agency: from then on it is known, with what it rests on. */
const MEASURE = { agencyId: true, findings: { item: true } } as const;

/** What a special supervision has, too, leaves as it does there: a kind of fact is decided once. */
export const dailyFeed: Feed<DailyEvent> = {
  DailySupervisionPlanned: UNKNOWN_TO_THE_AGENCY,
  DailyDatesMoved: UNKNOWN_TO_THE_AGENCY,
  SupervisionCancelled: caseFeed.SupervisionCancelled,
  SupervisorsDrawn: caseFeed.SupervisorsDrawn,
  SubstituteSeated: caseFeed.SubstituteSeated,
  SeatLeftVacant: caseFeed.SeatLeftVacant,
  AssignmentAccepted: caseFeed.AssignmentAccepted,
  AssignmentReminded: caseFeed.AssignmentReminded,
  AssignmentDeclined: caseFeed.AssignmentDeclined,
  AssignmentUnanswered: caseFeed.AssignmentUnanswered,
  DeclineJudged: caseFeed.DeclineJudged,
  SupervisorRecused: caseFeed.SupervisorRecused,
  SupervisorDispatched: UNKNOWN_TO_THE_AGENCY,
  DispatchWithdrawn: UNKNOWN_TO_THE_AGENCY,
  SupervisorFoundIneligible: UNKNOWN_TO_THE_AGENCY,
  SessionBriefingAcknowledged: UNKNOWN_TO_THE_AGENCY,
  SupervisorCheckedIn: UNKNOWN_TO_THE_AGENCY,
  UnassignedActRefused: OF_A_PERSON,
  ...POWER_FEED,
  DailyInspectionDisclosed: { agencyId: true, matters: { item: true } },
  IncidentEscalated: '督导员只向委派机构反映的情况',
  DailySupervisionEnded: UNKNOWN_TO_THE_AGENCY,
  DailySupervisionMissed: UNKNOWN_TO_THE_AGENCY,
  RecordSubmitted: OF_THE_RECORD,
  RecordCorrected: OF_THE_RECORD,
  RecordOverdue: OF_THE_RECORD,
  RecordDueRecomputed: OF_THE_RECORD,
  RecordReviewed: OF_THE_RECORD,
  NoMeasureDecided: OF_THE_RECORD,
  VerificationOpened: MEASURE,
  AdmonitoryTalkHeld: { ...MEASURE, heldOn: true },
  ReminderLetterIssued: { ...MEASURE, documentNumber: true },
  QualityBulletinIssued: { ...MEASURE, documentNumber: true },
  ImprovementReported: { measure: true, version: true },
  ImprovementReminded: { measure: true, answerDue: DUE },
  ImprovementRefused: { measure: true, ground: true },
  ImprovementConfirmed: { measure: true },
  CaseLinkedToSanction: caseFeed.CaseLinkedToSanction,
  SupervisionTainted: caseFeed.SupervisionTainted,
  DailySupervisionClosed: { keepUntil: true },
};

export const dailyTaskFeed: Feed<DailyTaskEvent> = {
  DailyTaskReserved: UNKNOWN_TO_THE_AGENCY,
  DailyTaskReleased: UNKNOWN_TO_THE_AGENCY,
};
