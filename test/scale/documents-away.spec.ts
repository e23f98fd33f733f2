import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { MongoDocumentStore } from '#libs/mongodb/document-store';
import { MACHINE_TIMING } from '#libs/stores/machine-timing';
import { ServerDouble } from '#test/doubles/eventstoredb/double';
import { FaultyLink } from '#test/support/faulty-link';
import { hasMongoServer, type MongoServer, startMongoServer } from '#test/support/mongodb-server';
import { type Said, ServerProcess } from '#test/support/server-process';
import { temporaryFolder } from '#test/support/temporary-folder';

const TIMEOUT = 120_000;
const school = (name: string) => ({ name, agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' });

const described = hasMongoServer ? describe : describe.skip;
described('a whole process over stores that others may share, while the documents are away', () => {
  const folder = temporaryFolder();
  const database = `test-${randomUUID().slice(0, 8)}`;
  let server: ServerDouble;
  let mongo: MongoServer;
  let link: FaultyLink;
  let documents: MongoDocumentStore;
  let all: ServerProcess;
  beforeAll(async () => {
    [server, mongo] = await Promise.all([ServerDouble.start(), startMongoServer()]);
    documents = await MongoDocumentStore.open(mongo.url, database, { timing: MACHINE_TIMING });
    link = await FaultyLink.to(mongo.url);
    const keys = { DRAW_KEY_FILE: folder.file('draw.key'), WEBHOOK_KEY_FILE: folder.file('webhook.key'), VAULT_KEY_FILE: folder.file('vault.key') };
    for (const [at, file] of Object.values(keys).entries()) writeFileSync(file, `0${at + 1}`.repeat(32));
    all = await ServerProcess.start({ ...keys, DATA_DIR: folder.file('data'), EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: server.url, DOCUMENT_STORE: 'mongodb', MONGODB_URL: link.url, MONGODB_DATABASE: database });
  }, TIMEOUT);
  afterAll(async () => {
    await all.end('SIGTERM');
    await link.close();
    await documents.close();
    await Promise.all([server.stop(), mongo.stop()]);
    folder.remove();
  }, TIMEOUT);

  const register = (id: string, key = randomUUID()): Promise<Said> => all.command('fuzhou', `/v1/agencies/${id}/register-agency`, school(`样例校${id}`), key);
  const agency = (id: string): Promise<Said> => all.ask('fuzhou', `/v1/agencies/${id}`);
  const untilReady = async (): Promise<void> => {
    for (let said = await all.ask('auditor', '/readyz'); said.status !== 200 || said.body.views.some(({ behind }: { readonly behind: number }) => behind > 0); ) said = await all.ask('auditor', '/readyz');
  };

  it('works under leases, as each of several would', async () => {
    await documents.declare('leases', []);
    const owners = new Set<string>();
    while (owners.size === 0) {
      for await (const { key, body } of documents.scan<{ readonly owner: string }>('leases')) if (key.startsWith('view:') && body !== null) owners.add(body.owner);
    }
    expect(owners.size).toBe(1);
  }, TIMEOUT);

  it('answers queries with 503 and is not ready, while what is decided from the log alone is recorded', async () => {
    expect((await register('before')).status).toBe(201);
    await untilReady();
    await link.goAway();
    const [query, ready, live] = await Promise.all([agency('before'), all.ask('auditor', '/readyz'), all.ask('auditor', '/livez')]);
    const away = (instance: string) => ({ status: 503, body: { type: 'urn:dudao:problem:unavailable', status: 503, title: '暂时无法办理', instance } });
    expect([query, ready, live.status]).toEqual([away('/v1/agencies/before'), away('/readyz'), 200]);
    expect(await register('meanwhile')).toMatchObject({ status: 201, body: { stream: 'agency-meanwhile', revision: 0 } });
  }, TIMEOUT);

  it('goes on by itself once they are back, with what was recorded meanwhile', async () => {
    await link.comeBack();
    await untilReady();
    expect([await agency('before'), await agency('meanwhile')]).toMatchObject([{ status: 200 }, { status: 200 }]);
  }, TIMEOUT);
});
