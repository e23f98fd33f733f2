import { COMPLAINT_CHANNELS, COMPLAINT_CONCLUSIONS, type ComplaintEvent } from '#libs/complaints/complaint.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { AREA_NAMES } from '#libs/regulation/areas';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<ComplaintEvent> = {
  ComplaintReceived: ({ channel, isAnonymous, holder }) => `${AREA_NAMES[holder]}中心收到${isAnonymous ? '匿名' : '署名'}举报(${COMPLAINT_CHANNELS[channel]})`,
  ComplaintRegistered: ({ number }) => `登记举报,编号${number}`,
  ComplaintTransferred: ({ to, reason }) => `转送${AREA_NAMES[to]}中心办理:${reason}`,
  ComplaintAccepted: ({ closingDue }) => `受理举报,限${chineseDate(closingDue.date)}前办结`,
  ComplaintNotAccepted: ({ reason }) => `不予受理:${reason}`,
  ComplaintMerged: ({ reason }) => `并案办理:${reason}`,
  ReporterNotified: () => '书面告知举报人',
  ReceiptNoticeOverdue: ({ due }) => `告知举报人逾期(应于${chineseDate(due.date)}前)`,
  ReceiptNoticeDueRecomputed: ({ before, after }) => `放假安排公布或者更正后重算告知期限:由${chineseDate(before.date)}改为${chineseDate(after.date)}`,
  InvestigationOpened: () => '启动调查核实',
  FindingsReported: () => '报告调查情况',
  ComplaintConcluded: ({ conclusion }) => `认定举报${COMPLAINT_CONCLUSIONS[conclusion]}`,
  DisposalDecided: ({ disposal }) => `决定处理:${disposal}`,
  ReporterAnswered: () => '答复举报人',
  ComplaintExtended: ({ closingDue, reason }) => `办理期限延长至${chineseDate(closingDue.date)}:${reason}`,
  ComplaintOverdue: ({ due }) => `举报办理逾期(应于${chineseDate(due.date)}前)`,
  ComplaintDueRecomputed: ({ before, after }) => `放假安排公布或者更正后重算办理期限:由${chineseDate(before.date)}改为${chineseDate(after.date)}`,
  ComplaintClosed: () => '归档',
  ComplaintReopened: ({ reason }) => `重新办理:${reason}`,
};

/** 举报的历程, without the person who complained. */
export const tellComplaint = telling(SENTENCES);
