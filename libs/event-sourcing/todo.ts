import type { Fact, Instant, RecordedEvent } from '#libs/event-sourcing/event';

/** Whom a to-do falls to: a body, or one person. */
export interface Bearer {
  readonly role: string;
  readonly organisation: string;
  /** Reference of the person; absent where anyone who acts for the body may do it. */
  readonly person?: string;
}

/** By when, and why then. */
export interface TodoDue {
  /** The first instant that is too late. */
  readonly dueAt: Instant;
  /** One Chinese sentence. */
  readonly explanation: string;
}

/** A to-do begins. */
export interface Opening {
  /** Tells several of one kind apart: a person's credential, the number of an inquiry … */
  readonly item?: string;
  readonly due?: TodoDue | undefined;
  /** Shown from then on only: what lies far ahead is no work of today. */
  readonly from?: Instant;
}

/** What a matter is called, and whose it is. Without a member for somebody's relation the matter is not theirs. */
export interface Matter {
  readonly title: string;
  readonly area: string;
  readonly agencyId?: string;
  readonly departmentId?: string;
  readonly personId?: string;
}

type DataOf<E extends Fact, T extends E['type']> = Extract<E, { readonly type: T }>['data'];
type By<E extends Fact, R> = { readonly [T in E['type']]?: R };

/** One kind of to-do: which events open it, and which end it. */
export interface TodoLine<E extends Fact = Fact, M extends Matter = Matter> {
  /** What is to be done, as a Chinese verb with its object. */
  readonly label: string;
  readonly falls: (matter: M, item: string) => readonly Bearer[];
  /** By event: `matter` is as the event left it, `at` when it happened. */
  readonly opens: { readonly [T in E['type']]?: (data: DataOf<E, T>, matter: M, at: Instant) => readonly Opening[] };
  /** Events that end it, all items of it. */
  readonly ends?: readonly E['type'][];
  /** Events that end one item. */
  readonly endsItem?: { readonly [T in E['type']]?: (data: DataOf<E, T>) => string | undefined };
  /** Events that move its due date while it is open; undefined leaves it. */
  readonly moves?: { readonly [T in E['type']]?: (data: DataOf<E, T>) => TodoDue | undefined };
  /** Path of what the command is about, where that is another thing than the matter. */
  readonly at?: (matter: M, id: string) => string;
  /** Known to those whom it falls to, and to the province: to nobody else of the area. */
  readonly isConfidential?: true;
  /** Whether the command is refused for good once the agency's qualification is revoked. */
  readonly needsQualification?: (matter: M) => boolean;
}

/** The to-dos of one kind of stream. The key of each is the command that ends it. */
export interface TodoSource<E extends Fact = Fact, M extends Matter = Matter> {
  readonly category: string;
  /** Path of its documents below `/v1/`. */
  readonly path: string;
  /** Path where an agency reads of it, if that is another one. */
  readonly agencyPath?: string;
  /** Categories of other streams whose events count, and the streams of this category, by id, that such an event concerns. */
  readonly others?: Readonly<Record<string, (event: RecordedEvent) => string | readonly string[] | undefined>>;
  /** `id` is the stream's, without the category. */
  matter(before: M | undefined, event: E, id: string): M | undefined;
  readonly todos: Readonly<Record<string, TodoLine<E, M>>>;
  /** Events after which nothing is left to do. */
  readonly closes?: By<E, true>;
}

/** A source of its own facts as one of many. */
export const todoSource = <E extends Fact, M extends Matter>(source: TodoSource<E, M>): TodoSource => source as unknown as TodoSource;

/** Opens one to-do without a date. */
export const once = (): readonly Opening[] => [{}];

/** Opens one to-do that is due as the member says; none where the event lacks it. */
export const due =
  <K extends string>(member: K) =>
  (data: { readonly [M in K]?: TodoDue }): readonly Opening[] =>
    data[member] === undefined ? [] : [{ due: data[member] }];

/** Opens one to-do where the condition holds. */
export const when =
  <D, M>(holds: (data: D, matter: M) => boolean) =>
  (data: D, matter: M): readonly Opening[] =>
    holds(data, matter) ? [{}] : [];
