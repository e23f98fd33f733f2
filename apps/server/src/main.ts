import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConsoleLogger, Logger } from '@nestjs/common';
import { bytesToHex } from '@noble/hashes/utils.js';
import { HEARTBEAT } from '#apps/server/src/feed/event-stream';
import { type ActorSource, ActorSources } from '#apps/server/src/http/actor-source';
import { personaSource } from '#apps/server/src/http/persona-source';
import { createServer } from '#apps/server/src/http/server';
import { BadTokenFile, TokenFile } from '#apps/server/src/http/token-file';
import { isLoopback, readSettings, type Settings } from '#apps/server/src/settings';
import { clockFrom, systemClock } from '#apps/server/src/system-clock';
import { measured } from '#apps/server/src/telemetry/measured-store';
import { Metrics } from '#apps/server/src/telemetry/metrics';
import { startTracing, traceFold } from '#apps/server/src/telemetry/tracing';
import type { WebhookMeans } from '#apps/server/src/webhooks/webhook-access';
import { buildLeases, buildViews } from '#apps/server/src/worker/build-views';
import { deliveriesOf } from '#apps/server/src/worker/deliveries';
import { keepWorking, type Work } from '#apps/server/src/worker/keep-working';
import type { EcvrfKeyPair } from '#libs/proof/ecvrf';
import { BadKeyFile, ownSecretBytes, ownSecretKey, readSecretBytes, readSecretKey } from '#libs/proof/secret-key-file';
import { publishKnownCalendars } from '#libs/record/known-calendars';
import { openRecord, type Stores } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { StoreUnavailable } from '#libs/event-sourcing/store-error';
import { StoreInUse } from '#libs/sqlite/lock';
import { openDocumentStore, openEventStore, openVaultStore } from '#libs/stores/open-stores';
import { BadSettings } from '#libs/stores/settings-table';
import { DocumentVault } from '#libs/vault/document-vault';
import { WebhookHosts } from '#libs/webhooks/webhook-hosts';
import type { Delivery } from '#libs/webhooks/webhook-journal';
import { WebhookSecrets } from '#libs/webhooks/webhook-secrets';

/** sysexits.h: EX_CONFIG, EX_IOERR, EX_UNAVAILABLE */
const EXIT_CONFIG = 78;
const EXIT_IO = 74;
const EXIT_UNAVAILABLE = 69;

interface Configuration extends Omit<Settings, 'webhooks'> {
  readonly actors: ActorSource;
  readonly webhooks: WebhookMeans;
  readonly drawKey: EcvrfKeyPair | undefined;
  readonly vaultKey: Uint8Array | undefined;
}

/** @throws BadSettings where it cannot be made or written to */
function ownFolder(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
    return dataDir;
  } catch (error) {
    throw new BadSettings([`✗ DATA_DIR ${dataDir} 无法建立或者写入(${(error as NodeJS.ErrnoException).code})`]);
  }
}

/** Only a worker completes draws. */
function drawKeyOf({ role, dataDir, drawKeyFile }: Settings): EcvrfKeyPair | undefined {
  if (role === 'http') return undefined;
  if (drawKeyFile !== undefined) return readSecretKey(drawKeyFile);
  return ownSecretKey(join(ownFolder(dataDir), 'draw.key'));
}

function webhookMeansOf({ webhooks, dataDir, webhookKeyFile }: Settings): WebhookMeans {
  const secretsFrom = (key: Uint8Array): WebhookMeans => ({ hosts: new WebhookHosts(webhooks), secrets: new WebhookSecrets(key) });
  if (webhookKeyFile !== undefined) return secretsFrom(readSecretBytes(webhookKeyFile));
  return secretsFrom(ownSecretBytes(join(ownFolder(dataDir), 'webhook.key')));
}

/** Only who serves the API opens the vault. */
function vaultKeyOf({ role, dataDir, vaultKeyFile }: Settings): Uint8Array | undefined {
  if (role === 'worker') return undefined;
  if (vaultKeyFile !== undefined) return readSecretBytes(vaultKeyFile);
  return ownSecretBytes(join(ownFolder(dataDir), 'vault.key'));
}

function actorsOf({ tokensFile, host }: Settings): ActorSource {
  const fromFile = tokensFile === undefined ? [] : [new TokenFile(tokensFile, ({ message }) => new Logger('tokens').error(message))];
  return new ActorSources(isLoopback(host) ? [...fromFile, personaSource] : fromFile);
}

