import { defineRules } from '#libs/event-sourcing/rule';

export const policyRules = defineRules({
  PolicyIsOfTheProvince: {
    id: 'R1.5-1', article: '第一章五', sentence: '全省只有一份政策版本记录,编号为FJ。',
  },
  PolicyVersionIsNew: {
    id: 'R5.2-1', article: '第五章二', sentence: '政策版本编号不得重复使用。',
  },
  PolicyIsNeverBackwards: {
    id: 'R5.2-1', article: '第五章二', sentence: '政策版本只能自批准之后的某日起施行,且晚于此前各版本,不得追溯。',
  },
  TextIsNotChangedByPolicy: {
    id: 'R5.2-1', article: '第五章二', sentence: '办法条文载明的数值不得由政策版本调整。',
  },
  ParameterIsChangedOnce: {
    id: 'R5.2-1', article: '第五章二', sentence: '同一版本中每个参数只能调整一次,且应当与现行取值不同。',
  },
  ParameterFitsItsKind: {
    id: 'R5.2-1', article: '第五章二', sentence: '参数取值应当与该参数的种类相符。',
  },
  ParameterKeepsItsLimit: {
    id: 'R5.2-1', article: '第五章二', sentence: '参数取值不得低于法定或者规定的最低限度。',
  },
  FoldedParameterIsFixed: {
    id: 'R5.2-1', article: '第五章二', sentence: '该参数已计入既有记录的推算,不能由政策版本调整。',
  },
  PolicyProposalIsDecidedFirst: {
    id: 'R1.5-1', article: '第一章五', sentence: '已有拟定的政策版本尚未决定,不得再次拟定。',
  },
  PolicyDecisionFollowsTheProposal: {
    id: 'R1.5-1', article: '第一章五', sentence: '没有待决定的该政策版本。',
  },
  SecondPersonDecidesPolicy: {
    id: 'R1.5-1', article: '第一章五', sentence: '政策版本由拟定人以外的第二人批准或者退回。',
  },
});
