import { defineRules } from '#libs/event-sourcing/rule';

export const numberingRules = defineRules({
  CenterNumbersItsOwnDocuments: {
    id: 'R0-3', article: '前言', sentence: '文号只能在本中心的文书序列中取得。',
  },
});
