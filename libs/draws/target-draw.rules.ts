import { defineRules } from '#libs/event-sourcing/rule';

export const targetDrawRules = defineRules({
  CentersDrawTargets: {
    id: 'R3.3-1', article: '第三章三', sentence: '督导对象由省中心和设区市中心(含平潭)在所辖范围内随机抽取。',
  },
  TargetPeriodIsAWeekOrAMonth: {
    id: 'R3.3-1', article: '第三章三', sentence: '场次按周抽取,以周一日期表示;评价机构按月抽取。',
  },
  TargetPeriodIsNotOver: {
    id: 'R3.3-1', article: '第三章三', sentence: '已经过去的周或者月,不再抽取督导对象。',
  },
  TargetDrawsAreCounted: {
    id: 'R3.3-1', article: '第三章三', sentence: '对象抽取编号应当是中心、对象、期间加字母t和该期间抽取的次序,依次编排,不得空号。',
  },
  TargetsOfAPeriodAreDrawnOnce: {
    id: 'R3.3-1', article: '第三章三', sentence: '同一期间的督导对象只抽取一次;名录不足或者抽取作废的才能再次抽取。',
  },
});
