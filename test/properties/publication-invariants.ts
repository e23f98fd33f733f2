import { namesAPerson } from '#libs/publication/personal-data';
import { allOf, type AnyEvent, at, before, type Invariant, inStream, unless } from '#test/properties/typed-log';

const PRIVATE: readonly string[] = ['personId', 'supervisorId', 'candidates', 'evidence', 'evidenceIds', 'complaintRef', 'accused', 'order', 'exclusions'];

/** Names of all members, however deep. */
const membersOf = (value: unknown): readonly string[] =>
  typeof value !== 'object' || value === null ? [] : [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(membersOf)];

/** What the public reads is made of these. */
const SHOWN = ['PublicationDue', 'PublicationApproved', 'PublicationWithdrawn'] as const satisfies readonly AnyEvent['type'][];

/** 12: the public is told of no person, no evidence and no complaint, and only what a second person agreed to. */
export const publicNamesNobody: Invariant = (log) => [
  ...allOf(log, ...SHOWN).flatMap((event) => {
    const isPrivate = membersOf(event.data).some((member) => PRIVATE.includes(member)) || JSON.stringify(event.data).includes('"C3"');
    const texts = Object.values(event.data).filter((value): value is string => typeof value === 'string');
    return unless(!isPrivate && !texts.some(namesAPerson), event, 'tells of a person');
  }),
  ...allOf(log, 'PublicationApproved').flatMap((event) => {
    const proposed = allOf(inStream(before(log, event), event.stream), 'PublicationProposed').at(-1);
    return proposed !== undefined && proposed.data.version === event.data.version && proposed.meta.actor !== event.meta.actor ? [] : [`${at(event)}: by one person`];
  }),
];
