import type { Lookup } from '#libs/event-sourcing/decider';
import { type CaseSeats, caseSeats } from '#libs/supervisors/tasks.view';

const PAGE = 200;

export interface KnownTasks {
  /** Cases in which the supervisor still has a seat. */
  readonly openTasks: readonly string[];
}

export async function gatherOpenTasks(credentialId: string, lookup: Lookup): Promise<KnownTasks> {
  const openTasks: string[] = [];
  let page: readonly CaseSeats[] = [];
  do {
    const last = page.at(-1);
    page = await lookup.find(caseSeats, { where: { open: true }, limit: PAGE, ...(last !== undefined && { after: { key: last.caseId } }) });
    openTasks.push(...page.filter(({ seated }) => seated.includes(credentialId)).map(({ caseId }) => caseId));
  } while (page.length === PAGE);
  return { openTasks };
}
