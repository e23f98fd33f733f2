import type { CaseEvent } from '#libs/cases/case.events';
import { type CaseState, evolveCase } from '#libs/cases/case.evolve';
import { drawRoster } from '#libs/draws/draw-roster.view';
import { drawTasks, type OccupiedTask } from '#libs/draws/draw-tasks.view';
import { DRAW_KEYS_STREAM, type DrawKeyEvent } from '#libs/draws/draw-key.events';
import { type DrawKeys, evolveDrawKeys } from '#libs/draws/draw-key.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import { findEvery } from '#libs/event-sourcing/find-every';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';

/** Who could be drawn and what takes them up, at the head of the log. */
export interface KnownRoster {
  readonly roster: readonly RosterEntry[];
  /** Supervisions whose days on site are not over, and this one. */
  readonly tasks: readonly OccupiedTask[];
}

export async function gatherRoster(taskKey: string, lookup: Lookup): Promise<KnownRoster> {
  const roster = await findEvery(lookup, drawRoster, {}, ({ supervisorId }) => supervisorId);
  const others = await findEvery(lookup, drawTasks, { where: { open: true } }, (task) => task.caseId);
  const own = await lookup.get(drawTasks, taskKey);
  return { roster, tasks: [...others.filter((task) => task.caseId !== taskKey), ...(own === undefined ? [] : [own])] };
}

export const gatherKeys = (lookup: Lookup): Promise<DrawKeys> => lookup.fold<DrawKeys, DrawKeyEvent>(DRAW_KEYS_STREAM, [], evolveDrawKeys);

export const gatherCase = (caseId: string, lookup: Lookup): Promise<CaseState> => lookup.fold<CaseState, CaseEvent>(`case-${caseId}`, undefined, evolveCase);
