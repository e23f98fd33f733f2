import { about, type Step } from '#test/recorded-events/step';
import { province } from '#libs/cases/case-story';
import { SYSTEM } from '#libs/event-sourcing/worker';

const service = { person: 'service-hr', role: 'SERVICE', organisation: 'FJ', categories: ['case'] };
const endpoint = about('hr');

/** An endpoint that breaks down, is tried again when its suspension lapses, and is given up by itself in the end. */
export const webhooksStory: readonly Step[] = [
  endpoint('2026-06-01', service, 'RegisterWebhook', { url: 'https://hooks.example.org/dudao', types: ['OpinionIssued', 'RectificationDemanded'] }),
  endpoint('2026-06-02', service, 'SuspendWebhook', { reason: '系统维护' }),
  endpoint('2026-06-03', service, 'ResumeWebhook'),
  endpoint('2026-06-04', service, 'RotateWebhookSecret'),
  endpoint('2026-06-05', SYSTEM, 'SuspendFailingWebhook', { cause: 'FAILING', failures: 16 }),
  endpoint('2026-06-08', province, 'RedeliverEvent', { stream: 'case-1', eventId: '01930000-0000-8000-8000-000000000001' }),
  endpoint('2026-06-09', SYSTEM, 'SuspendFailingWebhook', { cause: 'GONE', failures: 1 }),
];
