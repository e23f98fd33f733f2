import type { AnyMembers } from '#libs/event-sourcing/feed';
import { EVENT_TYPES, versionsOf } from '#libs/record/event-schemas';
import { membersLeaving } from '#libs/record/feeds';

/** Paths of the members that leave, by `<Type> v<n>`; without an entry the event stays inside. */
export type ReleasedMembers = Readonly<Record<string, readonly string[]>>;

export function pathsOf(members: AnyMembers, at = ''): readonly string[] {
  if (members === true) return [at];
  const inner = Object.entries(members).flatMap(([name, member]) => (member === undefined ? [] : pathsOf(member, at === '' ? name : `${at}.${name}`)));
  return at === '' ? inner : [at, ...inner];
}

const currentName = (type: string): string => `${type} v${versionsOf(type).length}`;

/** What leaves today, each event in its current version. */
export const releasedMembers = (): ReleasedMembers =>
  Object.fromEntries(EVENT_TYPES.flatMap((type) => {
    const members = membersLeaving(type);
    return members === undefined ? [] : [[currentName(type), pathsOf(members)] as const];
  }));

/** Sentences about what others receive of a version that is still current, and would no longer. */
export function withdrawnMembers(published: ReleasedMembers, now: ReleasedMembers): readonly string[] {
  const current = new Set(EVENT_TYPES.map(currentName));
  return Object.entries(published).filter(([name]) => current.has(name)).flatMap(([name, paths]) => {
    const left = now[name];
    if (left === undefined) return [`${name}: left the house, now it stays inside`];
    return paths.filter((path) => !left.includes(path)).map((path) => `${name}: \`${path}\` left the house, now it stays inside`);
  });
}
