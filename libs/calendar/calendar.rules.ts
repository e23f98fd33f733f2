import { defineRules } from '#libs/event-sourcing/rule';

export const calendarRules = defineRules({
  ProvinceKeepsOneCalendar: {
    id: 'R1.5-1', article: '第一章五', sentence: '全省只用一份工作日历。',
  },
  NoticeIsConsistent: {
    id: 'R3.7-1', article: '第三章七', sentence: '工作日历应当与国务院办公厅的放假通知一致,不得有不存在、重复或者矛盾的日期。',
  },
});
