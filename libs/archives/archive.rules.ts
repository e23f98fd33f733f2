import { defineRules } from '#libs/event-sourcing/rule';

export const archiveRules = defineRules({
  OnlyTheKeeperArchives: {
    id: 'b.10', article: '档案法第十四条', sentence: '督导档案由委派或者办理该事项的中心归档、保管、鉴定和销毁,其他单位不得办理。',
  },
  OnlyTheClosedIsArchived: {
    id: 'b.10', article: '档案法第十四条', sentence: '专项督导结案、日常督导办结或者举报归档之后,才能归档封存。',
  },
  SealedEventsStand: {
    id: 'b.10', article: '档案法实施条例第三十九条', sentence: '卷宗中已封存的事件与封存时不一致,应当查明原因,不得重新封存或者销毁。',
  },
  ArchiveIsForTheKeeperAndAuditors: {
    id: 'R2.7(四)', article: '第二章七', sentence: '督导情况记录不得擅自公开,督导档案只供保管的中心、省级单位和审计调阅。',
  },
  AccusedNeverOpensTheArchive: {
    id: 'R3.1(三)', article: '第三章一', sentence: '被举报人不得办理、调阅该举报的档案。',
  },
  RetentionOnlyGrows: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '保管期限(D-13)只能延长,不得缩短。',
  },
  DisposalFollowsTheRetention: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '保管期限(D-13)届满之后才能鉴定、销毁档案。',
  },
  PackageIsWholeAtTheEnd: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '封存之后又有新记录的卷宗应当先办结并重新封存,才能鉴定、销毁。',
  },
  DisposalIsProposedOnce: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '已有销毁提议,由第二人确认,或者延长保管期限。',
  },
  DisposalIsProposedFirst: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '档案应当先鉴定并提议销毁,再由第二人确认。',
  },
  DisposalTakesTwoPersons: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '销毁档案由鉴定提议人以外的第二人确认。',
  },
  DisposedArchiveStaysClosed: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '档案已经销毁,不能再调阅、延期或者重新封存。',
  },
});
