import { at, fuzhou, member, supervisor } from '#libs/cases/case-story';
import { andDaily, type DailyTold, form, throughDaily } from '#libs/cases/daily-story';
import type { Lookup } from '#libs/event-sourcing/decider';
import { recorded } from '#libs/event-sourcing/given';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { dailyAssessmentFiles } from '#libs/supervisors/assessment-daily.reaction';

const center = { by: 'MUNICIPAL_CENTER', organisation: fuzhou.organisation } as const;
const idOf = (no: number) => assessmentIdOf(center, `s-${no}`);
/** Files of the person: by 福州, and by another centre. */
const files = [{ assessmentId: 'own', dispatcher: center }, { assessmentId: 'other', dispatcher: { ...center, organisation: '3502' } }];

const asked = (facts: readonly object[], index = facts.length - 1, seen = facts) => {
  const stored = (events: readonly object[]) => events.map((fact, revision) => recorded(fact as DailyTold, { stream: 'daily-7', revision, ...fact }));
  const lookup = {
    fold: (_stream: string, initial: unknown, evolve: (state: unknown, event: unknown) => unknown) => Promise.resolve(stored(seen).reduce<unknown>(evolve, initial)),
    find: (_view: unknown, { after }: { readonly after?: unknown }) => Promise.resolve(after === undefined ? files : []),
  } as unknown as Lookup;
  return dailyAssessmentFiles.search(stored(facts)[index] as ReturnType<typeof recorded>, lookup);
};

describe('what a daily supervision brings to assessment files', () => {
  it('is a file at the dispatch', async () => {
    expect(await asked(throughDaily('DispatchSupervisor'))).toEqual([
      { name: 'OpenAssessmentFile', target: idOf(1), body: { dispatcher: center, ...member(1), caseId: '7' } },
    ]);
    expect(await asked(throughDaily('CheckIn'))).toEqual([]);
  });

  it('is the record form to its day, for who took part, the same when looked for again', async () => {
    const submitted = throughDaily('SubmitRecord');
    const entry = { name: 'AddTaskEntry', target: idOf(1), body: { caseId: '7', kind: 'DAILY', outcome: 'DELIVERED', day: '2026-03-13', lateDays: 0 } };
    expect(await asked(submitted)).toEqual([entry]);
    expect(await asked(submitted, submitted.length - 1, throughDaily('ReviewRecord'))).toEqual([entry]);
    const late = andDaily(throughDaily('EndDailySupervision'), supervisor(1), at('03-20'), 'SubmitRecord', { form, signed: true });
    expect(await asked(late)).toMatchObject([{ body: { outcome: 'DELIVERED', lateDays: 2 } }]);
    const overdue = { type: 'RecordOverdue', data: { due: { date: '2026-03-18' } }, occurredAt: '2026-03-18T16:00:00.000Z' };
    expect(await asked([...throughDaily('EndDailySupervision'), overdue])).toMatchObject([{ target: idOf(1), body: { outcome: 'OVERDUE', day: '2026-03-19', lateDays: 1 } }]);
  });

  it('is a refusal without reason, and an act without an assignment where the centre has a file of the person', async () => {
    const judged = (judgement: string) => asked([...throughDaily('DispatchSupervisor'), { type: 'DeclineJudged', data: { ...member(1), judgement, reasons: '' } }]);
    expect((await judged('UNJUSTIFIED')).map(({ name, target }) => [name, target])).toEqual([['OpenAssessmentFile', idOf(1)], ['AddIssueEntry', idOf(1)]]);
    expect(await judged('JUSTIFIED')).toEqual([]);
    const tried = await asked([...throughDaily('AcceptDailyAssignment'), { type: 'UnassignedActRefused', data: { personId: 'p-9', act: 'CHECK_IN' } }]);
    expect(tried).toMatchObject([{ name: 'AddIssueEntry', target: 'own', body: { ground: 'S1', caseId: '7' } }]);
  });
});
