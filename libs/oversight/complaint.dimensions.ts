import { COMPLAINT_CHANNELS, COMPLAINT_CONCLUSIONS } from '#libs/complaints/complaint.events';
import { COMPLAINT_STATES } from '#libs/complaints/complaint.evolve';
import { dimension } from '#libs/oversight/ledger.dimension';

export type Reporter = 'NAMED' | 'ANONYMOUS';
export type ComplaintPeriod = 'RECEIPT' | 'CLOSING';

export const COMPLAINT_DIMENSIONS = {
  complaintState: dimension('举报状态', COMPLAINT_STATES),
  channel: dimension('举报来源', COMPLAINT_CHANNELS),
  reporter: dimension<Reporter>('是否实名', { NAMED: '实名', ANONYMOUS: '匿名' }),
  complaintConclusion: dimension('举报认定', COMPLAINT_CONCLUSIONS),
  complaintPeriod: dimension<ComplaintPeriod>('举报办理期限', { RECEIPT: '告知举报人', CLOSING: '办结归档' }),
};
