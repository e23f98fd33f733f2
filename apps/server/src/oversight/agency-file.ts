import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { agencies } from '#apps/server/src/agencies/agencies.readable';
import { workingNorms } from '#apps/server/src/agencies/working-norms.readable';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { AGENCY_PARTS } from '#apps/server/src/oversight/agency-file.parts';
import { type FilePart, FileParts, type Read, shownPart } from '#apps/server/src/oversight/file-parts';
import type { ReadFile } from '#apps/server/src/oversight/files.queries';
import type { AgencyEntry } from '#libs/agencies/agency.view';
import type { WorkingNormEntry } from '#libs/agencies/working-norm.view';
import type { CaseFile } from '#libs/cases/case-file.view';
import type { Actor, LegalDate } from '#libs/event-sourcing/event';
import type { SessionFile } from '#libs/sessions/session.view';

/** One year of an agency on one line. */
export interface AgencyYear {
  readonly year: string;
  /** By part, the records that began in the year. */
  readonly counts: Readonly<Record<string, number>>;
  /** Opinions issued on supervisions that began in the year. */
  readonly opinions: number;
  /** Mean of the score sheets of its sessions, to two digits; null where there is none. */
  readonly averageScore: number | null;
}

/** 一机构一档: all that the record has about one agency, as far as the reader may see it. */
export interface AgencyFile {
  readonly agency: AgencyEntry;
  /** The day as of which the parts are; the agency's own entry is of now. */
  readonly asOf: LegalDate | null;
  readonly years: readonly AgencyYear[];
  readonly parts: readonly FilePart[];
  readonly norms: readonly WorkingNormEntry[];
}

export class AskAgencyFile extends Query<AgencyFile> {
  constructor(
    readonly actor: Actor,
    readonly agencyId: string,
    readonly asked: ReadFile,
  ) {
    super();
  }
}

interface Line {
  readonly part: string;
  readonly year: string;
  readonly document: object;
}

const totals = (lines: readonly Line[]): readonly number[] => lines.flatMap(({ document }) => (document as Partial<SessionFile>).scoreSheet?.total ?? []);
const mean = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : Math.round((numbers.reduce((sum, each) => sum + each, 0) / numbers.length) * 100) / 100);

function yearsOf(reads: readonly Read[]): readonly AgencyYear[] {
  const lines: readonly Line[] = reads.flatMap(({ part, documents }) => documents.flatMap(({ document, entry: { on } }) => (on === '' ? [] : [{ part: part.name, year: on.slice(0, 4), document }])));
  const years = [...new Set(lines.map(({ year }) => year))].sort();
  return years.map((year) => {
    const own = lines.filter((line) => line.year === year);
    const counts = Object.fromEntries(reads.map(({ part: { name } }) => [name, own.filter(({ part }) => part === name).length]));
    const opinions = own.filter(({ part, document }) => part === 'cases' && (document as Partial<CaseFile>).documentNumber !== undefined).length;
    return { year, counts, opinions, averageScore: mean(totals(own)) };
  });
}

const inForce = (day: LegalDate | undefined, entry: WorkingNormEntry): WorkingNormEntry => {
  if (day === undefined) return entry;
  const norms = entry.norms.filter(({ effectiveFrom }) => effectiveFrom <= day);
  return { ...entry, norms, requirements: entry.requirements.filter(({ effectiveFrom }) => effectiveFrom <= day), missing: norms.length === 0 };
};

@QueryHandler(AskAgencyFile)
export class AskAgencyFileHandler implements IQueryHandler<AskAgencyFile> {
  constructor(
    private readonly queries: QueryBus,
    private readonly parts: FileParts,
  ) {}

  /** @throws HttpProblem not-found for an agency that is not registered */
  async execute({ actor, agencyId, asked: { asOf, minPosition } }: AskAgencyFile): Promise<AgencyFile> {
    const query = minPosition === undefined ? {} : { minPosition };
    const { document } = await this.queries.execute(new ReadDocument(agencies, actor, agencyId, query));
    const reads = await this.parts.read(AGENCY_PARTS, { actor, id: agencyId, asOf, minPosition });
    const { items } = await this.queries.execute(new FindDocuments(workingNorms, actor, { ...query, limit: 1 }, { where: { by: 'AGENCY', organisation: agencyId } }));
    const norms = (items as readonly WorkingNormEntry[]).map((entry) => inForce(asOf, entry));
    return { agency: document as unknown as AgencyEntry, asOf: asOf ?? null, years: yearsOf(reads), parts: reads.map(shownPart), norms };
  }
}
