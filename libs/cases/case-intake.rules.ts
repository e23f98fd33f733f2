import { defineRules } from '#libs/event-sourcing/rule';

export const intakeRules = defineRules({
  VenueIsInFujian: {
    id: 'R0-1', article: '前言', sentence: '本办法适用于在福建省行政区域内开展的职业技能等级认定,开展地点不在福建省。',
  },
  OnlySkillLevelRecognition: {
    id: 'R0-2', article: '前言', sentence: '本办法只适用于职业技能等级认定的质量督导。',
  },
  SupervisedAgencyIsRegistered: {
    id: 'R3.2-3', article: '第三章二', sentence: '专项督导应当针对一个已登记的评价机构。',
  },
  TargetSelectionNeedsReason: {
    id: 'R3.4-1', article: '第三章四', sentence: '督导对象不是随机抽取的,应当说明选取理由。',
  },
  SpecialTargetWasDrawn: {
    id: 'R3.4-1', article: '第三章四', sentence: '随机抽取的督导对象应当是本中心对象抽取抽中(或者依次递补)的评价机构;其他方式选取的不填写对象抽取编号。',
  },
  PlannedDaysAreReal: {
    id: 'R3.4-2', article: '第三章四', sentence: '计划的现场督导日期应当真实存在、不早于今天,且起止有序。',
  },
  MattersAreDefinedOnce: {
    id: 'R3.4-2', article: '第三章四', sentence: '督导事项已经明确,如需增加应当另行办理增加事项。',
  },
  MatterIsNamedOnce: {
    id: 'R3.2-3', article: '第三章二', sentence: '同一督导事项只列一次。',
  },
  CatchAllMatterNeedsText: {
    id: 'R3.1(二)', article: '第三章一', sentence: '选择“其他”事项的,应当具体写明,不少于20个字。',
  },
  CatchAllMatterNeedsApprover: {
    id: 'R3.1(二)', article: '第三章一', sentence: '选择“其他”事项的,应当由经办人以外的第二人批准。',
  },
  ComplaintMatterNeedsComplaint: {
    id: 'R3.1(三)', article: '第三章一', sentence: '调查核实群众举报的,应当关联已登记的举报。',
  },
  MattersWidenUntilTheEndOnSite: {
    id: 'R3.4-2', article: '第三章四', sentence: '督导事项只能在明确之后、现场考察(核查)结束之前增加。',
  },
  WideningOnSiteNeedsNotice: {
    id: 'R3.4-2', article: '第三章四', sentence: '现场考察(核查)开始后增加督导事项的,应当告知评价机构。',
  },
  NoticeFollowsTheGroup: {
    id: 'R3.4-2', article: '第三章四', sentence: '明确督导事项、成立督导小组之后才能送达督导通知,且只送达一次。',
  },
  SelfReportAnswersTheNotice: {
    id: 'R3.4(二)a', article: '第三章四', sentence: '自评(自查)报告应当在收到督导通知或者暗访公开之后、形成初步督导意见之前提交一次。',
  },
  NothingOnSiteHasBegun: {
    id: 'R1.3-2', article: '第一章三', sentence: '现场考察(核查)已经开始,不能取消督导。',
  },
});
