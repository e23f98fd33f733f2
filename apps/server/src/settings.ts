import { isIP } from 'node:net';

export type ServerRole = 'all' | 'http' | 'worker';

export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Where the embedded stores keep their files. */
  readonly dataDir: string;
  readonly role: ServerRole;
  /** One line of text or of JSON for each thing that happened. */
  readonly logFormat: 'text' | 'json';
  /** Base address of an OpenTelemetry collector (OTLP over HTTP); no traces without it. */
  readonly otlpEndpoint: string | undefined;
  /** JSON file of bearer tokens; see `http/token-file.ts`. */
  readonly tokensFile: string | undefined;
  /** Secret key of the draws; unless set, one of its own in `dataDir`, made on the first start. */
  readonly drawKeyFile: string | undefined;
  /** Instant from which the clock of a demonstration runs on; undefined for the machine's own. */
  readonly clockFrom: string | undefined;
}

interface Row {
  readonly name: string;
  readonly value: string;
  readonly complaint?: string | undefined;
}

/** Settings that the program cannot run with. */
export class BadSettings extends Error {
  constructor(readonly rows: readonly Row[]) {
    super(rows.map(({ name, value, complaint }) => `${complaint === undefined ? '  ' : '✗ '}${name.padEnd(14)} ${value.padEnd(20)} ${complaint ?? ''}`.trimEnd()).join('\n'));
    this.name = 'BadSettings';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws BadSettings with a line for every setting, the wrong ones marked */
export function readSettings(environment: Environment): Settings {
  const rows: Row[] = [];
  const read = (name: string, initial: string, complain: (value: string) => string | undefined): string => {
    const value = environment[name] ?? initial;
    rows.push({ name, value, complaint: complain(value) });
    return value;
  };
  const port = Number(read('PORT', '3000', (value) => (isPort(value) ? undefined : '应当是 0 至 65535 的整数')));
  const tokensFile = environment['TOKENS_FILE'];
  const host = read('HOST', '127.0.0.1', (value) => hostComplaint(value, tokensFile));
  const dataDir = read('DATA_DIR', './data', (value) => (value === '' ? '不得为空' : undefined));
  const role = read('ROLE', 'all', (value) => (isRole(value) ? undefined : '应当是 all、http 或者 worker'));
  const logFormat = read('LOG_FORMAT', 'text', (value) => (isLogFormat(value) ? undefined : '应当是 text 或者 json'));
  const otlpEndpoint = environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  rows.push({ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint ?? '(未设置)', complaint: otlpEndpoint === undefined || isHttp(otlpEndpoint) ? undefined : '应当是 http 或者 https 地址' });
  const drawKeyFile = environment['DRAW_KEY_FILE'];
  const clockFrom = read('CLOCK_FROM', '', (value) => clockComplaint(value, host)) || undefined;
  rows.push({ name: 'TOKENS_FILE', value: tokensFile ?? '(未设置)' }, { name: 'DRAW_KEY_FILE', value: drawKeyFile ?? '(未设置)' });
  if (!isRole(role) || !isLogFormat(logFormat) || rows.some(({ complaint }) => complaint !== undefined)) throw new BadSettings(rows);
  return { port, host, dataDir, role, logFormat, otlpEndpoint, tokensFile, drawKeyFile, clockFrom };
}

const isPort = (value: string): boolean => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;

const isRole = (value: string): value is ServerRole => ['all', 'http', 'worker'].includes(value);

const isHttp = (value: string): boolean => ['http:', 'https:'].includes(URL.parse(value)?.protocol ?? '');

const isLogFormat = (value: string): value is Settings['logFormat'] => value === 'text' || value === 'json';

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
