import { gatherRoster } from '#libs/draws/draw-knowledge';
import { drawRoster } from '#libs/draws/draw-roster.view';
import { drawTasks, type OccupiedTask } from '#libs/draws/draw-tasks.view';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import { entry } from '#test/support/draw-story';

const task = (caseId: string, open: boolean): OccupiedTask => ({ caseId, from: '2026-03-23', to: '2026-03-24', persons: [], open });
const TASKS = [task('c-1', true), task('c-2', false), task('c-3', true)];
const ROSTER = Array.from({ length: 1001 }, (_, no) => ({ ...entry(1), supervisorId: `s-${String(no).padStart(5, '0')}` }));

/** A lookup over these documents, page by page as a store would give them. */
const lookup = {
  find: async (view: object, { where = {}, after, limit }: Find) => {
    const [documents, keyOf] = view === drawRoster ? [ROSTER, 'supervisorId'] : [TASKS, 'caseId'];
    const all = documents as unknown as readonly Record<string, unknown>[];
    return all.filter((document) => (where['open'] === undefined || document['open'] === where['open']) && String(document[keyOf]) > (after?.key ?? '')).slice(0, limit);
  },
  get: async (view: object, key: string) => (view === drawTasks ? TASKS.find(({ caseId }) => caseId === key) : undefined),
} as unknown as Lookup;

describe('what a draw knows of the roster', () => {
  it('is everyone, however many pages they fill', async () => {
    expect((await gatherRoster('c-1', lookup)).roster).toEqual(ROSTER);
  });

  it('is every task whose days on site are not over, and the case itself once', async () => {
    const tasksFor = async (caseId: string) => (await gatherRoster(caseId, lookup)).tasks.map((found) => found.caseId).sort();
    expect(await tasksFor('c-1')).toEqual(['c-1', 'c-3']);
    expect(await tasksFor('c-2')).toEqual(['c-1', 'c-2', 'c-3']);
    expect(await tasksFor('c-9')).toEqual(['c-1', 'c-3']);
  });
});
