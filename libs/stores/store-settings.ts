import { isConnectionString as isEventStoreUrl } from '#libs/eventstoredb/connection-string';
import { isConnectionString as isMongoUrl } from '#libs/mongodb/connection';
import { type Environment, SettingsTable } from '#libs/stores/settings-table';

/** Which store a record lies in, and where. */
export interface StoreSettings {
  /** Where the embedded stores keep their files. */
  readonly dataDir: string;
  readonly eventStore: { readonly kind: 'sqlite' } | { readonly kind: 'eventstoredb'; readonly url: string; readonly log: string };
  readonly documentStore: { readonly kind: 'sqlite' } | { readonly kind: 'mongodb'; readonly url: string; readonly database: string };
}

const NAME = /^[\w-]{1,38}$/;
const nameComplaint = (value: string): string | undefined => (NAME.test(value) ? undefined : '应当由字母、数字、_ 和 - 组成');

const urlComplaint = (wanted: boolean, schemes: readonly string[], isTaken: (url: string) => boolean) => (value: string | undefined): string | undefined => {
  if (value === undefined) return wanted ? '未设置' : undefined;
  if (!schemes.some((scheme) => value.startsWith(`${scheme}://`))) return `应当是 ${schemes.join(':// 或者 ')}:// 地址`;
  return isTaken(value) ? undefined : '地址有误:用户名和密码须转义,选项须是驱动认识的,证书文件须可读取';
};

/** Adds the rows of the stores to a program's table. What is read counts only once the table was checked. */
export function storeSettingsIn(table: SettingsTable): StoreSettings {
  const dataDir = table.text('DATA_DIR', './data', (value) => (value === '' ? '不得为空' : undefined));
  const events = table.choice('EVENT_STORE', ['sqlite', 'eventstoredb']);
  const eventsUrl = table.secret('EVENTSTORE_URL', urlComplaint(events === 'eventstoredb', ['esdb', 'esdb+discover'], isEventStoreUrl));
  const log = table.text('EVENTSTORE_LOG', 'dudao', nameComplaint);
  const documents = table.choice('DOCUMENT_STORE', ['sqlite', 'mongodb']);
  const documentsUrl = table.secret('MONGODB_URL', urlComplaint(documents === 'mongodb', ['mongodb', 'mongodb+srv'], isMongoUrl));
  const database = table.text('MONGODB_DATABASE', 'dudao', nameComplaint);
  return {
    dataDir,
    eventStore: events === 'sqlite' ? { kind: events } : { kind: events, url: eventsUrl ?? '', log },
    documentStore: documents === 'sqlite' ? { kind: documents } : { kind: documents, url: documentsUrl ?? '', database },
  };
}

/** @throws BadSettings */
export function readStoreSettings(environment: Environment): StoreSettings {
  const table = new SettingsTable(environment);
  const settings = storeSettingsIn(table);
  table.check();
  return settings;
}
