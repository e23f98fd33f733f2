import { defineRules } from '#libs/event-sourcing/rule';

export const workingNormRules = defineRules({
  NormIsOfItsKeeper: {
    id: 'R5.1-1', article: '第五章一', sentence: '工作规范由设区市中心(含平潭)、已登记的评价机构各自制定发布,不得代为发布。',
  },
  NormAddsToTheMeasures: {
    id: 'R5.1-1', article: '第五章一', sentence: '工作规范应当写明规定,每项指明其所细化的办法条款;只能细化和从严,不得放宽。',
  },
  NormDayIsReal: {
    id: 'R5.1-1', article: '第五章一', sentence: '施行日期应当真实存在,不早于办法颁布之日和上一版本的施行日期。',
  },
  RequirementsAreOfTheAgency: {
    id: 'R3.3-5', article: '第三章三', sentence: '规范管理内督要求由评价机构结合本机构实际提出。',
  },
});
