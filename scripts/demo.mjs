// A made-up year to look at: loads it once into its own folder, serves it, and says what to try. Ctrl-C ends it.
// npm run demo [-- --fresh] [--seed N] [--scale PART] [--sessions PART] [--data DIR], PORT from the environment.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const CLI = 'dist/apps/cli/src/main.js';
const SERVER = 'dist/apps/server/src/main.js';
const SUMMARY = 'simulation.json';

const { values: options } = parseArgs({
  options: { fresh: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' }, scale: { type: 'string', default: '1' }, sessions: { type: 'string', default: '0.1' }, data: { type: 'string', default: join('data', 'demo') } },
});
const port = process.env.PORT ?? '3000';

/** Loads beside the folder and moves it there in one step: what was interrupted is never taken for a whole year. */
function load(folder) {
  const loading = `${folder}.loading`;
  rmSync(loading, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  const { status, stdout } = spawnSync(process.execPath, [CLI, 'simulate', '--json', '--data', loading, '--seed', options.seed, '--scale', options.scale, '--sessions', options.sessions], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(join(loading, SUMMARY), stdout);
  renameSync(loading, folder);
}

/** The clock goes on where the simulated year ended, until the real one has caught up with it. */
const clockFrom = (until) => (new Date().toISOString() < until ? { CLOCK_FROM: until } : {});

async function answers(url, server) {
  while (server.exitCode === null) {
    const answer = await fetch(`${url}/livez`).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(50);
  }
  return false;
}

const sum = (counts) => Object.values(counts).reduce((all, count) => all + count, 0);

/** Commands with ids of this very record; a record too small for a closed case has none. */
function worthTrying(url, folder, { year, worth }) {
  if (worth === undefined) return '';
  const dudao = (command) => `npm run -s dudao -- ${command} --data ${folder}`;
  return `
  demo-agency-${worth.agencyId}  下列案件的评价机构
  demo-supervisor-${worth.personId}  下列案件的督导组长

试试看:
  1 一个案件的全部历史   ${dudao(`replay case-${worth.caseId}`)}
  2 复核一次随机抽取     ${dudao(`draw export ${worth.drawId}`)} > draw.json && npm run -s dudao -- draw verify draw.json
  3 一个数字背后的事件   ${dudao(`number CasesOpened --area ${worth.area} --as-of ${year}-12-31 --events`)}
  接口                   curl -s -H 'Authorization: Bearer demo-province' ${url}/v1/cases/${worth.caseId}
`;
}

function welcome(url, folder, summary) {
  const { year, until, events, agencies, supervisors, internalSupervisors, sessions, dailies, cases } = summary;
  return `
${url}  接口说明 ${url}/docs
${year} 年:评价机构 ${sum(agencies)}、外督 ${sum(supervisors)}、内督 ${sum(internalSupervisors)}、认定场次 ${sum(sessions)}、日常督导 ${sum(dailies)}、专项督导 ${sum(cases)}、事件 ${events},均为虚构;时钟自 ${until} 起走

以谁的身份看(Authorization: Bearer …):
  demo-province  省中心经办   demo-province-reviewer  省中心复核   demo-department  省人社厅   demo-auditor  审计
  demo-fuzhou    福州中心经办(其他:xiamen zhangzhou quanzhou sanming putian nanping longyan ningde pingtan;复核加 -reviewer)${worthTrying(url, folder, summary)}
Ctrl-C 结束;再次运行不重新装入,--fresh 重新装入。
`;
}

if (options.fresh) rmSync(options.data, { recursive: true, force: true });
if (!existsSync(join(options.data, SUMMARY))) load(options.data);
const summary = JSON.parse(readFileSync(join(options.data, SUMMARY), 'utf8'));

const environment = { ...process.env, ...clockFrom(summary.until), DATA_DIR: options.data, PORT: port, HOST: '127.0.0.1' };
const server = spawn(process.execPath, [SERVER], { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
// A terminal sends Ctrl-C to the server as well; whoever ends this program alone ends both.
const stop = () => server.kill('SIGTERM');
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
server.on('exit', (code) => process.exit(code ?? 1));

const url = `http://127.0.0.1:${port}`;
if (await answers(url, server)) console.log(welcome(url, options.data, summary));
