import { Body, Controller, Inject, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { JOURNAL } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { type SecretOutcome, WebhookAccess } from '#apps/server/src/webhooks/webhook-access';
import { ListWebhookDeliveries, ListWebhooks } from '#apps/server/src/webhooks/webhooks.queries';
import type { Actor } from '#libs/event-sourcing/event';
import { RedeliverEvent, RegisterWebhook, ResumeWebhook, RotateWebhookSecret, SuspendWebhook } from '#libs/webhooks/webhook.commands';
import { tellWebhook } from '#libs/webhooks/webhook.timeline';
import { type WebhookFile, webhookFile } from '#libs/webhooks/webhook.view';
import type { Delivery, WebhookJournal } from '#libs/webhooks/webhook-journal';

const files: Readable<WebhookFile> = { view: webhookFile, sight: { service: 'service' }, category: 'webhook' };

export interface DeliveryPage {
  /** The latest first; of older ones only the last thousand are kept. */
  readonly items: readonly Delivery[];
  /** `before` of the next page; null on the last. */
  readonly next: number | null;
}

@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly access: WebhookAccess,
    @Inject(JOURNAL) private readonly journal: WebhookJournal,
  ) {}

  /** 推送地址列表 */
  @PageRoute('', 'ListWebhooks')
  list(@By() actor: Actor, @Query() query: ListWebhooks) {
    return this.queries.execute(new FindDocuments(files, actor, query, { where: { isSuspended: query.isSuspended } }));
  }

  /** 推送地址 */
  @DocumentRoute(':webhookId', 'GetWebhook')
  get(@By() actor: Actor, @Id('webhookId') webhookId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(files, actor, webhookId, query));
  }

  /** 推送地址的历程 */
  @QueryRoute(':webhookId/timeline', 'GetWebhookTimeline')
  timeline(@By() actor: Actor, @Id('webhookId') webhookId: string) {
    return this.queries.execute(new ReadTimeline(files, tellWebhook, actor, webhookId));
  }

  /** 推送记录 */
  @QueryRoute(':webhookId/deliveries', 'ListWebhookDeliveries')
  async deliveries(@By() actor: Actor, @Id('webhookId') webhookId: string, @Query() { limit = 50, before }: ListWebhookDeliveries): Promise<DeliveryPage> {
    await this.queries.execute(new ReadDocument(files, actor, webhookId));
    const items = await this.journal.deliveries(webhookId, limit, before);
    return { items, next: items.length === limit ? (items.at(-1)?.number ?? null) : null };
  }

  /** 登记推送地址;密钥只在此时给出 */
  @CommandRoute('webhookId', RegisterWebhook, 'SecretOutcome')
  async registerWebhook(@From() origin: Origin, @Body() body: RegisterWebhook): Promise<SecretOutcome> {
    this.access.check(body);
    return this.access.firstSecret(await this.commands.execute(new Submit(origin, body)), origin.target);
  }

  /** 暂停推送 */
  @CommandRoute('webhookId', SuspendWebhook)
  suspendWebhook(@From() origin: Origin, @Body() body: SuspendWebhook) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 恢复推送 */
  @CommandRoute('webhookId', ResumeWebhook)
  resumeWebhook(@From() origin: Origin, @Body() body: ResumeWebhook) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 更换推送密钥;新密钥只在此时给出,旧密钥一天之内同时有效 */
  @CommandRoute('webhookId', RotateWebhookSecret, 'SecretOutcome')
  async rotateWebhookSecret(@From() origin: Origin, @Body() body: RotateWebhookSecret): Promise<SecretOutcome> {
    return this.access.nextSecret(await this.commands.execute(new Submit(origin, body)), origin.target);
  }

  /** 重新推送一个事件 */
  @CommandRoute('webhookId', RedeliverEvent)
  redeliverEvent(@From() origin: Origin, @Body() body: RedeliverEvent) {
    return this.commands.execute(new Submit(origin, body));
  }
}
