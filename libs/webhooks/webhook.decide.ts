import { requireSystem } from '#libs/access/policy';
import { later } from '#libs/event-sourcing/clock';
import type { CommandRule, Context, Decider } from '#libs/event-sourcing/decider';
import type { Actor } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import { requireOwner, requireOwnerOrProvince, requireSubscriber } from '#libs/webhooks/webhook.access';
import type { RedeliverEvent, RegisterWebhook, SuspendFailingWebhook, SuspendWebhook } from '#libs/webhooks/webhook.commands';
import { webhookBasis, type WebhookEvent } from '#libs/webhooks/webhook.events';
import { evolveWebhook, type Webhook, type WebhookState } from '#libs/webhooks/webhook.evolve';
import { isSafeAddress } from '#libs/webhooks/webhook-hosts';
import { webhookRules } from '#libs/webhooks/webhook.rules';
import { SECRET_OVERLAP_MS, SUSPENSION_MS } from '#libs/webhooks/webhook.terms';

type WebhookRule<C> = CommandRule<C, WebhookState, WebhookEvent>;

/** A command about a webhook that is registered; those without a stream were refused before. */
function onWebhook<C>(allow: (actor: Actor, owner: Actor) => void, decide: (command: C, webhook: Webhook, context: Context) => readonly WebhookEvent[]): WebhookRule<C> {
  return {
    authorise: (_command, webhook, { actor }) => webhook !== undefined && allow(actor, webhook.owner),
    decide: (command, webhook, context) => (webhook === undefined ? [] : decide(command, webhook, context)),
  };
}

const registerWebhook: WebhookRule<RegisterWebhook> = {
  creates: true,
  authorise: (_command, _webhook, { actor }) => requireSubscriber(actor),
  decide: ({ url, types = [] }, _webhook, { actor }) => {
    require(isSafeAddress(url), webhookRules.AddressIsSafe);
    return [{ type: 'WebhookRegistered', data: { url, types, owner: actor } }];
  },
};

const suspendWebhook = onWebhook<SuspendWebhook>(requireOwnerOrProvince, ({ reason }, { suspension }) =>
  suspension?.cause === 'ASKED' ? [] : [{ type: 'WebhookSuspended', data: { cause: 'ASKED', reason } }],
);

const resumeWebhook = onWebhook<object>(requireOwnerOrProvince, (_command, { suspension }) =>
  suspension === undefined ? [] : [{ type: 'WebhookResumed', data: { cause: 'ASKED' } }],
);

const rotateWebhookSecret = onWebhook<object>(requireOwner, (_command, { generation }, { now }) => [
  { type: 'WebhookSecretRotated', data: { generation: generation + 1, previousUntil: later(now, SECRET_OVERLAP_MS) } },
]);

const redeliverEvent = onWebhook<RedeliverEvent>(requireOwnerOrProvince, ({ stream, eventId }) => [{ type: 'WebhookRedeliveryRequested', data: { stream, eventId } }]);

const suspendFailingWebhook = onWebhook<SuspendFailingWebhook>(requireSystem, ({ cause, failures }, { suspension }, { now }) => {
  if (suspension !== undefined) return [];
  return [{ type: 'WebhookSuspended', data: { cause, failures, ...(cause === 'FAILING' && { until: later(now, SUSPENSION_MS) }) } }];
});

/** Another suspension may have taken the place of the one that lapses. */
const lapseWebhookSuspension = onWebhook<object>(requireSystem, (_command, { suspension }, { now }) =>
  suspension?.until !== undefined && suspension.until <= now ? [{ type: 'WebhookResumed', data: { cause: 'LAPSED' } }] : [],
);

export const webhookDecider: Decider<WebhookState, WebhookEvent> = {
  category: 'webhook',
  initial: undefined,
  evolve: evolveWebhook,
  basis: webhookBasis,
  area: () => 'FJ',
  commands: {
    RegisterWebhook: registerWebhook,
    SuspendWebhook: suspendWebhook,
    ResumeWebhook: resumeWebhook,
    RotateWebhookSecret: rotateWebhookSecret,
    RedeliverEvent: redeliverEvent,
    SuspendFailingWebhook: suspendFailingWebhook,
    LapseWebhookSuspension: lapseWebhookSuspension,
  },
};
