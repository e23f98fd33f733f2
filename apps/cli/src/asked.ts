import { parseArgs } from 'node:util';
import { type Command, COMMANDS, HELP, type Options } from '#apps/cli/src/commands';
import { Usage } from '#apps/cli/src/output';

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  json: FLAG, help: FLAG, events: FLAG,
  data: TEXT, file: TEXT, 'as-of': TEXT, from: TEXT, to: TEXT, key: TEXT, year: TEXT, seed: TEXT, scale: TEXT, sessions: TEXT, by: TEXT, area: TEXT, recorded: TEXT,
};

export interface Asked {
  readonly command: Command;
  readonly words: readonly string[];
  readonly options: Options;
  readonly json: boolean;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** What the words of the command line ask for; nothing of them is passed over. `HELP` where that is asked. @throws Usage */
export function asked(args: readonly string[], { DATA_DIR = 'data' }: NodeJS.ProcessEnv): Asked | typeof HELP {
  const { values, positionals } = parsed(args);
  const { json = false, help, data = DATA_DIR, 'as-of': asOf, ...others } = values;
  if (help === true) return HELP;
  const [name, command] = named(positionals);
  const words = positionals.slice(name.split(' ').length);
  const given = { ...others, ...(asOf !== undefined && { asOf }) };
  assertTaken(name, command, words, Object.keys(given));
  return { command, words, options: { data, ...given }, json };
}

function named(words: readonly string[]): readonly [string, Command] {
  if (words.length === 0) throw new Usage(HELP);
  const two = words.slice(0, 2).join(' ');
  for (const name of [two, ...words.slice(0, 1)]) {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command !== undefined) return [name, command];
  }
  throw new Usage(`no command ${two}; there are: ${Object.keys(COMMANDS).join(', ')}`);
}

function assertTaken(name: string, { words, options }: Command, given: readonly string[], names: readonly string[]): void {
  if (given.length > words) throw new Usage(`${name} does not take: ${given.slice(words).join(' ')}`);
  const known: readonly string[] = options;
  const strange = names.find((option) => !known.includes(option));
  if (strange !== undefined) throw new Usage(`${name} has no option --${strange === 'asOf' ? 'as-of' : strange}`);
}
