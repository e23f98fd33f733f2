/** A way to break a number down: its codes in the order of every table, those that count nothing too. */
export interface Dimension {
  readonly label: string;
  readonly codes: readonly string[];
  /** Chinese name of each code. */
  readonly names: Readonly<Record<string, string>>;
}

/** One of these codes; the order of the table unless another is given. */
export const dimension = <C extends string>(label: string, names: Readonly<Record<C, string>>, codes: readonly C[] = Object.keys(names) as C[]): Dimension => ({ label, names, codes });

/** Names of a table by its labels. */
export const labelled = <C extends string>(table: Readonly<Record<C, { readonly label: string }>>): Readonly<Record<C, string>> =>
  Object.fromEntries(Object.entries<{ readonly label: string }>(table).map(([code, { label }]) => [code, label])) as Record<C, string>;

/** Names of a table by the words of the Measures. */
export const quoted = <C extends string>(table: Readonly<Record<C, { readonly quote: string }>>): Readonly<Record<C, string>> =>
  Object.fromEntries(Object.entries<{ readonly quote: string }>(table).map(([code, { quote }]) => [code, quote])) as Record<C, string>;
