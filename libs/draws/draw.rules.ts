import { defineRules } from '#libs/event-sourcing/rule';

export const drawRules = defineRules({
  DrawIsForACase: {
    id: 'R2.5-1', article: '第二章五', sentence: '督导员只为已经立项的督导任务抽取。',
  },
  DispatcherDraws: {
    id: 'R2.5-2', article: '第二章五', sentence: '督导员由本案的委派机构抽取;其他中心不得代为抽取。',
  },
  OnlyTheProvinceDrawsFromTheProvince: {
    id: 'R2.5-2', article: '第二章五', sentence: '从全省外督中抽取由省中心办理。',
  },
  WideningFollowsAnEmptyPool: {
    id: 'R2.5-3', article: '第二章五', sentence: '本中心外督名录不足或者已无人递补的,才能由省中心扩大到全省抽取。',
  },
  MattersPrecedeTheDraw: {
    id: 'R3.4-2', article: '第三章四', sentence: '督导前应当先明确督导事项,再抽取督导员。',
  },
  CaseTakesMembers: {
    id: 'R3.4-2', article: '第三章四', sentence: '案件已形成初步督导意见、已取消或者已结案,不再抽取督导员。',
  },
  DrawsOfACaseAreCounted: {
    id: 'R2.5-2', article: '第二章五', sentence: '抽取编号应当是案件编号加本案抽取的次序,依次编排,不得空号。',
  },
  EarlierDrawIsSettled: {
    id: 'R2.5-2', article: '第二章五', sentence: '本案前一次抽取尚未完成或者结果尚未入组,不得再次抽取。',
  },
  SeatIsVacant: {
    id: 'R2.5-2', article: '第二章五', sentence: '督导员已经抽取;只有席位无人递补时才能再次抽取。',
  },
  FirstDrawFillsTheGroup: {
    id: 'R3.4-3', article: '第三章四', sentence: '督导小组原则上由3名及以上质量督导员组成,抽取人数不得少于3名。',
  },
  FurtherDrawFillsOneSeat: {
    id: 'R2.5-2', article: '第二章五', sentence: '再次抽取一次补足一个空缺席位。',
  },
  DrawsOfADailyAreCounted: {
    id: 'R2.5-2', article: '第二章五', sentence: '日常督导抽取编号应当是督导编号加字母d和本次督导抽取的次序,依次编排,不得空号。',
  },
  DailyTakesDrawn: {
    id: 'R2.5-1', article: '第二章五', sentence: '日常督导已经结束、取消或者未能实施,不再抽取督导员。',
  },
  DrawIsForASession: {
    id: 'R2.5-1', article: '第二章五', sentence: '内督只为已经登记的场次抽取。',
  },
  DrawsOfASessionAreCounted: {
    id: 'R2.5-2', article: '第二章五', sentence: '内督抽取编号应当是场次编号加字母i和本场次抽取的次序,依次编排,不得空号。',
  },
  SessionTakesInternalSupervisors: {
    id: 'R3.3-2', article: '第三章三', sentence: '场次已经取消或者结果已经确定,不再抽取内督。',
  },
  EarlierInternalDrawIsSettled: {
    id: 'R2.5-2', article: '第二章五', sentence: '本场次前一次抽取尚未完成或者结果尚未指派,不得再次抽取。',
  },
  NobodySupervisesTheSession: {
    id: 'R2.5-2', article: '第二章五', sentence: '本场次已经指派内督;只有其退出之后才能再次抽取。',
  },
  KeyWasAnnounced: {
    id: 'R2.5-2', article: '第二章五', sentence: '没有已公布满规定天数且未停用的抽取公钥,不能抽取。',
  },
  KeyIsNotRetired: {
    id: 'R2.5-2', article: '第二章五', sentence: '本次抽取的公钥已经停用,抽取作废。',
  },
  ProofBelongsToTheDraw: {
    id: 'R2.5-2', article: '第二章五', sentence: '随机数证明与冻结的名录和公布的公钥不符。',
  },
  LeavingMemberWasDrawn: {
    id: 'R2.5-2', article: '第二章五', sentence: '只能递补本次抽取中抽中的督导员。',
  },
});
