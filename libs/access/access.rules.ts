import { defineRules } from '#libs/event-sourcing/rule';

/** Why an actor may not give a command at all. */
export const accessRules = defineRules({
  OnlyCentersSelectExternalSupervisors: {
    id: 'R1.3-1', article: '第一章三', sentence: '外督由各级职业技能鉴定指导中心选聘,其他单位不得办理。',
  },
  OnlyDispatchingBodiesDispatch: {
    id: 'R1.3-2', article: '第一章三', sentence: '外督督导任务由各级职业技能鉴定指导中心委派,其他单位不得办理。',
  },
  CenterActsInItsOwnArea: {
    id: 'R1.5-3', article: '第一章五', sentence: '设区市中心(含平潭)只办理所辖范围内的质量督导事项。',
  },
  CentralBranchesBelongToTheProvince: {
    id: 'R1.5-2', article: '第一章五', sentence: '中央在闽分支机构的质量督导由省中心负责。',
  },
  OnlyTheProvincialCenterCards: {
    id: 'R2.3-1', article: '第二章三', sentence: '培养外督、核发证卡由省中心负责。',
  },
  PolicyBelongsToTheProvincialDepartment: {
    id: 'R1.5-1', article: '第一章五', sentence: '统筹规划和政策制定由省级人力资源社会保障行政部门负责。',
  },
  AgencySpeaksForItself: {
    id: 'R1.6-1', article: '第一章六', sentence: '该事项只能由被督导的评价机构自己办理。',
  },
  OnlyAssignedSupervisors: {
    id: 'R2.5-1', article: '第二章五', sentence: '质量督导员实行委派制,未经委派不得参加督导工作任务。',
  },
  PersonSpeaksForThemselves: {
    id: 'R2.2-1', article: '第二章二', sentence: '申报由本人提出,或者由中心代为录入本人的申报。',
  },
  BodiesSelectTheirOwn: {
    id: 'R1.4-1', article: '第一章四', sentence: '内督由选聘其的评价机构或相关行业部门办理,其他单位不得办理。',
  },
  BodiesTrainTheirOwn: {
    id: 'R2.3-4', article: '第二章三', sentence: '评价机构及相关行业部门只负责本单位、本行业内督的培养。',
  },
  BodiesCardTheirOwn: {
    id: 'R2.3-5', article: '第二章三', sentence: '内督证卡由负责培养的评价机构或相关行业部门核发和管理。',
  },
  OnlyAuditorsReadTheLog: {
    id: 'R2.7(四)', article: '第二章七', sentence: '督导情况记录不得擅自公开,记录原文只供省级单位和审计查阅。',
  },
  FeedIsForThoseWhoOversee: {
    id: 'R2.7(四)', article: '第二章七', sentence: '督导事件只供省级单位、审计、设区市中心(含平潭)和经登记的业务系统订阅。',
  },
  NumbersAreForThoseWhoOversee: {
    id: 'R1.5-3', article: '第一章五', sentence: '质量督导统计由省级单位和审计查阅全省,设区市中心(含平潭)查阅所辖范围。',
  },
  OnlyTheSystem: {
    id: 'R2.2-3', article: '第二章二', sentence: '该事项由系统依期限自动办理,任何人不得代为办理。',
  },
});
