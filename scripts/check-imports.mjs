// Holds the import rules against the tree, and says how much it looked at: a checker that sees nothing agrees with everything.
import { existsSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import configuration from '../.dependency-cruiser.mjs';

const folder = process.argv[2] ?? '.';
process.chdir(folder);
const places = ['libs', 'apps'].filter((place) => existsSync(place));
const { output } = await cruise(places, { ...configuration.options, ruleSet: { forbidden: configuration.forbidden }, validate: true });
for (const { rule, from, to } of output.summary.violations) console.log(`${rule.name}: ${from} → ${to}`);
const modules = output.modules.filter(({ source }) => /^(libs|apps)\//.test(source)).length;
console.log(`imports: ${modules} modules, ${output.summary.violations.length} violations`);
process.exit(modules === 0 || output.summary.violations.length > 0 ? 1 : 0);
