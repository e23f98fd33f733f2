import type { Role, SelectingBody } from '#libs/access/roles';
import type { Bearer } from '#libs/event-sourcing/todo';

const body = (role: Role, organisation: string): readonly Bearer[] => [{ role, organisation }];

/** The centre of an area: of `FJ` the provincial one. */
export const theCenter = (area: string): readonly Bearer[] => body(area === 'FJ' ? 'PROVINCIAL_CENTER' : 'MUNICIPAL_CENTER', area);
export const theProvince = (): readonly Bearer[] => theCenter('FJ');
export const theDepartment = (): readonly Bearer[] => body('PROVINCIAL_HR', 'FJ');
export const theAgency = (agencyId: string): readonly Bearer[] => body('AGENCY', agencyId);
export const theBody = ({ by, organisation }: SelectingBody): readonly Bearer[] => body(by, organisation);
export const theService = (person: string): readonly Bearer[] => [{ role: 'SERVICE', organisation: 'FJ', person }];

/** External supervisors, by their person references. */
export const externals = (persons: readonly string[]): readonly Bearer[] => persons.map((person) => ({ role: 'EXT_SUPERVISOR', organisation: 'EXTERNAL', person }));
/** Internal supervisors, by their person references. */
export const internals = (persons: readonly string[]): readonly Bearer[] => persons.map((person) => ({ role: 'INT_SUPERVISOR', organisation: 'INTERNAL', person }));