function configurationOrExit(): Configuration {
  try {
    const settings = readSettings(process.env);
    if (settings.eventStore.kind === 'sqlite' || settings.documentStore.kind === 'sqlite') ownFolder(settings.dataDir);
    return { ...settings, drawKey: drawKeyOf(settings), vaultKey: vaultKeyOf(settings), webhooks: webhookMeansOf(settings), actors: actorsOf(settings) };
  } catch (error) {
    if (!(error instanceof BadSettings || error instanceof BadTokenFile || error instanceof BadKeyFile)) throw error;
    console.error(error.message);
    process.exit(EXIT_CONFIG);
  }
}

/** A store that cannot be opened is a matter of configuration or of waiting: one line, no stack. */
async function openedOrExit<S>(open: Promise<S>): Promise<S> {
  try {
    return await open;
  } catch (error) {
    if (error instanceof StoreInUse) {
      console.error(`${error.message}\n多个进程共用记录,须设 EVENT_STORE=eventstoredb`);
      process.exit(EXIT_CONFIG);
    }
    if (!(error instanceof StoreUnavailable)) throw error;
    console.error(error.message);
    process.exit(EXIT_UNAVAILABLE);
  }
}

/** After a failed commit nobody knows what the handle would answer: the next start replays what is on the disk. */
const endProcess = (cause: unknown): void => {
  console.error('the record cannot go on', cause);
  process.exit(EXIT_IO);
};

const configuration = configurationOrExit();
const { port, host, role, sharesWork, logFormat, otlpEndpoint, actors, drawKey, vaultKey, webhooks, clockFrom: start } = configuration;
const clock = start === undefined ? systemClock : clockFrom(start);
const lines = new ConsoleLogger({ json: logFormat === 'json' });
Logger.overrideLogger(lines);
const logger = new Logger('worker');
new Logger('settings').log(`\n${configuration.table.join('\n')}`);
const metrics = new Metrics();
const stopTracing = otlpEndpoint === undefined ? undefined : await startTracing(otlpEndpoint);
const log = await openedOrExit(openEventStore(configuration, { onFailure: endProcess }));
const documents = await openedOrExit(openDocumentStore(configuration, { onFailure: endProcess }));
const openPart = (part: 'keys' | 'texts') => openedOrExit(openVaultStore(configuration, part, { onFailure: endProcess }));
const vault = vaultKey && new DocumentVault(await openPart('keys'), await openPart('texts'), vaultKey);
const events = measured(log, (seconds) => metrics.appended(seconds));
const onRefused: Stores['onRefused'] = ({ name, target }, reason) => {
  metrics.refused(name, reason);
  logger.warn(`${name} ${target}: ${reason.message}`);
};
const record = openRecord({ events, documents, clock, onRefused, drawKey, aroundFold: traceFold, worker: sharesWork ? randomUUID() : undefined });
await publishKnownCalendars(record);
if (drawKey !== undefined) logger.log(`draws under the public key ${bytesToHex(drawKey.publicKey)}`);
const work: Work = {
  prepare: (signal) => {
    const leases = sharesWork ? buildLeases({ documents, clock, owner: randomUUID() }, VIEWS_OF_RECORD) : undefined;
    return buildViews({ store: record.events, documents }, VIEWS_OF_RECORD, { tell: (line) => process.stderr.write(`${line}\n`), signal, leases });
  },
  follow: (signal) => record.worker.follow(signal),
  settle: () => record.worker.settle(),
};
const onFault = (fault: unknown): void => logger.error(fault);
const working = role === 'http' ? undefined : keepWorking(work, onFault);
const onDelivery = (delivery: Delivery): void => metrics.delivered(delivery);
const deliveries = role === 'http' || webhooks.hosts.isEmpty ? undefined : deliveriesOf(record, { webhooks, actors, clock, onDelivery, onFault });
const delivering = deliveries && keepWorking({ prepare: async () => undefined, follow: (signal) => deliveries.follow(signal), settle: () => deliveries.begin() }, onFault);
const app = await createServer({ ...record, actors, clock, metrics, webhooks, vault, feed: { readers: configuration.feedReaders, heartbeat: HEARTBEAT } }, { logger: lines, serves: role === 'worker' ? 'health' : 'api' });

const close = async (): Promise<void> => {
  await app.close();
  await working?.stop();
  await delivering?.stop();
  await deliveries?.stop();
  await record.leases?.release();
  await documents.close();
  await vault?.close();
  await events.close();
  await stopTracing?.();
};
let closing: Promise<void> | undefined;
/** A terminal and a parent process may both ask. */
const stop = (): void => void (closing ??= close());
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

await app.listen(port, host);
