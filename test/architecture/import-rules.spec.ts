import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '#test/support/temporary-folder';

/** One file that breaks each rule: a rule that nobody has seen fail is decoration. */
const VIOLATIONS: Record<string, readonly [file: string, imports: string][]> = {
  'no-cycles': [['libs/cases/a.evolve.ts', '#libs/cases/b.evolve'], ['libs/cases/b.evolve.ts', '#libs/cases/a.evolve']],
  resolves: [['libs/cases/lost.evolve.ts', '#libs/cases/nowhere']],
  'kernel-imports-nothing': [['libs/event-sourcing/curious.ts', '#libs/regulation/areas']],
  'drivers-know-only-the-kernel': [['libs/sqlite/curious.ts', '#libs/regulation/areas']],
  'stores-know-only-drivers': [['libs/stores/curious.ts', '#libs/regulation/areas']],
  'regulation-knows-only-the-kernel': [['libs/regulation/curious.ts', '#libs/draws/draw.events']],
  'vault-knows-no-capability': [['libs/vault/nosy.ts', '#libs/draws/draw.events']],
  'decisions-know-no-vault': [['libs/cases/told.ts', '#libs/vault/vault']],
  'libs-know-no-app': [['libs/cases/curious.ts', '#apps/server/src/app']],
  'apps-know-no-other-app': [['apps/cli/curious.ts', '#apps/server/src/app']],
  'capabilities-share-only-facts': [['libs/cases/nosy.ts', '#libs/draws/draw.decide']],
  'capabilities-know-no-driver': [['libs/cases/stored.ts', '#libs/sqlite/store']],
  'oversight-reads-only-facts': [['libs/oversight/nosy.ts', '#libs/draws/draw.decide']],
  'simulation-is-an-actor': [['libs/cases/staged.ts', '#libs/simulation/random']],
  'facts-do-not-know-decisions': [['libs/draws/late.view.ts', '#libs/draws/draw.decide']],
  'nest-stays-in-apps': [['libs/cases/framed.ts', '@nestjs/common']],
};

const RULES = pathToFileURL(resolve('.dependency-cruiser.mjs')).href;

const SOUND: readonly string[] = ['libs/regulation/areas.ts', 'libs/draws/draw.events.ts', 'libs/draws/draw.evolve.ts', 'libs/draws/draw.decide.ts', 'libs/sqlite/store.ts', 'libs/simulation/random.ts', 'libs/vault/vault.ts', 'apps/server/src/app.ts'];

function cruise(files: readonly (readonly [string, string?])[]): string {
  const folder = temporaryFolder();
  const plant = (file: string, text: string): void => {
    mkdirSync(dirname(folder.file(file)), { recursive: true });
    writeFileSync(folder.file(file), text);
  };
  cpSync('package.json', folder.file('package.json'));
  plant('node_modules/@nestjs/common/package.json', '{"name":"@nestjs/common","main":"index.js"}');
  plant('node_modules/@nestjs/common/index.js', 'export const x = 1;\n');
  for (const [file, imports] of files) plant(file, imports === undefined ? 'export const y = 1;\n' : `import { y } from '${imports}';\nexport const z = y;\n`);
  const { stdout, stderr } = spawnSync(process.execPath, [resolve('scripts/check-imports.mjs'), folder.file('.')], { encoding: 'utf8' });
  folder.remove();
  return stdout + stderr;
}

describe('the import rules', () => {
  it('are each planted here', async () => {
    const { default: configuration } = (await import(RULES)) as { default: { forbidden: readonly { name: string }[] } };
    expect(Object.keys(VIOLATIONS)).toEqual(configuration.forbidden.map((rule) => rule.name));
  });

  it('each catch their violation', () => {
    const planted = Object.values(VIOLATIONS).flat();
    const output = cruise([...SOUND.map((file) => [file] as const), ...planted]);
    for (const [rule, files] of Object.entries(VIOLATIONS)) expect(output).toContain(`${rule}: ${files[0]?.[0]} → `);
  });

  it('let a sound tree pass, and do not pass over an empty one', () => {
    expect(cruise(SOUND.map((file) => [file] as const))).toContain(`imports: ${SOUND.length} modules, 0 violations`);
    expect(cruise([])).toContain('imports: 0 modules');
  });
});
