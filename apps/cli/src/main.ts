import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { due, term } from '#apps/cli/src/calendar';
import * as draw from '#apps/cli/src/draw';
import * as log from '#apps/cli/src/log';
import { migrate } from '#apps/cli/src/migrate';
import { number, type NumberOptions } from '#apps/cli/src/number';
import { type Answer, print, Usage } from '#apps/cli/src/output';
import { simulate } from '#apps/cli/src/simulate';
import { rebuild, verifyViews } from '#apps/cli/src/views';
import { legalDateOf } from '#libs/regulation/legal-date';
import { BadSettings } from '#libs/stores/settings-table';

/** sysexits.h: EX_CONFIG */
const EXIT_CONFIG = 78;

const HELP = `dudao COMMAND [--json] [--data DIR]

  replay STREAM [--as-of REVISION|INSTANT]   the history of a stream
  export STREAM                              its stored bytes, oldest first
  verify                                     walk the hash chains of the store
  verify views                               live documents against a rebuild
  rebuild [NAME]                             rebuild views beside the live ones
  draw key                                   the public key of this server's draws
  draw export DRAW_ID                        the record of a completed draw
  number METRIC [--by DIMENSION,…] [--area AREA] [--as-of DAY] [--recorded DAY] [--events]
                                             a number of the ledger, folded from the log
  draw verify FILE [--key HEX]               re-run a draw from its record
  simulate [--year YYYY] [--seed N] [--scale PART] [--sessions PART]
                                             a made-up year, into an empty store
  migrate --from KIND --to KIND              copy the log between sqlite and eventstoredb, and compare
  calendar due DATE DAYS                     the date N working days after, and why
  calendar term DATE                         the last day of an appointment, and why

DIR defaults to DATA_DIR, else ./data; EVENT_STORE and DOCUMENT_STORE name other stores, as for the server. Exit 0: as it should be; 1: not; 2: asked wrongly.
`;

interface Options extends NumberOptions {
  readonly data: string;
  readonly asOf: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly key: string | undefined;
  readonly year: string | undefined;
  readonly seed: string | undefined;
  readonly scale: string | undefined;
  readonly sessions: string | undefined;
}

type Command = (rest: readonly string[], options: Options) => Answer | Promise<Answer>;

/** The longest name that fits wins. */
const COMMANDS: Readonly<Record<string, Command>> = {
  'calendar due': (rest) => due(rest),
  'calendar term': (rest) => term(rest),
  'draw key': (_rest, { data }) => draw.key(data),
  'draw export': (rest, { data }) => draw.exportDraw(data, rest),
  'draw verify': (rest, { key }) => draw.verify(rest, key),
  'verify views': (_rest, { data }) => verifyViews(data),
  verify: (_rest, { data }) => log.verify(data),
  replay: (rest, { data, asOf }) => log.replay(data, rest, asOf),
  export: (rest, { data }) => log.exportStream(data, rest),
  number: (rest, { data, ...options }) => number(data, rest, legalDateOf(new Date().toISOString()), options),
  migrate: (_rest, { data, from, to }) => migrate({ ...process.env, DATA_DIR: data }, from, to),
  rebuild: (rest, { data }) => rebuild(data, rest),
  simulate: (_rest, { data, ...options }) => simulate(data, options),
};

interface Asked {
  readonly name: string;
  readonly rest: readonly string[];
  readonly options: Options;
  readonly json: boolean;
}

/** @throws Usage */
function asked(): Asked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false }, data: { type: 'string' }, 'as-of': { type: 'string' }, key: { type: 'string' },
      year: { type: 'string' }, seed: { type: 'string' }, scale: { type: 'string' }, sessions: { type: 'string' }, help: { type: 'boolean' },
      by: { type: 'string' }, area: { type: 'string' }, recorded: { type: 'string' }, events: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' },
    },
  });
  const words = [positionals.slice(0, 2).join(' '), positionals[0] ?? ''];
  const name = words.find((word) => word in COMMANDS);
  if (name === undefined || values.help === true) throw new Usage(HELP);
  const { json, key, year, seed, scale, sessions, by, area, recorded, events, from, to } = values;
  const options = { data: values.data ?? process.env['DATA_DIR'] ?? 'data', asOf: values['as-of'], key, year, seed, scale, sessions, by, area, recorded, events, from, to };
  return { name, rest: positionals.slice(name.split(' ').length), options, json };
}

async function run(): Promise<number> {
  const { name, rest, options, json } = asked();
  const answer = await COMMANDS[name]?.(rest, options);
  if (answer === undefined) throw new Usage(HELP);
  print(answer, json);
  return answer.ok ? 0 : 1;
}

// Whoever reads only the first lines closes the pipe: that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Usage ? 2 : error instanceof BadSettings ? EXIT_CONFIG : 1;
}
