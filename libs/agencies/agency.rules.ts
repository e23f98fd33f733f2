import { defineRules } from '#libs/event-sourcing/rule';

export const agencyRules = defineRules({
  AgencyIsInFujian: {
    id: 'R0-1', article: '前言', sentence: '本办法适用于在福建省行政区域内开展的职业技能等级认定,机构所在地不在福建省。',
  },
  FilingDayIsReal: {
    id: 'R1.5-3', article: '第一章五', sentence: '备案日期应当是真实存在且不晚于今天的日期。',
  },
});
