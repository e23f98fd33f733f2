import { defineRules } from '#libs/event-sourcing/rule';

export const complaintRules = defineRules({
  ComplaintIsAboutAnAgency: {
    id: 'R3.1(三)', article: '第三章一', sentence: '举报应当针对一个已登记的评价机构。',
  },
  ComplaintIsRegisteredOnce: {
    id: 'R3.1(三)', article: '第三章一', sentence: '举报收到后登记一次。',
  },
  OnlyTheHolderHandlesTheComplaint: {
    id: 'R1.5-3', article: '第一章五', sentence: '举报由负责办理的中心办理,其他中心不得办理。',
  },
  AccusedNeverHandlesTheComplaint: {
    id: 'R3.1(三)', article: '第三章一', sentence: '被举报人不得办理该举报。',
  },
  ComplaintGoesToTheCompetentCenter: {
    id: 'R1.5-3', article: '第一章五', sentence: '举报应当转送有管辖权的其他中心。',
  },
  HolderIsCompetent: {
    id: 'R1.5-3', article: '第一章五', sentence: '被举报机构不在本中心管辖范围,应当转送有管辖权的中心。',
  },
  AcceptanceFollowsTheRegistration: {
    id: 'R3.1(三)', article: '第三章一', sentence: '举报登记之后、尚未决定是否受理的,才能决定受理、不予受理、转送或者并案。',
  },
  MergedIntoAnOpenOne: {
    id: 'R3.1(三)', article: '第三章一', sentence: '只能并入针对同一机构、正在办理的另一举报。',
  },
  AnonymousReporterIsNotTold: {
    id: 'R3.1(三)', article: '第三章一', sentence: '匿名举报无法告知或者答复举报人。',
  },
  ReporterIsNotifiedOnce: {
    id: 'R3.1(三)', article: '第三章一', sentence: '决定是否受理之后,书面告知举报人一次。',
  },
  InvestigationFollowsTheAcceptance: {
    id: 'R3.1(三)', article: '第三章一', sentence: '受理之后、认定之前才能启动调查核实。',
  },
  InvestigationNamesTheComplaint: {
    id: 'R3.1(三)', article: '第三章一', sentence: '调查核实应当由督导事项载明本举报的督导任务进行,且针对同一机构。',
  },
  FindingsComeFromTheInvestigation: {
    id: 'R3.1(三)', article: '第三章一', sentence: '调查情况只能由本举报的调查核实报告,且在认定之前。',
  },
  EveryInvestigationHasReported: {
    id: 'R3.1(三)', article: '第三章一', sentence: '受理的举报至少应当有一次调查核实,且每次均已报告调查情况,才能认定。',
  },
  DisposalFollowsTheConclusion: {
    id: 'R3.1(三)', article: '第三章一', sentence: '认定属实或者部分属实的,认定之后决定处理一次。',
  },
  AnswerFollowsTheDisposal: {
    id: 'R3.1(三)', article: '第三章一', sentence: '认定之后(属实或者部分属实的,决定处理之后)答复举报人一次。',
  },
  ComplaintIsExtendedOnce: {
    id: 'R3.1(三)', article: '第三章一', sentence: '办理期限只能在受理之后、归档之前延长一次。',
  },
  ComplaintIsDoneBeforeItCloses: {
    id: 'R3.1(三)', article: '第三章一', sentence: '举报办结并告知、答复举报人之后才能归档。',
  },
  OnlyAClosedComplaintReopens: {
    id: 'R3.1(三)', article: '第三章一', sentence: '只有已归档的举报才能重新办理。',
  },
  DisposedComplaintStaysClosed: {
    id: 'b.10', article: '档案法实施条例第二十四条', sentence: '举报档案已经销毁,不能重新办理;有新情况的,作为新的举报登记。',
  },
});
