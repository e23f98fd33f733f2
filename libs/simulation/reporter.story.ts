import { createHash } from 'node:crypto';
import type { RequestReporterAccess, SealedReporter } from '#libs/complaints/reporter.commands';
import type { Area } from '#libs/regulation/areas';
import { clerkOf, reviewerOf } from '#libs/simulation/actors';
import { send, type Story } from '#libs/simulation/story';

/**
 * 封存举报人身份. Nobody complained, so no vault holds anything: the commitment is to nothing, and the story that seals has to
 * end with the erasure.
 */
export function* sealReporterStory(complaintId: string, center: Area): Story {
  const digest = createHash('sha256').update(`reporter of ${complaintId}`).digest('hex');
  const body: SealedReporter = { subject: `r-${digest.slice(0, 16)}`, fields: ['name', 'phone'], commitment: digest };
  yield* send(clerkOf(center), 'SealReporter', complaintId, body);
}

/** 查阅举报人身份, to answer: asked for, agreed to by a second person, and read. */
export function* readReporterStory(complaintId: string, center: Area): Story {
  const asked: RequestReporterAccess = { accessPurpose: 'CONTACT', reason: '告知受理情况' };
  yield* send(clerkOf(center), 'RequestReporterAccess', complaintId, asked);
  yield* send(reviewerOf(center), 'ApproveReporterAccess', complaintId, {});
  yield* send(clerkOf(center), 'OpenReporterIdentity', complaintId, {});
}

/** 销毁举报人身份, by two persons. */
export function* eraseReporterStory(complaintId: string, center: Area): Story {
  yield* send(clerkOf(center), 'ProposeReporterErasure', complaintId, { reason: '已办结,不再需要联系举报人' });
  yield* send(reviewerOf(center), 'ConfirmReporterErasure', complaintId, {});
}
