import { defineRules } from '#libs/event-sourcing/rule';

export const reporterRules = defineRules({
  ReporterBelongsToAComplaint: {
    id: 'R3.1(三)', article: '第三章一', sentence: '举报人身份随已收到的举报封存。',
  },
  AnonymousReporterIsNotSealed: {
    id: 'R3.1(三)', article: '第三章一', sentence: '匿名举报不得登记举报人身份。',
  },
  ErasedReporterStaysErased: {
    id: 'R4.2(二)', article: '第四章二', sentence: '举报人身份已经销毁,不得再封存、查阅或者销毁。',
  },
  AccessIsDecidedFirst: {
    id: 'R4.2(二)', article: '第四章二', sentence: '已有查阅申请尚未决定,不得再次申请。',
  },
  AccessWasRequested: {
    id: 'R4.2(二)', article: '第四章二', sentence: '没有待决定的查阅申请。',
  },
  SecondPersonApprovesAccess: {
    id: 'R4.2(二)', article: '第四章二', sentence: '查阅举报人身份由申请人以外的第二人决定。',
  },
  OnlyTheApprovedReaderOpens: {
    id: 'R4.2(二)', article: '第四章二', sentence: '举报人身份只能由经同意的申请人在同意后四小时内查阅一次。',
  },
  ErasureFollowsTheClosing: {
    id: 'R3.1(三)', article: '第三章一', sentence: '举报归档之后才能销毁举报人身份。',
  },
  ErasureIsProposedFirst: {
    id: 'R4.2(二)', article: '第四章二', sentence: '销毁举报人身份应当先由一人提议。',
  },
  ErasureTakesTwoPersons: {
    id: 'R4.2(二)', article: '第四章二', sentence: '销毁举报人身份由提议人以外的第二人确认。',
  },
});
