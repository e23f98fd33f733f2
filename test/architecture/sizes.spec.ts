import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder';

const lines = (count: number): string => Array.from({ length: count }, (_, index) => `export const line${index} = ${index};\n`).join('');
const branches = (count: number): string => `export function branching(n: number): number {\n${Array.from({ length: count }, (_, index) => `  if (n === ${index}) return ${index};\n`).join('')}  return n;\n}\n`;
const nested = (depth: number): string => `export function nesting(n: number): void {\n${Array.from({ length: depth }, (_, index) => `if (n > ${index}) {\n`).join('')}Math.abs(n);\n${'}\n'.repeat(depth)}}\n`;

/** What is just too much, by the rule that says so, and what is just not. */
const PLANTED = [
  ['max-lines', 'file.ts', lines(201), lines(200)],
  ['max-lines', 'file.spec.ts', lines(301), lines(300)],
  ['complexity', 'file.ts', branches(8), branches(7)],
  ['max-depth', 'file.ts', nested(4), nested(3)],
  ['no-explicit-any', 'file.ts', 'export const loose = (value: any): unknown => value;\n', 'export const tight = (value: unknown): unknown => value;\n'],
  ['no-default-export', 'file.ts', 'export default 1;\n', 'export const one = 1;\n'],
  ['no-restricted-globals', 'file.ts', 'setTimeout(() => undefined, 1);\n', 'export const one = 1;\n'],
  ['no-restricted-properties', 'file.ts', 'export const now = Date.now();\n', "export const day = Date.parse('2026-01-05');\n"],
] as const;

function linted(file: string, text: string): string {
  const folder = temporaryFolder();
  mkdirSync(folder.file('libs'));
  cpSync('.oxlintrc.json', folder.file('.oxlintrc.json'));
  writeFileSync(folder.file(`libs/${file}`), text);
  const { stdout, status } = spawnSync(process.execPath, [resolve('node_modules/oxlint/bin/oxlint'), '--deny-warnings', '-c', folder.file('.oxlintrc.json'), 'libs'], { encoding: 'utf8', cwd: folder.file('.') });
  folder.remove();
  return `${status} ${stdout}`;
}

describe('what lint holds of sizes and style', () => {
  it.each(PLANTED)('%s: what is too much is seen in a %s, what is allowed passes', (rule, file, bad, good) => {
    expect(linted(file, bad)).toMatch(new RegExp(`^1 [^]*\\(${rule}\\)`));
    expect(linted(file, good)).toMatch(/^0 [^]*Found 0 warnings and 0 errors/);
  });
});
