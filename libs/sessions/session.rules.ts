import { defineRules } from '#libs/event-sourcing/rule';

export const sessionRules = defineRules({
  VenueOfSessionIsInFujian: {
    id: 'R0-1', article: '前言', sentence: '本办法适用于在福建省行政区域内开展的职业技能等级认定,场次地点不在福建省(OUT_OF_PROVINCE)。',
  },
  SessionIsASkillLevelRecognition: {
    id: 'R0-2', article: '前言', sentence: '本办法只适用于职业技能等级认定,其他评价活动不登记场次。',
  },
  SessionBelongsToARegisteredAgency: {
    id: 'R1.6-1', article: '第一章六', sentence: '场次应当由已登记的评价机构登记。',
  },
  SessionNeedsNormalOperation: {
    id: 'R4.2-1', article: '第四章二', sentence: '平台正常操作被暂缓期间,评价机构不得登记新场次,尚未开考的场次不得开考。',
  },
  RevokedAgencyHoldsNoSession: {
    id: 'R4.2-3', article: '第四章二', sentence: '认定工作资格已被取消的评价机构,不得再登记、改期或者开考场次。',
  },
  SlotIsReal: {
    id: 'R3.6-2', article: '第三章六', sentence: '场次时段应当真实存在、晚于现在、起止有序,且不超过31日。',
  },
  SessionIsRegisteredOnce: {
    id: 'R3.6-2', article: '第三章六', sentence: '同一机构、同一职业和等级、同一时段、同一地点为同一场次,只能登记一次。',
  },
  SessionHasNotStarted: {
    id: 'R1.6-1', article: '第一章六', sentence: '场次已经开考、结束或者取消,不能再改期、取消或者开考。',
  },
  AgencyHasAnInternalSupervisor: {
    id: 'R1.6-1', article: '第一章六', sentence: '评价机构在场次期间没有在聘且未被暂停委派的内督(NO_INTERNAL_SUPERVISOR),不得开考。',
  },
  SessionStartsInItsSlot: {
    id: 'R1.6-1', article: '第一章六', sentence: '场次应当在登记的时段内开考,开始当日可以提前;时段有变的应当先改期。',
  },
  SessionEndsAfterItsStart: {
    id: 'R1.6-1', article: '第一章六', sentence: '场次开考之后才能结束,且结束时间不得早于开考时间。',
  },
  StaffChangesUntilTheEnd: {
    id: 'R3.6-2', article: '第三章六', sentence: '场次已经结束或者取消,不能再变更考评、考务人员。',
  },
  OneRolePerPersonAndSession: {
    id: 'R3.6-2', article: '第三章六', sentence: '同一人在同一场次只能担任外督、内督、考评、考务中的一项工作。',
  },
  InternalSupervisorIsAssigned: {
    id: 'R2.5-1', article: '第二章五', sentence: '质量督导员实行委派制,该内督未被指派督导本场次。',
  },
  InternalSupervisorLeavesInTime: {
    id: 'R2.5-1', article: '第二章五', sentence: '场次已经取消或者结果已经确定,内督不再变动。',
  },
  StaffMemberIsAssigned: {
    id: 'R3.6-2', article: '第三章六', sentence: '只能撤出已安排在本场次的考评、考务人员。',
  },
});
