import { Inject, Injectable } from '@nestjs/common';
import { EVENTS, WEBHOOKS } from '#apps/server/src/http/ports';
import { invalidInput } from '#apps/server/src/http/problem';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { EventStore } from '#libs/event-sourcing/event-store';
import { require } from '#libs/event-sourcing/rule';
import { membersLeaving } from '#libs/record/feeds';
import type { RegisterWebhook } from '#libs/webhooks/webhook.commands';
import type { WebhookSecretRotated } from '#libs/webhooks/webhook.events';
import { webhookRules } from '#libs/webhooks/webhook.rules';
import type { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import type { WebhookSecrets } from '#libs/webhooks/webhook-secrets';

/** What the configuration says of webhooks, not the record. */
export interface WebhookMeans {
  readonly hosts: WebhookHosts;
  readonly secrets: WebhookSecrets;
}

/** An outcome that brings a new secret. */
export interface SecretOutcome extends Outcome {
  /** `whsec_…`, shown this once: not where the command had been carried out before. */
  readonly secret?: string;
}

@Injectable()
export class WebhookAccess {
  constructor(
    @Inject(WEBHOOKS) private readonly means: WebhookMeans,
    @Inject(EVENTS) private readonly events: EventStore,
  ) {}

  /** @throws Refused, HttpProblem */
  check({ url, types = [] }: RegisterWebhook): void {
    const unknown = types.findIndex((type) => membersLeaving(type) === undefined);
    if (unknown !== -1) throw invalidInput([{ pointer: `/types/${unknown}`, check: 'isIn', detail: '没有这种对外推送的事件' }]);
    const address = URL.parse(url);
    require(address !== null, webhookRules.AddressIsSafe);
    require(this.means.hosts.allows(address), webhookRules.HostIsNamed, address.host);
  }

  firstSecret(outcome: Outcome, webhookId: string): SecretOutcome {
    return outcome.repeated ? outcome : { ...outcome, secret: this.means.secrets.of(webhookId, 1) };
  }

  /** The secret of the generation that the command began. */
  async nextSecret(outcome: Outcome, webhookId: string): Promise<SecretOutcome> {
    if (outcome.repeated) return outcome;
    for await (const event of this.events.readStream(outcome.stream, { from: outcome.revision, max: 1 })) {
      const { generation } = event.data as WebhookSecretRotated['data'];
      return { ...outcome, secret: this.means.secrets.of(webhookId, generation) };
    }
    return outcome;
  }
}
