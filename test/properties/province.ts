import { bytesToHex } from '@noble/hashes/utils.js';
import { fuzhou, province, school, supervisor, system, xiamen } from '#libs/cases/case-story';
import type { Actor } from '#libs/event-sourcing/event';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';
import { department } from '#libs/supervisors/supervisor-story';
import { DRAW_KEY } from '#test/properties/living-record';

/** Who and what there is in the histories. */
export const AGENCIES = [
  { agencyId: 'agency-1', division: '350102', isCentralBranch: false },
  { agencyId: 'agency-2', division: '350203', isCentralBranch: false },
  { agencyId: 'agency-3', division: '350128', isCentralBranch: false },
  { agencyId: 'agency-4', division: '350102', isCentralBranch: true },
] as const;
export const CASES = ['case-a', 'case-b', 'case-c', 'case-d'] as const;
export const COMPLAINTS = ['complaint-a', 'complaint-b', 'complaint-c'] as const;
export const OFFICIAL_KEY = bytesToHex(DRAW_KEY.publicKey);
export const OTHER_KEY = bytesToHex(ecvrfKeyPair(new Uint8Array(32).fill(12)).publicKey);

/** Most credentials have a person of their own; the last are second ones, of the last persons. */
const PERSONS = 8;
export const CREDENTIALS = 11;
/** Of a person with two credentials, the other. */
export const secondOf = (no: number): number => 2 * PERSONS + 1 - no;
export const credentialNo = (dice: number): number => 1 + (dice % CREDENTIALS);
export const credentialIdOf = (no: number): string => `s-${no}`;
export const personIdOf = (no: number): string => `p-${no > PERSONS ? secondOf(no) : no}`;
/** Every fifth is the province's own, the others 福州's. */
export const areaOfCredential = (no: number): string => (no % 5 === 0 ? 'FJ' : '3501');

export const pingtan: Actor = { person: 'clerk-PT', role: 'MUNICIPAL_CENTER', organisation: 'PT' };
export const CENTERS: readonly Actor[] = [fuzhou, xiamen, pingtan, province];
export const centerOf = (area: string): Actor => CENTERS.find(({ organisation }) => organisation === area) ?? province;
export const schoolOf = (agencyId: string): Actor => ({ ...school, organisation: agencyId });

export const chosen = <T>(list: readonly T[], dice: number): T => list[dice % list.length] as T;

/** Anybody. */
export const someActor = (dice: number): Actor =>
  chosen([...CENTERS, department, system, schoolOf('agency-1'), schoolOf('agency-2'), supervisor(1 + (dice % PERSONS)), { person: 'nobody', role: 'AUDITOR', organisation: 'FJ' }], dice);
