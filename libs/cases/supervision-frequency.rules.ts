import { defineRules } from '#libs/event-sourcing/rule';

export const supervisionFrequencyRules = defineRules({
  FrequencyIsOfAScope: {
    id: 'R3.3.外(五)', article: '第三章三', sentence: '提高督导频次应当针对本地区已登记的评价机构、写明名称的职业或者本地区。',
  },
  FrequencyOnlyRises: {
    id: 'R3.3.外(五)', article: '第三章三', sentence: '日常督导频次只能提高,应当高于该范围现行频次。',
  },
  FrequencyNeedsReasons: {
    id: 'R3.3.外(五)', article: '第三章三', sentence: '委派机构提高督导频次,应当结合实际说明理由。',
  },
});
