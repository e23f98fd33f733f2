import { defineRules } from '#libs/event-sourcing/rule';

export const dailyConductRules = defineRules({
  NothingWithoutAssignment: {
    id: 'R2.5-1', article: '第二章五', sentence: '未经委派不得参加督导工作任务;本次行为已经记录。',
  },
  BriefingFollowsAcceptance: {
    id: 'R3.3.外(一)', article: '第三章三', sentence: '接受委派之后、到场(上线)之前,应当了解当次评价活动的总体情况,且只确认一次。',
  },
  BriefingPrecedesCheckIn: {
    id: 'R3.3.外(一)', article: '第三章三', sentence: '到场(上线)之前应当先接受委派,并了解当次评价活动的总体情况。',
  },
  CheckInWithinTheSession: {
    id: 'R2.6(一)', article: '第二章六', sentence: '应当在场次进行的日期内到场(上线);场次未到日期、已经结束或者取消的不能到场(上线)。',
  },
  EndFollowsCheckIn: {
    id: 'R3.7-1', article: '第三章七', sentence: '只有已经到场(上线)的督导员可以结束进行中的日常督导。',
  },
  EndsWithTheLastDay: {
    id: 'R3.7-1', article: '第三章七', sentence: '连续多日的场次为一次日常督导,在最后一日结束。',
  },
});
