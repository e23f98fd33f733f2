import { PERSONAS, personaOf } from '#libs/access/personas';
import type { Actor } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

const clerks = PERSONAS.filter(({ actor }) => actor.role === 'PROVINCIAL_CENTER' || actor.role === 'MUNICIPAL_CENTER').map(({ actor }) => actor);

const known = (actor: Actor | undefined, who: string): Actor => {
  if (actor === undefined) throw new Error(`nobody acts as ${who}`);
  return actor;
};

/** The clerk of a centre. */
export const clerkOf = (center: Area): Actor => known(clerks.find(({ organisation }) => organisation === center), center);

/** The second person of a centre, who approves. */
export const reviewerOf = (center: Area): Actor => known(clerks.filter(({ organisation }) => organisation === center)[1], `${center} reviewer`);

export const province = clerkOf('FJ');
export const department = known(personaOf('demo-department')?.actor, 'department');
export const departmentReviewer = known(personaOf('demo-department-reviewer')?.actor, 'department reviewer');
export const agencyActor = (agencyId: string): Actor => known(personaOf(`demo-agency-${agencyId}`)?.actor, agencyId);
export const supervisorActor = (personId: string): Actor => known(personaOf(`demo-supervisor-${personId}`)?.actor, personId);
export const industryActor = (departmentId: string): Actor => known(personaOf(`demo-industry-${departmentId}`)?.actor, departmentId);
export const internalActor = (personId: string): Actor => known(personaOf(`demo-internal-${personId}`)?.actor, personId);
