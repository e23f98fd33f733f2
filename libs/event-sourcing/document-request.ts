import type { DocumentWrite, Find } from '#libs/event-sourcing/document-store';

export class UnknownCollection extends Error {
  constructor(collection: string) {
    super(`collection ${collection} is not declared`);
    this.name = 'UnknownCollection';
  }
}

/** A member that the collection has not declared: without an index the query would read everything. */
export class UndeclaredMember extends Error {
  constructor(member: string) {
    super(`member ${JSON.stringify(member)} is not declared as an index of the collection`);
    this.name = 'UndeclaredMember';
  }
}

/** A member becomes part of an index expression or of a path: text of a caller must not reach further than that. */
const MEMBER = /^[A-Za-z][A-Za-z0-9_]*$/;

/** @throws RangeError */
export function assertMembers(members: readonly string[]): void {
  const odd = members.find((member) => !MEMBER.test(member));
  if (odd !== undefined) throw new RangeError(`${JSON.stringify(odd)} cannot be indexed: a member is letters, digits and _`);
}

/** The parts of a query that name members. */
type Named = { readonly [P in 'where' | 'range' | 'order']?: Find[P] | undefined };

/** @throws UndeclaredMember, RangeError */
export function assertFind(find: Find, declared: ReadonlySet<string>): void {
  if (!Number.isSafeInteger(find.limit) || find.limit < 0) throw new RangeError(`a limit of ${find.limit}`);
  assertMembersDeclared(find, declared);
}

/** @throws UndeclaredMember */
export function assertMembersDeclared({ where = {}, range, order }: Named, declared: ReadonlySet<string>): void {
  const named = [...Object.keys(where), ...(range === undefined ? [] : [range.member]), ...(order === undefined ? [] : [order.member])];
  const undeclared = named.find((member) => !declared.has(member));
  if (undeclared !== undefined) throw new UndeclaredMember(undeclared);
}

/** @throws RangeError */
export function assertEachKeyOnce(writes: readonly DocumentWrite[]): void {
  if (new Set(writes.map(({ key }) => key)).size < writes.length) throw new RangeError('a key appears twice in one batch');
}
