import { defineRules } from '#libs/event-sourcing/rule';

/** Blank cards of the province. */
export const cardRules = defineRules({
  ProvinceKeepsOneStock: {
    id: 'R2.3-2', article: '第二章三', sentence: '全省空白外督证卡由省中心统一管理,只有一个台账。',
  },
  BlankCardIsOnHand: {
    id: 'R2.3-2', article: '第二章三', sentence: '空白证卡库存不足。',
  },
  DifferenceIsExplained: {
    id: 'R2.3-2', article: '第二章三', sentence: '盘点数与台账数不一致的,应当说明原因。',
  },
  SerialsAreLeft: {
    id: 'R2.3-6', article: '第二章三', sentence: '本年度证卡顺序号0001至9999已用完。',
  },
});
