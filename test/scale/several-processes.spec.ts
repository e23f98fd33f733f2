import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { upcastingReader } from '#libs/event-sourcing/upcasting';
import { verifyView } from '#libs/event-sourcing/verify-view';
import { EventStoreDbStore } from '#libs/eventstoredb/event-store';
import { MongoDocumentStore } from '#libs/mongodb/document-store';
import { verifyStore } from '#libs/proof/hash-chain';
import { UPCASTERS } from '#libs/record/record';
import { VIEWS_OF_RECORD } from '#libs/record/views';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import { hasMongoServer, type MongoServer, startMongoServer } from '#test/support/mongodb-server';
import { pagesAfter } from '#test/support/read-log';
import { type Said, ServerProcess } from '#test/support/server-process';
import { temporaryFolder } from '#test/support/temporary-folder';

const ROUNDS = 10;
/** Rounds before a worker is killed, and before another comes. */
const [KILLED, REPLACED] = [3, 6];
const LANES = 3;
const TIMEOUT = 120_000;

const school = (name: string) => ({ name, agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' });
const complaint = (agencyId: string) => ({ channel: 'PHONE', isAnonymous: true, agencyId, content: '样例', accused: [] });

const described = hasMongoServer ? describe : describe.skip;
described('two http and two worker processes over one log and one document store', () => {
  const folder = temporaryFolder();
  const database = `test-${randomUUID().slice(0, 8)}`;
  let server: ServerDouble;
  let mongo: MongoServer;
  const started: ServerProcess[] = [];
  let settings: Readonly<Record<string, string>>;
  let http: readonly ServerProcess[];
  let first: ServerProcess;
  const answered: Record<number, number> = {};

  const start = async (role: 'http' | 'worker'): Promise<ServerProcess> => {
    const process = await ServerProcess.start({ ...settings, ROLE: role });
    started.push(process);
    return process;
  };
  beforeAll(async () => {
    [server, mongo] = await Promise.all([ServerDouble.start(), startMongoServer()]);
    const keys = { DRAW_KEY_FILE: folder.file('draw.key'), WEBHOOK_KEY_FILE: folder.file('webhook.key'), VAULT_KEY_FILE: folder.file('vault.key') };
    for (const [at, file] of Object.values(keys).entries()) writeFileSync(file, `0${at + 1}`.repeat(32));
    settings = { ...keys, DATA_DIR: folder.file('data'), EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: server.url, DOCUMENT_STORE: 'mongodb', MONGODB_URL: mongo.url, MONGODB_DATABASE: database };
    [http, first] = await Promise.all([Promise.all([start('http'), start('http')]), start('worker'), start('worker')]);
  }, TIMEOUT);
  afterAll(async () => {
    await Promise.all(started.map((each) => each.end('SIGTERM')));
    await Promise.all([server.stop(), mongo.stop()]);
    folder.remove();
  }, TIMEOUT);

  const at = (index: number): ServerProcess => http[index % http.length] as ServerProcess;
  /** The same command until it is taken: two at once may need the same number, and the store may be away. */
  async function taken(index: number, path: string, body: object = {}): Promise<Said> {
    for (let key = randomUUID(), attempt = 0; ; attempt += 1) {
      const said = await at(index + attempt).command('fuzhou', `/v1/${path}`, body, key);
      answered[said.status] = (answered[said.status] ?? 0) + 1;
      if (said.status < 300) return said;
      expect([path, said.status === 503 || said.status === 409, said.body]).toEqual([path, true, said.body]);
    }
  }

  /** Each step goes to the other process; the last is read where it was not written. */
  async function play(round: number, lane: number): Promise<string> {
    const id = `${round}-${lane}`;
    const turn = round + lane;
    await taken(turn, `agencies/a-${id}/register-agency`, school(`样例校${id}`));
    await taken(turn + 1, `complaints/c-${id}/receive-complaint`, complaint(`a-${id}`));
    const { body } = await taken(turn, `complaints/c-${id}/register-complaint`);
    for (;;) {
      const read = await at(turn + 1).ask('fuzhou', `/v1/complaints/c-${id}?minPosition=${body.position}`);
      if (read.status === 200) return read.body.number;
      expect([read.status, read.body]).toEqual([503, read.body]);
    }
  }

  it('take each command once, whichever it goes to, while a worker is killed and another comes', async () => {
    const numbers: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      numbers.push(...(await Promise.all(Array.from({ length: LANES }, (_none, lane) => play(round, lane)))));
      if (round === KILLED) await first.end('SIGKILL');
      if (round === REPLACED) await start('worker');
    }
    const ordered = numbers.map((number) => Number(/〕(\d+)号/.exec(number)?.[1])).sort((one, other) => one - other);
    expect(ordered).toEqual(Array.from({ length: ROUNDS * LANES }, (_none, index) => index + 1));
    expect(answered[503]).toBeUndefined();
  }, TIMEOUT);

  it('take what is sent to both under one key once', async () => {
    const key = randomUUID();
    const said = await Promise.all(http.map((each) => each.command('fuzhou', '/v1/agencies/twice/register-agency', school('同一校'), key)));
    expect(said.map(({ status }) => status < 300)).toEqual([true, true]);
    expect(said[0]?.body.events).toEqual(said[1]?.body.events);
  });

  it('answer 503 while the log does not answer, and take the same command when it does', async () => {
    await server.kill();
    const key = randomUUID();
    const send = (index: number): Promise<Said> => at(index).command('fuzhou', '/v1/agencies/later/register-agency', school('后来校'), key);
    expect((await Promise.all([send(0), send(1)])).map(({ status }) => status)).toEqual([503, 503]);
    await server.startAgain();
    const surely = async (index: number): Promise<Said> => {
      for (;;) {
        const said = await send(index);
        if (said.status !== 503) return said;
      }
    };
    const [one, other] = [await surely(0), await surely(1)];
    expect([one.status, one.body.stream, one.body.revision]).toEqual([201, 'agency-later', 0]);
    expect(other.body.events).toEqual(one.body.events);
  }, TIMEOUT);

  it('end with whole chains, and with documents that equal a rebuild', async () => {
    for (const each of http) {
      for (let isDone = false; !isDone; ) {
        const { status, body } = await each.ask('auditor', '/readyz');
        isDone = status === 200 && body.views.every(({ behind }: { readonly behind: number }) => behind === 0);
      }
    }
    const log = await EventStoreDbStore.open(server.url, { timing: MACHINE_TIMING });
    const documents = await MongoDocumentStore.open(mongo.url, database, { timing: MACHINE_TIMING });
    expect(await verifyStore(Readable.from(await pagesAfter(log, undefined, 500)))).toMatchObject({ ok: true });
    const runtime = { store: upcastingReader(log, UPCASTERS), documents };
    for (const view of VIEWS_OF_RECORD) expect(await verifyView(runtime, view)).toMatchObject({ view: view.name, equal: true });
    expect((await verifyView(runtime, VIEWS_OF_RECORD.find(({ name }) => name === 'complaint-file') as never)).documents).toBe(ROUNDS * LANES);
    await documents.close();
    await log.close();
  }, TIMEOUT);
});
