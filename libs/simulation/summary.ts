import { agencyRegister } from '#libs/agencies/agency.view';
import { type CaseFile, caseFile } from '#libs/cases/case-file.view';
import { dailyFile } from '#libs/cases/daily-file.view';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import type { SupervisorType } from '#libs/regulation/own-codes';
import { sessionFile } from '#libs/sessions/session.view';
import { standingOn } from '#libs/supervisors/standing.evolve';
import { supervisorRegister } from '#libs/supervisors/supervisor.view';

export type Counts = Readonly<Record<string, number>>;

/** What the simulated year has left behind, counted in the views. */
export interface Summary {
  readonly agencies: Counts;
  /** Credentials by standing on the last day: external supervisors, and the agencies' own. */
  readonly supervisors: Counts;
  readonly internalSupervisors: Counts;
  readonly sessions: Counts;
  readonly dailies: Counts;
  readonly cases: Counts;
  /** Ids to begin with; undefined where no case was closed. */
  readonly worth: WorthSeeing | undefined;
}

/** A closed case to which much happened, who led its group, and the draw that chose them. */
export interface WorthSeeing {
  readonly caseId: string;
  readonly agencyId: string;
  readonly area: string;
  /** Person of the leader of its group. */
  readonly personId: string;
  readonly drawId: string;
}

const PAGE = 200;

async function* documentsOf<D extends object>(views: ViewReader, view: View<D>): AsyncGenerator<D, void> {
  for (let after: string | undefined; ; ) {
    const page = await views.find(view, { limit: PAGE, ...(after !== undefined && { after: { key: after } }) });
    for (const { body } of page) if (body !== null) yield body;
    if (page.length < PAGE) return;
    after = page.at(-1)?.key;
  }
}

async function countBy<D extends object>(views: ViewReader, view: View<D>, groupOf: (document: D) => string | undefined): Promise<Counts> {
  const counts: Record<string, number> = {};
  for await (const document of documentsOf(views, view)) {
    const group = groupOf(document);
    if (group !== undefined) counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/** More to see: more happened to the case. */
const eventfulness = ({ members, flags, documents }: CaseFile): number => members.length + 2 * flags.length + documents.length;

async function worthSeeing(views: ViewReader): Promise<WorthSeeing | undefined> {
  let best: CaseFile | undefined;
  for await (const file of documentsOf(views, caseFile)) {
    if (file.state === 'CLOSED' && (best === undefined || eventfulness(file) > eventfulness(best))) best = file;
  }
  const member = best?.members.find(({ isLeader }) => isLeader);
  if (best === undefined || member === undefined) return undefined;
  const { caseId, agencyId, area } = best;
  return { caseId, agencyId, area, personId: member.personId, drawId: member.drawId };
}

export async function summarise(views: ViewReader, on: LegalDate): Promise<Summary> {
  const standings = (type: SupervisorType): Promise<Counts> =>
    countBy(views, supervisorRegister, ({ credential }) => (credential.supervisorType === type ? standingOn(credential, on) : undefined));
  return {
    agencies: await countBy(views, agencyRegister, ({ agencyType }) => agencyType),
    supervisors: await standings('EXTERNAL'),
    internalSupervisors: await standings('INTERNAL'),
    sessions: await countBy(views, sessionFile, ({ stage }) => stage),
    dailies: await countBy(views, dailyFile, ({ stage }) => stage),
    cases: await countBy(views, caseFile, ({ state }) => state),
    worth: await worthSeeing(views),
  };
}
