import type { Actor } from '#libs/event-sourcing/event';

/** Members of a document that say whom it concerns. Without a member for an actor's relation, the actor sees none of them. */
export interface SightMembers {
  /** Area whose centre the document belongs to. */
  readonly area?: string;
  /** Agency that the document is about. */
  readonly agency?: string;
  /** Industry department that the document is about. */
  readonly industry?: string;
  /** Person that the document is about. */
  readonly person?: string;
  /** Service that the document belongs to. */
  readonly service?: string;
  /** Anyone who may use the system reads it, as the register of agencies. */
  readonly open?: true;
}

/** Equalities a document must meet for the actor to see it; empty for everything, undefined for nothing. */
export type Seen = Readonly<Record<string, string>> | undefined;

const PROVINCE_WIDE: readonly string[] = ['PROVINCIAL_HR', 'PROVINCIAL_CENTER', 'AUDITOR', 'SYSTEM'];

/** Which documents an actor reads: the province and its auditors all, a city centre its area, others what concerns themselves. */
export function seenBy(actor: Actor, members: SightMembers): Seen {
  if (members.open === true || PROVINCE_WIDE.includes(actor.role)) return {};
  switch (actor.role) {
    case 'MUNICIPAL_CENTER':
      return equality(members.area, actor.organisation);
    case 'AGENCY':
      return equality(members.agency, actor.organisation);
    case 'INDUSTRY_DEPT':
      return equality(members.industry, actor.organisation);
    case 'EXT_SUPERVISOR':
    case 'INT_SUPERVISOR':
      return equality(members.person, actor.person);
    case 'SERVICE':
      return equality(members.service, actor.person);
    default:
      return undefined;
  }
}

/** Whether the actor sees this one document. */
export function sees(actor: Actor, document: object, members: SightMembers): boolean {
  const seen = seenBy(actor, members);
  return seen !== undefined && Object.entries(seen).every(([member, value]) => (document as Record<string, unknown>)[member] === value);
}

/** Something that a centre undertakes about a person. */
export interface Matter {
  /** The centre. */
  readonly by: string;
  readonly person: string;
  readonly decided: boolean;
}

/** Who knows of a matter: the centre itself and the province; the person once it is decided; no other centre, not even the person's own. */
export function seesMatter({ role, person, organisation }: Actor, matter: Matter): boolean {
  if (PROVINCE_WIDE.includes(role)) return true;
  if (role === 'MUNICIPAL_CENTER') return organisation === matter.by;
  return (role === 'EXT_SUPERVISOR' || role === 'INT_SUPERVISOR') && person === matter.person && matter.decided;
}

/** An empty member says that the document concerns no such actor: an empty reference must not meet it. */
const equality = (member: string | undefined, value: string): Seen => (member === undefined || value === '' ? undefined : { [member]: value });
