import { defineRules } from '#libs/event-sourcing/rule';

export const powersRules = defineRules({
  PowersBelongToTheTask: {
    id: 'R2.6(一)', article: '第二章六', sentence: '督导开始之后、督导结果形成之前,才能就本次督导行使督导权。',
  },
  NothingIsAskedCovertly: {
    id: 'R2.6(五)', article: '第二章六', sentence: '暗访公开之前,不得向评价机构询问或者调阅文件、资料。',
  },
  InquiryStaysWithinTheMatters: {
    id: 'R2.6(二)', article: '第二章六', sentence: '询问应当针对本次督导事项。',
  },
  InquiryAwaitsAnAnswer: {
    id: 'R2.6(二)', article: '第二章六', sentence: '该询问不存在或者已经答复。',
  },
  MaterialStaysWithinTheMatters: {
    id: 'R2.6(三)', article: '第二章六', sentence: '查阅、调阅的文件、资料应当与本次督导事项有关。',
  },
  MaterialAwaitsAnAnswer: {
    id: 'R2.6(三)', article: '第二章六', sentence: '该调阅要求不存在、已经提供,或者已经拒绝而不能再次拒绝。',
  },
  EvidenceStaysWithinTheMatters: {
    id: 'R2.6(四)', article: '第二章六', sentence: '个别访问、调查问卷、测试和复核应当针对本次督导事项。',
  },
  ResearchIsAMatter: {
    id: 'R3.1(四)', article: '第三章一', sentence: '督导事项包括重大问题调查研究的,才提交调查研究报告。',
  },
  ResearchRecommends: {
    id: 'R3.1(四)', article: '第三章一', sentence: '重大问题调查研究报告应当提出建议。',
  },
  RecommendationNamesItsSubject: {
    id: 'R2.6(六)', article: '第二章六', sentence: '奖惩建议针对负责人的应当指明人员,针对机构的不指明人员。',
  },
  ObstructionNamesItsPersons: {
    id: 'R3.5-1', article: '第三章五', sentence: '工作人员拒绝、阻挠督导的应当指明人员,机构拒绝、阻挠督导的不指明人员。',
  },
  ImproperRequestIsDescribed: {
    id: 'R2.7(六)a', article: '第二章七', sentence: '报告非正当要求应当写明具体事实,不少于20个字。',
  },
});
