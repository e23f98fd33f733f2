import { isIP } from 'node:net';
import { type Environment, SettingsTable } from '#libs/stores/settings-table';
import { type StoreSettings, storeSettingsIn } from '#libs/stores/store-settings';
import { isHost, type NamedHosts } from '#libs/webhooks/webhook-hosts';

export type ServerRole = 'all' | 'http' | 'worker';

export interface Settings extends StoreSettings {
  readonly port: number;
  readonly host: string;
  readonly role: ServerRole;
  /** Whether the log is worked on together with other processes, by leases. */
  readonly sharesWork: boolean;
  /** One line of text or of JSON for each thing that happened. */
  readonly logFormat: 'text' | 'json';
  /** Base address of an OpenTelemetry collector (OTLP over HTTP); no traces without it. */
  readonly otlpEndpoint: string | undefined;
  /** JSON file of bearer tokens; see `http/token-file.ts`. */
  readonly tokensFile: string | undefined;
  /** Secret key of the draws; unless set, one of its own in `dataDir`, made on the first start. */
  readonly drawKeyFile: string | undefined;
  /** Hosts to which events may be delivered; without any there are no webhooks. */
  readonly webhooks: NamedHosts;
  /** Key from which the secrets of webhooks derive; unless set, one of its own in `dataDir`, made on the first start. */
  readonly webhookKeyFile: string | undefined;
  /** Key from which those of the vault derive; unless set, one of its own in `dataDir`, made on the first start. */
  readonly vaultKeyFile: string | undefined;
  /** Greatest number of readers that follow the feed over open connections. */
  readonly feedReaders: number;
  /** Instant from which the clock of a demonstration runs on; undefined for the machine's own. */
  readonly clockFrom: string | undefined;
  /** The settings as a table for people, passwords masked. */
  readonly table: readonly string[];
}

/** @throws BadSettings with a line for every setting, the wrong ones marked */
export function readSettings(environment: Environment): Settings {
  const table = new SettingsTable(environment);
  const role = table.choice('ROLE', ['all', 'http', 'worker']);
  const port = Number(table.text('PORT', '3000', (value) => (isPort(value) ? undefined : '应当是 0 至 65535 的整数')));
  const host = table.text('HOST', '127.0.0.1', (value) => hostComplaint(value, environment['TOKENS_FILE']));
  const stores = storeSettingsIn(table);
  const isShared = stores.eventStore.kind !== 'sqlite';
  // Processes that share a log divide its work by leases, which lie among the documents.
  if (isShared && stores.documentStore.kind === 'sqlite') table.complain('DOCUMENT_STORE', '多个进程可共用 EVENT_STORE=eventstoredb 的记录,须设 DOCUMENT_STORE=mongodb');
  const logFormat = table.choice('LOG_FORMAT', ['text', 'json']);
  const otlpEndpoint = table.optional('OTEL_EXPORTER_OTLP_ENDPOINT', (value) => (isHttp(value) ? undefined : '应当是 http 或者 https 地址'));
  const tokensFile = table.optional('TOKENS_FILE');
  const keyFiles = keyFilesIn(table, role, isShared);
  const webhooks = { hosts: hostsIn(table, 'WEBHOOK_HOSTS'), privateHosts: hostsIn(table, 'WEBHOOK_PRIVATE_HOSTS') };
  const feedReaders = Number(table.text('FEED_READERS', '1000', (value) => (/^\d{1,5}$/.test(value) ? undefined : '应当是 0 至 99999 的整数')));
  const clockFrom = table.text('CLOCK_FROM', '', (value) => clockComplaint(value, host)) || undefined;
  table.check();
  return { ...stores, ...keyFiles, port, host, role, sharesWork: isShared && role !== 'http', logFormat, otlpEndpoint, tokensFile, webhooks, feedReaders, clockFrom, table: table.lines };
}

/** Processes that share a log share the keys that each of them uses: those have to be named. */
function keyFilesIn(table: SettingsTable, role: ServerRole, sharesItsLog: boolean): Pick<Settings, 'drawKeyFile' | 'webhookKeyFile' | 'vaultKeyFile'> {
  const drawKeyFile = table.optional('DRAW_KEY_FILE');
  const webhookKeyFile = table.optional('WEBHOOK_KEY_FILE');
  const vaultKeyFile = table.optional('VAULT_KEY_FILE');
  const keyFiles = { drawKeyFile, webhookKeyFile, vaultKeyFile };
  if (!sharesItsLog) return keyFiles;
  if (role !== 'http' && drawKeyFile === undefined) table.complain('DRAW_KEY_FILE', '各 worker 须用同一把抽取密钥');
  if (webhookKeyFile === undefined) table.complain('WEBHOOK_KEY_FILE', '各进程须用同一把推送密钥');
  if (role !== 'worker' && vaultKeyFile === undefined) table.complain('VAULT_KEY_FILE', '各进程须用同一把个人信息密钥');
  return keyFiles;
}

/** Hosts separated by commas. */
function hostsIn(table: SettingsTable, name: string): readonly string[] {
  const split = (value: string): readonly string[] => (value === '' ? [] : value.split(','));
  return split(table.text(name, '', (value) => (split(value).every(isHost) ? undefined : '应当是逗号分隔的主机名或者 IP 地址,可带端口')));
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;

const isHttp = (value: string): boolean => ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '');

/** Whether only programs of this machine can reach the address. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

function clockComplaint(value: string, host: string): string | undefined {
  if (value === '') return undefined;
  if (!isInstant(value)) return '应当是 UTC 时刻,如 2026-12-31T16:00:00.000Z';
  return isLoopback(host) ? undefined : '演示时钟只用于本机';
}

function hostComplaint(host: string, tokensFile: string | undefined): string | undefined {
  if (isIP(host) === 0 && host !== 'localhost') return '应当是 IP 地址或者 localhost';
  return isLoopback(host) || tokensFile !== undefined ? undefined : '演示身份只用于本机,对外监听须设 TOKENS_FILE';
}
