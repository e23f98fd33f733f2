import type { AgencyEvent } from '#libs/agencies/agency.events';
import type { NormKeeper, WorkingNormEvent, WorkingNormPublished } from '#libs/agencies/working-norm.events';
import { categoryOf, type Recorded, type RecordedEvent } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { AREAS } from '#libs/regulation/areas';

type Version = Omit<WorkingNormPublished['data'], keyof NormKeeper>;

/** 工作规范: one document for each city's centre and each agency, also where there is none yet. */
export interface WorkingNormEntry extends NormKeeper {
  readonly normsId: string;
  /** Nobody has published a working norm here, which everybody may see. */
  readonly missing: boolean;
  /** Every version, the latest last. */
  readonly norms: readonly Version[];
  readonly requirements: readonly Version[];
}

const CENTERS = AREAS.filter((area) => area !== 'FJ').map((area) => `center-${area}`);
const isOfAgency = (event: RecordedEvent): boolean => categoryOf(event.stream) === 'agency';

/** A registered agency must keep a norm; and where there are agencies, so must all the centres. */
function keys(event: RecordedEvent): readonly string[] {
  if (!isOfAgency(event)) return [event.stream.slice('norms-'.length)];
  return event.type === 'AgencyRegistered' ? [event.stream, ...CENTERS] : [];
}

function nothingYet(normsId: string): WorkingNormEntry {
  const by = normsId.startsWith('center-') ? 'CENTER' : 'AGENCY';
  return { normsId, by, organisation: normsId.slice(normsId.indexOf('-') + 1), missing: true, norms: [], requirements: [] };
}

function published(entry: WorkingNormEntry, { type, data }: WorkingNormEvent): WorkingNormEntry {
  const { by: _by, organisation: _organisation, ...version } = data;
  if (type === 'InternalRequirementsPublished') return { ...entry, requirements: [...entry.requirements, version] };
  return { ...entry, missing: false, norms: [...entry.norms, version] };
}

export const workingNormRegister: View<WorkingNormEntry> = {
  name: 'working-norm-register',
  version: 1,
  categories: ['agency', 'norms'],
  indexes: ['by', 'organisation', 'missing'],
  keys,
  apply: (entry, recordedEvent, key) => {
    const before = entry ?? nothingYet(key);
    const event = recordedEvent as unknown as Recorded<WorkingNormEvent | AgencyEvent>;
    return event.type === 'WorkingNormPublished' || event.type === 'InternalRequirementsPublished' ? published(before, event) : before;
  },
};
