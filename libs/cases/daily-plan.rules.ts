import { defineRules } from '#libs/event-sourcing/rule';

export const dailyPlanRules = defineRules({
  DailyIsOfOneSession: {
    id: 'R3.2-2', article: '第三章二', sentence: '日常督导应当针对一个已登记、尚未结束且未取消的场次。',
  },
  DailyTargetNeedsReason: {
    id: 'R3.3-1', article: '第三章三', sentence: '督导场次不是随机抽取的,应当说明选取理由。',
  },
  DailyTargetWasDrawn: {
    id: 'R3.3-1', article: '第三章三', sentence: '随机抽取的督导场次应当是本中心对象抽取抽中(或者依次递补)的场次;其他方式选取的不填写对象抽取编号。',
  },
  CovertInspectionNeedsReason: {
    id: 'R2.6(五)', article: '第二章六', sentence: '暗访应当由委派机构说明理由;明察不填写暗访理由。',
  },
  NothingDailyHasBegun: {
    id: 'R1.3-2', article: '第一章三', sentence: '日常督导已经开始,不能取消。',
  },
});
