import { accessRules } from '#libs/access/access.rules';
import { SYSTEM } from '#libs/event-sourcing/worker';
import { given, recorded } from '#libs/event-sourcing/given';
import { webhookDecider } from '#libs/webhooks/webhook.decide';
import type { WebhookEvent } from '#libs/webhooks/webhook.events';
import { webhookRules } from '#libs/webhooks/webhook.rules';
import { waitAfter } from '#libs/webhooks/webhook.terms';
import { webhookTimers } from '#libs/webhooks/webhook.timers';
import { tellWebhook } from '#libs/webhooks/webhook.timeline';
import { webhookFile, type WebhookFile } from '#libs/webhooks/webhook.view';

const NOW = '2026-03-02T02:00:00.000Z';
const TOMORROW = '2026-03-03T02:00:00.000Z';
const service = { person: 'p-service-hr', role: 'SERVICE', organisation: 'FJ', categories: ['case'] };
const otherService = { ...service, person: 'p-service-x' };
const agency = { person: 'p-agency-1', role: 'AGENCY', organisation: 'FJ' };
const province = { person: 'p-province', role: 'PROVINCIAL_CENTER', organisation: 'FJ' };
const url = 'https://hooks.example.org/dudao';

const registered: WebhookEvent = { type: 'WebhookRegistered', data: { url, types: [], owner: service } };
const asked: WebhookEvent = { type: 'WebhookSuspended', data: { cause: 'ASKED', reason: '维护' } };
const failing: WebhookEvent = { type: 'WebhookSuspended', data: { cause: 'FAILING', failures: 16, until: TOMORROW } };
const gone: WebhookEvent = { type: 'WebhookSuspended', data: { cause: 'GONE', failures: 1 } };
const resumed: WebhookEvent = { type: 'WebhookResumed', data: { cause: 'ASKED' } };
const rotated: WebhookEvent = { type: 'WebhookSecretRotated', data: { generation: 2, previousUntil: TOMORROW } };
const redelivery: WebhookEvent = { type: 'WebhookRedeliveryRequested', data: { stream: 'case-1', eventId: '01930000-0000-8000-8000-000000000001' } };
const on = (...more: readonly WebhookEvent[]) => given(webhookDecider, [registered, ...more]).by(service);

describe('registering an endpoint', () => {
  it('is for services and the province, each for itself', () => {
    given(webhookDecider).by(service).when('RegisterWebhook', { url }).expectFacts([registered]);
    given(webhookDecider).by(province).when('RegisterWebhook', { url, types: ['OpinionIssued'] }).expectFacts([{ type: 'WebhookRegistered', data: { url, types: ['OpinionIssued'], owner: province } }]);
    given(webhookDecider).by(agency).when('RegisterWebhook', { url }).expectRefusal(webhookRules.OnlyServicesAndTheProvinceSubscribe);
  });

  it.each(['http://127.0.0.1:3100/hook', 'http://[::1]:3100/', 'https://10.1.2.3/hook'])('takes %s: whether the host is named is not for the record to say', (address) => {
    given(webhookDecider).by(service).when('RegisterWebhook', { url: address }).expectTypes(['WebhookRegistered']);
  });

  it.each([
    'http://hooks.example.org/', 'ftp://hooks.example.org/', 'https://user@hooks.example.org/', 'https://user:pass@hooks.example.org/', 'https://hooks.example.org/?token=1', 'https://hooks.example.org/?',
    'https://hooks.example.org/#', 'https://HOOKS.example.org/', 'https://hooks.example.org:443/', 'https://hooks.example.org', 'https://2130706433/', 'https://0x7f.1/', 'https:\\\\hooks.example.org\\', 'https://hooks.example.org/a/../b', 'nowhere',
  ])('refuses the address %s', (address) => {
    given(webhookDecider).by(service).when('RegisterWebhook', { url: address }).expectRefusal(webhookRules.AddressIsSafe);
  });
});

