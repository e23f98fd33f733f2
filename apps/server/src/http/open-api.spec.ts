import { globSync, readFileSync } from 'node:fs';

describe('names of schemas', () => {
  it('are borne by one class each: OpenAPI knows a class by nothing but its name', () => {
    const files = globSync(['libs/**/*.commands.ts', 'apps/server/**/*.queries.ts']);
    const names = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^export (?:abstract )?class (\w+)/gm)].map(([, name]) => name ?? ''));
    expect(names).toContain('RegisterAgency');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
