import type { SeatEvent, SupervisionTainted } from '#libs/cases/case-group.events';
import type { Sentences } from '#libs/event-sourcing/telling';
import { RECUSAL_REASONS } from '#libs/regulation/own-codes';

const RAISED = { SUPERVISOR: '本人提出', AGENCY: '评价机构提出', DISPATCHER: '委派机构决定' } as const;

/** What fraud in a supervision leaves on it, in every kind. */
export const TAINTED_SENTENCE: Sentences<SupervisionTainted> = {
  SupervisionTainted: ({ decisionNo }) => `有督导员因弄虚作假受到处理(${decisionNo}),督导记录存疑`,
};

/** What the facts about seats say, in every kind of supervision. */
export const SEAT_SENTENCES: Sentences<SeatEvent> = {
  SupervisorsDrawn: ({ members }) => `随机抽取督导员${members.length}名`,
  SubstituteSeated: () => '按抽取次序递补督导员1名',
  SeatLeftVacant: () => '抽取名录内已无人可递补',
  AssignmentAccepted: () => '督导员签署无利益冲突声明,接受委派',
  AssignmentReminded: () => '催告督导员答复委派',
  AssignmentDeclined: ({ reason }) => `督导员表示不能参加:${reason}`,
  AssignmentUnanswered: () => '督导员经催告未答复',
  DeclineJudged: ({ judgement }) => `认定督导员不参加${judgement === 'JUSTIFIED' ? '有' : '无'}正当理由`,
  SupervisorRecused: ({ reason, raisedBy }) => `督导员回避(${RAISED[raisedBy]}):${RECUSAL_REASONS[reason]}`,
};
