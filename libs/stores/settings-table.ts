import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

interface Row {
  readonly name: string;
  readonly shown: string;
  readonly complaint: string | undefined;
}

/** What is wrong with a value; undefined where nothing is. */
export type Complain = (value: string) => string | undefined;

/** Settings that the program cannot run with. */
export class BadSettings extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'BadSettings';
  }
}

const UNSET = '(未设置)';

/** The settings of a program as it reads them from its environment. Every one is read before any is complained of. */
export class SettingsTable {
  private readonly rows: Row[] = [];

  constructor(private readonly environment: Environment) {}

  /** One line a setting, the wrong ones marked, passwords masked. */
  get lines(): readonly string[] {
    const width = Math.max(...this.rows.map(({ name }) => name.length));
    return this.rows.map(({ name, shown, complaint }) => `${complaint === undefined ? '  ' : '✗ '}${name.padEnd(width)} ${shown.padEnd(20)} ${complaint ?? ''}`.trimEnd());
  }

  text(name: string, initial: string, complain: Complain): string {
    const value = this.environment[name] ?? initial;
    this.add(name, value, complain(value));
    return value;
  }

  /** The first choice is the initial one. */
  choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const value = this.environment[name] ?? choices[0];
    const chosen = choices.find((choice) => choice === value);
    this.add(name, value, chosen === undefined ? `应当是 ${choices.join('、')} 之一` : undefined);
    return chosen ?? choices[0];
  }

  optional(name: string, complain: Complain = () => undefined): string | undefined {
    const value = this.environment[name];
    this.add(name, value === undefined ? UNSET : withoutPassword(value), value === undefined ? undefined : complain(value));
    return value;
  }

  /** A value that may hold a password: it lies in the variable, or in the file that `NAME_FILE` names. */
  secret(name: string, complain: (value: string | undefined) => string | undefined): string | undefined {
    const file = this.environment[`${name}_FILE`];
    const direct = this.environment[name];
    if (file === undefined) {
      this.add(name, direct === undefined ? UNSET : masked(direct), complain(direct));
      return direct;
    }
    const held = textOf(file);
    const twice = direct === undefined ? undefined : `与 ${name} 只能设其一`;
    this.add(`${name}_FILE`, file, twice ?? (held === undefined ? '文件无法读取' : complain(held)));
    return held;
  }

  /** A complaint about how settings stand to each other. */
  complain(name: string, complaint: string): void {
    const at = this.rows.findIndex((row) => row.name === name);
    const row = this.rows[at];
    if (row !== undefined) this.rows[at] = { ...row, complaint: row.complaint ?? complaint };
  }

  /** @throws BadSettings with a line for every setting */
  check(): void {
    if (this.rows.some(({ complaint }) => complaint !== undefined)) throw new BadSettings(this.lines);
  }

  private add(name: string, shown: string, complaint: string | undefined): void {
    this.rows.push({ name, shown, complaint });
  }
}

/** An address without its password, and without what options of it may keep secret. */
const withoutPassword = (url: string): string =>
  url.replace(/^([^/]*\/\/[^/@:]*):.*@/, '$1:***@').replace(/([?&][^=&]*(?:password|secret|token|properties)[^=&]*=)[^&]*/gi, '$1***');

/** What is no address at all may be anything. */
const masked = (text: string): string => (/^[a-z][a-z+]*:\/\//i.test(text) ? withoutPassword(text) : '***');

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
