import { province, system } from '#libs/cases/case-story';
import type { Actor } from '#libs/event-sourcing/event';
import { type Ask, ask } from '#test/properties/ask';
import { chosen, someActor } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const WEBHOOK = 'webhook-a';
const service: Actor = { person: 'service', role: 'SERVICE', organisation: 'FJ', categories: ['case'] };

/** About the one endpoint, now and then by somebody whose it is not. */
export function askOfWebhook({ states }: Scene, dice: number): Ask {
  const by = dice % 5 === 0 ? someActor(dice) : chosen([service, province], dice);
  if (states.of('webhook', WEBHOOK) === undefined) return ask(service, 'RegisterWebhook', WEBHOOK, { url: 'https://hooks.example.org/dudao' });
  const asks: readonly Ask[] = [
    ask(system, 'SuspendFailingWebhook', WEBHOOK, { cause: dice % 4 === 0 ? 'GONE' : 'FAILING', failures: 16 }),
    ask(by, 'ResumeWebhook', WEBHOOK),
    ask(service, 'RotateWebhookSecret', WEBHOOK),
    ask(by, 'RedeliverEvent', WEBHOOK, { stream: 'agency-agency-1', eventId: '01930000-0000-8000-8000-000000000001' }),
    ask(by, 'SuspendWebhook', WEBHOOK, { reason: '维护' }),
  ];
  return chosen(asks, Math.floor(dice / 5));
}
