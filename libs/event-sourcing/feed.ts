import type { Fact } from '#libs/event-sourcing/event';

type Scalar = string | number | boolean;

/**
 * The members of a value that leave the house. A scalar leaves by `true`; an object only member by member, so that a
 * member it gains later stays inside; a list as its elements do.
 */
export type Members<V> = MembersOf<NonNullable<V>>;
type MembersOf<V> = V extends Scalar ? true : V extends readonly (infer I)[] ? Members<I> : { readonly [K in keyof V & string]?: Members<V[K]> };

/** What leaves of a fact's data; or, as one Chinese sentence, why not even the fact itself does. */
export type Outgoing<D> = Members<D> | string;

/** One decision for each kind of fact: forgetting one does not compile. Persons, free texts and evidence never leave. */
export type Feed<E extends Fact> = { readonly [T in E['type']]: Outgoing<Extract<E, { readonly type: T }>['data']> };

/** Members as they are walked, whatever they are of. */
export type AnyMembers = true | { readonly [member: string]: AnyMembers | undefined };

/** The part of a value that leaves; members that the value lacks stay lacking. */
export function outgoing(value: unknown, members: AnyMembers): unknown {
  if (members === true || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => outgoing(element, members));
  const held = value as Readonly<Record<string, unknown>>;
  const leaving = Object.keys(held).flatMap((name) => {
    const inner = Object.hasOwn(members, name) ? members[name] : undefined;
    return inner === undefined ? [] : [[name, outgoing(held[name], inner)] as const];
  });
  return Object.fromEntries(leaving);
}
