import { due, term } from '#apps/cli/src/calendar';
import * as draw from '#apps/cli/src/draw';
import * as log from '#apps/cli/src/log';
import { migrate } from '#apps/cli/src/migrate';
import { number } from '#apps/cli/src/number';
import type { Answer } from '#apps/cli/src/output';
import { simulate } from '#apps/cli/src/simulate';
import { verify } from '#apps/cli/src/verify';
import { rebuild, verifyViews } from '#apps/cli/src/views';
import { legalDateOf } from '#libs/regulation/legal-date';

export const HELP = `dudao COMMAND [--json] [--data DIR]

  replay STREAM [--as-of REVISION|INSTANT]   the history of a stream
  export STREAM                              its stored bytes, oldest first
  replay --file FILE [--as-of …]             the history that was exported, once its hash chain holds
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

/** Options that take a value, by the commands that know them. */
export interface Options {
  readonly data: string;
  readonly asOf?: string;
  readonly file?: string;
  readonly from?: string;
  readonly to?: string;
  readonly key?: string;
  readonly year?: string;
  readonly seed?: string;
  readonly scale?: string;
  readonly sessions?: string;
  readonly by?: string;
  readonly area?: string;
  readonly recorded?: string;
  readonly events?: boolean;
}

export interface Command {
  /** Greatest number of words after its name. */
  readonly words: number;
  /** Those it knows beside `--data` and `--json`. */
  readonly options: readonly Exclude<keyof Options, 'data'>[];
  readonly run: (words: readonly string[], options: Options) => Answer | Promise<Answer>;
}

/** The longest name that fits wins. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'calendar due': { words: 2, options: [], run: (words) => due(words) },
  'calendar term': { words: 1, options: [], run: (words) => term(words) },
  'draw key': { words: 0, options: [], run: (_words, { data }) => draw.key(data) },
  'draw export': { words: 1, options: [], run: (words, { data }) => draw.exportDraw(data, words) },
  'draw verify': { words: 1, options: ['key'], run: (words, { key }) => draw.verify(words, key) },
  'verify views': { words: 0, options: [], run: (_words, { data }) => verifyViews(data) },
  verify: { words: 0, options: [], run: (_words, { data }) => verify(data) },
  replay: { words: 1, options: ['asOf', 'file'], run: (words, { data, asOf, file }) => (file === undefined ? log.replay(data, words, asOf) : log.replayFile(file, words, asOf)) },
  export: { words: 1, options: [], run: (words, { data }) => log.exportStream(data, words) },
  number: {
    words: 1,
    options: ['by', 'area', 'asOf', 'recorded', 'events'],
    run: (words, { data, ...options }) => number(data, words, legalDateOf(new Date().toISOString()), options),
  },
  migrate: { words: 0, options: ['from', 'to'], run: (_words, { data, from, to }) => migrate({ ...process.env, DATA_DIR: data }, from, to) },
  rebuild: { words: 1, options: [], run: (words, { data }) => rebuild(data, words) },
  simulate: { words: 0, options: ['year', 'seed', 'scale', 'sessions'], run: (_words, { data, ...options }) => simulate(data, options) },
};
