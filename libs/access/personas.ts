import type { Role } from '#libs/access/roles';
import type { Actor } from '#libs/event-sourcing/event';
import { AREA_NAMES, type Area } from '#libs/regulation/areas';

/** Somebody to try the program as. Personas are known passwords: only a server that listens on loopback takes them. */
export interface Persona {
  readonly token: string;
  readonly title: string;
  readonly actor: Actor;
}

const PLACES: Readonly<Record<Exclude<Area, 'FJ'>, string>> = {
  3501: 'fuzhou',
  3502: 'xiamen',
  3506: 'zhangzhou',
  3505: 'quanzhou',
  3504: 'sanming',
  3503: 'putian',
  3507: 'nanping',
  3508: 'longyan',
  3509: 'ningde',
  PT: 'pingtan',
};

const persona = (name: string, title: string, role: Role, organisation: string): Persona => ({
  token: `demo-${name}`,
  title,
  actor: { person: `p-${name}`, role, organisation },
});

/** A clerk and, where a second person must agree, a reviewer. */
const centre = (name: string, title: string, role: Role, organisation: string): readonly Persona[] => [
  persona(name, `${title}经办`, role, organisation),
  persona(`${name}-reviewer`, `${title}复核`, role, organisation),
];

const isCity = (area: string): area is Exclude<Area, 'FJ'> => area in PLACES;

export const PERSONAS: readonly Persona[] = [
  ...centre('department', '省人社厅', 'PROVINCIAL_HR', 'FJ'),
  ...centre('province', '省中心', 'PROVINCIAL_CENTER', 'FJ'),
  ...Object.keys(AREA_NAMES).filter(isCity).flatMap((area) => centre(PLACES[area], `${AREA_NAMES[area]}中心`, 'MUNICIPAL_CENTER', area)),
  persona('auditor', '审计', 'AUDITOR', 'FJ'),
];

/** Roles whose personas are made from the reference in the token: who acts, and for which organisation. */
const REFERRED: Readonly<Record<string, (reference: string) => Omit<Persona, 'token'>>> = {
  agency: (agencyId) => ({ title: '评价机构', actor: { person: `p-agency-${agencyId}`, role: 'AGENCY', organisation: agencyId } }),
  industry: (departmentId) => ({ title: '行业部门', actor: { person: `p-industry-${departmentId}`, role: 'INDUSTRY_DEPT', organisation: departmentId } }),
  supervisor: (personId) => ({ title: '外督', actor: { person: personId, role: 'EXT_SUPERVISOR', organisation: 'EXTERNAL' } }),
  service: (categories) => ({ title: '业务系统', actor: { person: `p-service-${categories}`, role: 'SERVICE', organisation: 'FJ', categories: categories.split('-') } }),
  internal: (personId) => ({ title: '内督', actor: { person: personId, role: 'INT_SUPERVISOR', organisation: 'INTERNAL' } }),
};
const REFERRING = new RegExp(`^demo-(${Object.keys(REFERRED).join('|')})-([0-9A-Za-z-]{1,64})$`);

/** The persona of a token: one of the list, or `demo-agency-<agencyId>`, `demo-industry-<departmentId>`, `demo-supervisor-<personId>`, `demo-internal-<personId>`, `demo-service-<category>-<category>…`. */
export function personaOf(token: string): Persona | undefined {
  const [, kind = '', reference = ''] = REFERRING.exec(token) ?? [];
  const referred = REFERRED[kind]?.(reference);
  return referred === undefined ? PERSONAS.find((candidate) => candidate.token === token) : { token, ...referred };
}
