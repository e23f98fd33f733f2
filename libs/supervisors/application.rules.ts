import { defineRules } from '#libs/event-sourcing/rule';

/** From application to examination. */
export const applicationRules = defineRules({
  PersonIsNotBarred: {
    id: 'R4.1-3', article: '第四章一', sentence: '被取消资格或不予续聘的人员不得再从事我省技能人才评价质量督导相关工作。',
  },
  OneLiveCredentialPerType: {
    id: 'R1.2-1', article: '第一章二', sentence: '同一人员的同一类别质量督导员资格只能有一个,现有资格终止前不得重复申报。',
  },
  SelectionIsForInternals: {
    id: 'R1.4-1', article: '第一章四', sentence: '申报内督应当写明选聘的评价机构或相关行业部门,申报外督不填写。',
  },
  SelectionNamesItsAgencies: {
    id: 'R1.4-2', article: '第一章四', sentence: '评价机构选聘的内督只督导本评价机构,行业部门选聘的应当逐一列明已备案的评价机构。',
  },
  AreaIsThatOfTheBody: {
    id: 'R1.4-2', article: '第一章四', sentence: '内督的区域应当是选聘的评价机构所在区域,行业部门选聘的为省级。',
  },
  LovesTheWork: {
    id: 'R2.1(一)', article: '第二章一', sentence: '应当坚持党的基本路线,热爱职业技能等级认定工作,并写明审核依据。',
  },
  KnowsPolicyAndMethods: {
    id: 'R2.1(二)', article: '第二章一', sentence: '应当掌握有关政策、法规和规章,熟悉职业技能等级认定理论和技术方法,并写明审核依据。',
  },
  IsPrincipledAndHonest: {
    id: 'R2.1(三)', article: '第二章一', sentence: '应当坚持原则,廉洁奉公、办事公道、作风正派,具有良好的职业道德和敬业精神,并写明审核依据。',
  },
  OrganisesAndExpresses: {
    id: 'R2.1(四)', article: '第二章一', sentence: '应当具有较强的组织协调能力和表达能力,并写明审核依据。',
  },
  IsHealthyAndAble: {
    id: 'R2.1(五)', article: '第二章一', sentence: '应当身体健康,能胜任质量督导工作。',
  },
  HealthIsYesOrNo: {
    id: 'R2.1(五)', article: '第二章一', sentence: '健康状况属于敏感个人信息,只记录是否符合,不得填写具体情况。',
  },
  ApplicationIsUndecided: {
    id: 'R2.2-1', article: '第二章二', sentence: '只有已申报、尚未作出审核结论的申请才能审核。',
  },
  RejectionNamesTheCondition: {
    id: 'R2.2-1', article: '第二章二', sentence: '不符合申报条件的,应当指明不符合的具体条件。',
  },
  ConditionsComeBeforeTraining: {
    id: 'R2.2-1', article: '第二章二', sentence: '符合申报条件后方可参加培训。',
  },
  InternalTrainingIsFiled: {
    id: 'R2.4-2', article: '第二章四', sentence: '内督培训应当写明已向省中心报备方案的培训,外督培训不填写。',
  },
  TrainingIsOfTheBody: {
    id: 'R2.3-4', article: '第二章三', sentence: '内督应当参加选聘其的评价机构或相关行业部门自己开办的培训。',
  },
  TrainingHasStarted: {
    id: 'R2.4-2', article: '第二章四', sentence: '内督参加的培训应当已向省中心报备并已开班,尚未完成。',
  },
  ResultIsThatOfTheTraining: {
    id: 'R2.3-5', article: '第二章三', sentence: '内督的考核成绩应当与其所参加培训登记的成绩一致。',
  },
  TrainingDayIsReal: {
    id: 'R2.3-1', article: '第二章三', sentence: '开班日期应当是本办法施行后真实存在的日期。',
  },
  TrainingComesBeforeExam: {
    id: 'R2.2-1', article: '第二章二', sentence: '参加培训后方可考核。',
  },
  ExamDayIsReal: {
    id: 'R2.2-1', article: '第二章二', sentence: '考核日期应当在开班之后,且不晚于今天。',
  },
  ReExamFollowsFailure: {
    id: 'R2.2-1', article: '第二章二', sentence: '只有考核不合格且仍有补考次数的人员可以补考。',
  },
});