describe('an endpoint', () => {
  it('is suspended and resumed by its owner or the province; twice is once', () => {
    for (const by of [service, province]) {
      on().by(by).when('SuspendWebhook', { reason: '维护' }).expectFacts([asked]);
      on(asked).by(by).when('ResumeWebhook').expectFacts([resumed]);
    }
    on(asked).when('SuspendWebhook', { reason: '维护' }).expectFacts([]);
    on(failing).when('SuspendWebhook', { reason: '维护' }).expectFacts([asked]);
    on().when('ResumeWebhook').expectFacts([]);
    on().by(otherService).when('SuspendWebhook', { reason: '维护' }).expectRefusal(webhookRules.WebhookBelongsToItsOwner);
    on(asked).by(agency).when('ResumeWebhook').expectRefusal(webhookRules.WebhookBelongsToItsOwner);
  });

  it('gets its next secret for its owner alone, and keeps the one before for a day', () => {
    on().when('RotateWebhookSecret').expectFacts([rotated]);
    on(rotated).when('RotateWebhookSecret').expectFacts([{ type: 'WebhookSecretRotated', data: { generation: 3, previousUntil: TOMORROW } }]);
    for (const by of [province, otherService, agency]) on().by(by).when('RotateWebhookSecret').expectRefusal(webhookRules.SecretIsForItsOwner);
  });

  it('gets one event once more where its owner or the province asks', () => {
    for (const by of [service, province]) on().by(by).when('RedeliverEvent', redelivery.data).expectFacts([redelivery]);
    on().by(otherService).when('RedeliverEvent', redelivery.data).expectRefusal(webhookRules.WebhookBelongsToItsOwner);
  });
});

describe('an endpoint that fails', () => {
  it('is suspended by the system for a day, and for good where it is gone', () => {
    on().by(SYSTEM).when('SuspendFailingWebhook', { cause: 'FAILING', failures: 16 }).expectFacts([failing]);
    on().by(SYSTEM).when('SuspendFailingWebhook', { cause: 'GONE', failures: 1 }).expectFacts([gone]);
    on(asked).by(SYSTEM).when('SuspendFailingWebhook', { cause: 'FAILING', failures: 16 }).expectFacts([]);
    on().by(province).when('SuspendFailingWebhook', { cause: 'FAILING', failures: 16 }).expectRefusal(accessRules.OnlyTheSystem);
  });

  it('is tried again when the day is over, unless it was suspended otherwise meanwhile', () => {
    const lapsed: WebhookEvent = { type: 'WebhookResumed', data: { cause: 'LAPSED' } };
    on(failing).by(SYSTEM).at(TOMORROW).when('LapseWebhookSuspension').expectFacts([lapsed]);
    on(failing).by(SYSTEM).at(NOW).when('LapseWebhookSuspension').expectFacts([]);
    for (const other of [asked, gone, resumed]) on(failing, other).by(SYSTEM).at(TOMORROW).when('LapseWebhookSuspension').expectFacts([]);
    on(failing).when('LapseWebhookSuspension').expectRefusal(accessRules.OnlyTheSystem);
  });

  it('has a timer for that day alone', () => {
    const timer = 'webhook-1:suspension';
    const due = { timer, dueAt: TOMORROW, request: { name: 'LapseWebhookSuspension', target: '1', body: {} } };
    const changes = [registered, failing, resumed, asked].map((fact) => webhookTimers.timers(recorded(fact, { stream: 'webhook-1' })));
    expect(changes).toEqual([[], [due], [{ timer, ended: true }], [{ timer, ended: true }]]);
  });

  it('is waited for twice as long each time, up to an hour, half of it by chance', () => {
    expect([1, 2, 3, 10, 11, 99].map((failures) => waitAfter(failures, 0) / 1000)).toEqual([5, 10, 20, 2560, 3600, 3600]);
    expect(waitAfter(1, 1)).toBe(2500);
  });
});

describe('what is known of an endpoint', () => {
  const fold = (events: readonly WebhookEvent[]) =>
    events.reduce<WebhookFile | null>((file, fact, revision) => webhookFile.apply(file, recorded(fact, { stream: 'webhook-1', revision }), '1'), null);

  it('is where it is, whose it is and how it stands', () => {
    const file = { webhookId: '1', url, types: [], owner: service, service: 'p-service-hr', registeredAt: '0'.repeat(20), isSuspended: false, generation: 1 };
    expect(fold([registered])).toEqual(file);
    expect(fold([registered, failing])).toEqual({ ...file, isSuspended: true, suspendedBecause: 'FAILING', suspendedUntil: TOMORROW });
    expect(fold([registered, failing, resumed, rotated])).toEqual({ ...file, generation: 2, previousUntil: TOMORROW });
    expect(fold([{ ...registered, data: { ...registered.data, owner: province } }])).toMatchObject({ service: '' });
    expect(webhookFile.keys(recorded(redelivery, { stream: 'webhook-1' }))).toEqual([]);
  });

  it('is told in its history', () => {
    expect([registered, asked, failing, gone, resumed, rotated, redelivery].map((fact) => tellWebhook(recorded(fact)))).toEqual([
      '登记推送地址https://hooks.example.org/dudao,推送其有权接收的全部事件', '暂停推送(应要求):维护', '暂停推送(连续推送失败):失败16次,期满自动恢复', '暂停推送(对方声明地址已停用):失败1次',
      '恢复推送', '更换推送密钥(第2代)', '要求重新推送case-1的事件01930000-0000-8000-8000-000000000001',
    ]);
  });
});
