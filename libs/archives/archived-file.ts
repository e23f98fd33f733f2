import { ARCHIVED_KINDS, type SealedEvent, type SealedFile } from '#libs/archives/archive.events';
import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { ComplaintEvent } from '#libs/complaints/complaint.events';
import type { Lookup } from '#libs/event-sourcing/decider';
import { categoryOf, type LegalDate, type Recorded } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { legalDateOf } from '#libs/regulation/legal-date';

/** A file that can be archived, as far as it has gone. */
export interface ArchivedFile {
  /** The centre that leads it. */
  readonly keeper: Area;
  readonly area: Area;
  readonly isCentralBranch: boolean;
  /** References of staff complained of. */
  readonly accused: readonly string[];
  /** Absent while it is open. */
  readonly closedOn?: LegalDate | undefined;
  readonly events: readonly SealedEvent[];
  readonly files: readonly SealedFile[];
  readonly templates: readonly string[];
}

type FileEvent = Recorded<CaseEvent | DailyEvent | ComplaintEvent>;
const EMPTY = { events: [], files: [], templates: [] } as const;

function openedBy(event: FileEvent): ArchivedFile | undefined {
  switch (event.type) {
    case 'SpecialSupervisionOpened':
    case 'DailySupervisionPlanned': {
      const { dispatcher, area, isCentralBranch } = event.data;
      return { keeper: dispatcher, area, isCentralBranch, accused: [], ...EMPTY };
    }
    case 'ComplaintReceived':
      return { keeper: event.data.holder, area: event.data.holder, isCentralBranch: false, accused: event.data.accused, ...EMPTY };
    default:
      return undefined;
  }
}

function changeBy(event: FileEvent): Partial<ArchivedFile> {
  switch (event.type) {
    case 'ComplaintTransferred':
      return { keeper: event.data.to, area: event.data.to };
    case 'CaseClosed':
    case 'NoMeasureDecided':
    case 'DailySupervisionClosed':
    case 'ComplaintClosed':
      return { closedOn: legalDateOf(event.meta.occurredAt) };
    case 'ComplaintReopened':
      return { closedOn: undefined };
    default:
      return {};
  }
}

/** Every object within the data. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap(objectsIn)];
}

const fileIn = ({ evidenceId, sha256 }: Readonly<Record<string, unknown>>): readonly SealedFile[] =>
  typeof evidenceId === 'string' && typeof sha256 === 'string' ? [{ evidenceId, sha256 }] : [];

/** Versions of forms and of declarations are text; those of what is written by them are numbers. */
const templatesIn = ({ templateVersion, version }: Readonly<Record<string, unknown>>): readonly string[] => [templateVersion, version].filter((each) => typeof each === 'string');

function after(file: ArchivedFile, event: FileEvent): ArchivedFile {
  const objects = objectsIn(event.data);
  const events = [...file.events, { type: event.type, hash: event.meta.hash }];
  const files = [...file.files, ...objects.flatMap(fileIn)];
  return { ...file, ...changeBy(event), events, files, templates: [...new Set([...file.templates, ...objects.flatMap(templatesIn)])] };
}

const evolveFile = (file: ArchivedFile | undefined, event: FileEvent): ArchivedFile | undefined => {
  const before = file ?? openedBy(event);
  return before === undefined ? undefined : after(before, event);
};

/** The file whose stream has this name; undefined where there is none that can be archived. */
export async function readArchivedFile(stream: string, lookup: Lookup): Promise<ArchivedFile | undefined> {
  return categoryOf(stream) in ARCHIVED_KINDS ? lookup.fold(stream, undefined, evolveFile) : undefined;
}
