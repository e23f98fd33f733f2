import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AnswerValidator } from '#test/support/answer-validator';
import { checkingAppends } from '#test/support/event-validator';
import { onceARun } from '#test/support/once-a-run';
import { PASSING } from '#test/support/passing-store';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Parts } from '#apps/server/src/app.module';
import { openApi } from '#apps/server/src/http/open-api';
import { HEARTBEAT } from '#apps/server/src/feed/event-stream';
import { personaSource } from '#apps/server/src/http/persona-source';
import { createServer, type ServerOptions } from '#apps/server/src/http/server';
import { measured } from '#apps/server/src/telemetry/measured-store';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import { publishKnownCalendars } from '#libs/record/known-calendars';
import { openRecord, type Stores, type SupervisionRecord } from '#libs/record/record';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { SettableClock } from '#libs/event-sourcing/clock';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { DocumentVault } from '#libs/vault/document-vault';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import { WebhookSecrets } from '#libs/webhooks/webhook-secrets';

/** The key under which test servers draw. */
export const DRAW_KEY = ecvrfKeyPair(new Uint8Array(32).fill(7));

/** Under which test servers sign what they deliver, and where to: nowhere unless a test says. */
export const WEBHOOK_SECRETS = new WebhookSecrets(new Uint8Array(32).fill(9));
const VAULT_KEY = new Uint8Array(32).fill(5);
const openPassing = (path: string): Promise<SqliteDocumentStore> => SqliteDocumentStore.open(path, PASSING);
const webhooks = { hosts: new WebhookHosts({ hosts: ['hooks.example.org'], privateHosts: [] }), secrets: WEBHOOK_SECRETS };

/** The real server on a port of its own, over stores in a folder that goes with it. */
export class TestServer {
  private constructor(
    readonly url: string,
    readonly clock: SettableClock,
    readonly record: SupervisionRecord,
    readonly metrics: Metrics,
    /** Requests of the worker that a rule refused. */
    readonly refusals: readonly string[],
    readonly close: () => Promise<void>,
    private readonly describe: () => OpenAPIObject,
  ) {}

  private validator: AnswerValidator | undefined;

  /** Every answer of the server is held against what it says of itself. */
  get answers(): AnswerValidator {
    this.validator ??= new AnswerValidator(this.describe());
    return this.validator;
  }

  static async start(options: ServerOptions & { readonly parts?: (record: SupervisionRecord) => Partial<Parts> } & Pick<Stores, 'aroundFold'> = {}): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'server-'));
    const events = measured(checkingAppends(await SqliteEventStore.open(join(folder, 'events.db'), PASSING)), () => undefined);
    const documents = await openPassing(join(folder, 'documents.db'));
    const vault = new DocumentVault(await openPassing(join(folder, 'keys.db')), await openPassing(join(folder, 'texts.db')), VAULT_KEY);
    const clock = new SettableClock('2026-11-24T00:30:00.000Z');
    const refusals: string[] = [];
    const record = openRecord({ events, documents, clock, drawKey: DRAW_KEY, aroundFold: options.aroundFold, onRefused: ({ name, target }, reason) => refusals.push(`${name} ${target}: ${reason.message}`) });
    await publishKnownCalendars(record);
    const metrics = new Metrics();
    const app = await createServer({ ...record, actors: personaSource, clock, metrics, webhooks, vault, feed: { readers: 10, heartbeat: HEARTBEAT }, ...options.parts?.(record) }, { logger: false, ...options });
    await app.listen(0, '127.0.0.1');
    return new TestServer(await app.getUrl(), clock, record, metrics, refusals, async () => {
      await app.close();
      await documents.close();
      await vault.close();
      await events.close();
      rmSync(folder, { recursive: true });
    }, () => onceARun('open-api', () => openApi(app)));
  }

  /** A request as a persona: `demo-` and this name is the token. */
  as(persona: string) {
    const headers = { authorization: `Bearer demo-${persona}` };
    return {
      get: (path: string) => this.send(path, { headers }),
      post: (path: string, body: unknown = {}, more: Readonly<Record<string, string>> = {}) =>
        this.send(path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json', ...more }, body: JSON.stringify(body) }),
    };
  }

  async send(path: string, init: RequestInit = {}): Promise<Reply> {
    const response = await fetch(`${this.url}${path}`, init);
    const text = await response.text();
    const [type = ''] = (response.headers.get('content-type') ?? '').split(';', 1);
    const body: unknown = text !== '' && type.endsWith('json') ? JSON.parse(text) : text;
    const fault = response.status === 500 ? undefined : this.answers.fault({ method: init.method ?? 'GET', path, status: response.status, type, body });
    if (fault !== undefined) throw new Error(`OpenAPI lies, ${fault}`);
    return { status: response.status, headers: response.headers, body };
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers freely
  readonly body: any;
}
