import { writeFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import { readSettings } from '#apps/server/src/settings';
import { clockFrom } from '#apps/server/src/system-clock';
import { BadSettings } from '#libs/stores/settings-table';
import { temporaryFolder } from '#test/support/temporary-folder';

const SCALE = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: 'esdb://log:2113?tls=false', DOCUMENT_STORE: 'mongodb', MONGODB_URL: 'mongodb://documents:27017', DRAW_KEY_FILE: '/run/secrets/draw_key', WEBHOOK_KEY_FILE: '/run/secrets/webhook_key', VAULT_KEY_FILE: '/run/secrets/vault_key' };

describe('settings', () => {
  it('start on loopback, with everything in one process', () => {
    const embedded = { kind: 'sqlite' };
    const { table, ...settings } = readSettings({});
    expect(settings).toEqual({
      port: 3000, host: '127.0.0.1', dataDir: './data', eventStore: embedded, documentStore: embedded, role: 'all', sharesWork: false, logFormat: 'text',
      otlpEndpoint: undefined, tokensFile: undefined, drawKeyFile: undefined, webhookKeyFile: undefined, webhooks: { hosts: [], privateHosts: [] }, feedReaders: 1000, clockFrom: undefined,
    });
    expect(table).toContainEqual(expect.stringMatching(/^ {2}EVENT_STORE +sqlite$/));
  });

  it.each([
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '3000x' }, 'PORT'],
    [{ HOST: 'example.org' }, 'HOST'],
    [{ HOST: '0.0.0.0' }, 'HOST'],
    [{ HOST: '::' }, 'HOST'],
    [{ HOST: '127.0.0.1.evil' }, 'HOST'],
    [{ DATA_DIR: '' }, 'DATA_DIR'],
    [{ ROLE: 'both' }, 'ROLE'],
    [{ LOG_FORMAT: 'xml' }, 'LOG_FORMAT'],
    [{ CLOCK_FROM: 'tomorrow' }, 'CLOCK_FROM'],
    [{ CLOCK_FROM: '2026-13-01T00:00:00.000Z' }, 'CLOCK_FROM'],
    [{ CLOCK_FROM: '2026-12-31T16:00:00.000Z', HOST: '0.0.0.0', TOKENS_FILE: 'tokens.json' }, 'CLOCK_FROM'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT'],
    [{ EVENT_STORE: 'kafka' }, 'EVENT_STORE'],
    [{ ...SCALE, EVENTSTORE_URL: undefined }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'http://log:2113' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_LOG: 'a log' }, 'EVENTSTORE_LOG'],
    [{ DOCUMENT_STORE: 'files' }, 'DOCUMENT_STORE'],
    [{ ...SCALE, MONGODB_URL: undefined }, 'MONGODB_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://log:2113' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://log:2113?tls=false&bogus=1' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://admin:p@ss@log:2113' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://log:port?tls=false' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://admin:x@log:2113?tlsCaFile=/nowhere' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://log:2113?tls=false&throwOnAppendFailure=false' }, 'EVENTSTORE_URL'],
    [{ ...SCALE, MONGODB_URL: 'mongodb://' }, 'MONGODB_URL'],
    [{ ...SCALE, MONGODB_URL: 'mongodb://documents:99999' }, 'MONGODB_URL'],
    [{ ...SCALE, MONGODB_URL: 'mongodb://documents/?bogus=1' }, 'MONGODB_URL'],
    [{ ...SCALE, MONGODB_URL_FILE: '/run/secrets/mongodb_url' }, 'MONGODB_URL_FILE'],
    [{ ...SCALE, MONGODB_URL: undefined, MONGODB_URL_FILE: '/nowhere' }, 'MONGODB_URL_FILE'],
    [{ ...SCALE, MONGODB_DATABASE: 'a.b' }, 'MONGODB_DATABASE'],
    [{ ...SCALE, DOCUMENT_STORE: 'sqlite' }, 'DOCUMENT_STORE'],
    [{ ...SCALE, DRAW_KEY_FILE: undefined }, 'DRAW_KEY_FILE'],
    [{ ...SCALE, WEBHOOK_KEY_FILE: undefined, ROLE: 'http' }, 'WEBHOOK_KEY_FILE'],
    [{ ...SCALE, VAULT_KEY_FILE: undefined, ROLE: 'http' }, 'VAULT_KEY_FILE'],
    [{ WEBHOOK_HOSTS: 'https://hooks.example.org' }, 'WEBHOOK_HOSTS'],
    [{ WEBHOOK_HOSTS: 'hooks.example.org, other.example.org' }, 'WEBHOOK_HOSTS'],
    [{ WEBHOOK_HOSTS: 'user@hooks.example.org' }, 'WEBHOOK_HOSTS'],
    [{ FEED_READERS: '-1' }, 'FEED_READERS'],
    [{ WEBHOOK_PRIVATE_HOSTS: '10.0.0.0/8' }, 'WEBHOOK_PRIVATE_HOSTS'],
  ])('that are wrong are marked: %j', (environment, name) => {
    const refuse = () => readSettings(environment);
    expect(refuse).toThrow(BadSettings);
    expect(refuse).toThrow(new RegExp(`✗ ${name}`));
  });

  it('name the file of the draw key', () => {
    expect(readSettings({ DRAW_KEY_FILE: '/run/secrets/draw.key' }).drawKeyFile).toBe('/run/secrets/draw.key');
  });

  it('name the hosts that events may be delivered to', () => {
    const named = readSettings({ WEBHOOK_HOSTS: 'hooks.example.org,hooks.example.org:8443', WEBHOOK_PRIVATE_HOSTS: '10.1.2.3' });
    expect(named.webhooks).toEqual({ hosts: ['hooks.example.org', 'hooks.example.org:8443'], privateHosts: ['10.1.2.3'] });
  });

  it('may let a demonstration on loopback go on from another instant', () => {
    const start = '2026-12-31T16:00:00.000Z';
    expect(readSettings({ CLOCK_FROM: start }).clockFrom).toBe(start);
    let elapsed = 5_000;
    const clock = clockFrom(start, () => elapsed);
    expect(clock.now()).toBe(start);
    elapsed += 1_500;
    expect(clock.now()).toBe('2026-12-31T16:00:01.500Z');
  });

  it('may leave loopback only with tokens of its own', () => {
    expect(readSettings({ HOST: '0.0.0.0', TOKENS_FILE: 'tokens.json' })).toMatchObject({ host: '0.0.0.0', tokensFile: 'tokens.json' });
    expect(readSettings({ HOST: '::1' }).host).toBe('::1');
  });

  it('name stores that several processes share; whoever does not draw needs no key', () => {
    expect(readSettings(SCALE)).toMatchObject({
      eventStore: { kind: 'eventstoredb', url: SCALE.EVENTSTORE_URL, log: 'dudao' },
      documentStore: { kind: 'mongodb', url: SCALE.MONGODB_URL, database: 'dudao' },
    });
    expect(readSettings({ ...SCALE, ROLE: 'http', DRAW_KEY_FILE: undefined }).role).toBe('http');
  });

  it.each([['all', true], ['worker', true], ['http', false]])('let who follows a log that others may follow share its work: %s', (ROLE, sharesWork) => {
    expect(readSettings({ ...SCALE, ROLE }).sharesWork).toBe(sharesWork);
  });

  it('may lie in a file, and are shown without their password', () => {
    const folder = temporaryFolder();
    writeFileSync(folder.file('url'), 'mongodb://dudao:p%40ss@a,b/?replicaSet=rs\n');
    const fromFile = readSettings({ ...SCALE, MONGODB_URL: undefined, MONGODB_URL_FILE: folder.file('url') });
    folder.remove();
    expect(fromFile.documentStore).toMatchObject({ url: 'mongodb://dudao:p%40ss@a,b/?replicaSet=rs' });
    const shown = readSettings({ ...SCALE, EVENTSTORE_URL: 'esdb://admin:p%40ss@log:2113' }).table.join('\n');
    expect(shown).toContain('esdb://admin:***@log:2113');
    expect(shown + fromFile.table.join('\n')).not.toContain('p%40ss');
  });

  it.each([
    [{ ...SCALE, MONGODB_URL: 'dudao:geheim@documents:27017' }],
    [{ ...SCALE, MONGODB_URL: 'mongodb://dudao:ge@geheim@documents' }],
    [{ ...SCALE, EVENTSTORE_URL: 'esdb://admin:geheim@log:2113?bogus=1' }],
    [{ ...SCALE, MONGODB_URL: 'mongodb://documents/?tls=true&tlsCertificateKeyFilePassword=geheim', PORT: 'x' }],
    [{ ...SCALE, MONGODB_URL: 'mongodb://documents/?authMechanismProperties=AWS_SESSION_TOKEN:geheim', PORT: 'x' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://clerk:geheim@collector:4318', PORT: 'x' }],
  ])('that are wrong are not shown with their password either: %j', (environment) => {
    const said: unknown[] = [];
    const warn = jest.spyOn(console, 'warn').mockImplementation((...words) => void said.push(...words));
    try {
      readSettings(environment);
    } catch (error) {
      said.push((error as Error).message);
    }
    warn.mockRestore();
    expect(said).toEqual([expect.stringContaining('***')]);
    expect(String(said)).not.toContain('geheim');
  });
});
