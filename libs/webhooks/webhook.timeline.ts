import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { SUSPENSION_CAUSES, type WebhookEvent } from '#libs/webhooks/webhook.events';

const SENTENCES: Sentences<WebhookEvent> = {
  WebhookRegistered: ({ url, types }) => `登记推送地址${url},推送${types.length === 0 ? '其有权接收的全部事件' : `${types.length}种事件`}`,
  WebhookSuspended: ({ cause, reason, failures, until }) => {
    const why = reason ?? (failures === undefined ? '' : `失败${failures}次`);
    return `暂停推送(${SUSPENSION_CAUSES[cause]}):${why}${until === undefined ? '' : ',期满自动恢复'}`;
  },
  WebhookResumed: ({ cause }) => (cause === 'ASKED' ? '恢复推送' : '暂停期满,恢复推送'),
  WebhookSecretRotated: ({ generation }) => `更换推送密钥(第${generation}代)`,
  WebhookRedeliveryRequested: ({ stream, eventId }) => `要求重新推送${stream}的事件${eventId}`,
};

/** 推送地址的历程 */
export const tellWebhook = telling(SENTENCES);
