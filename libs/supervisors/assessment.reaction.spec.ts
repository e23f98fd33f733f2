import { fuzhou, through, type Told } from '#libs/cases/case-story';
import type { Lookup } from '#libs/event-sourcing/decider';
import { recorded } from '#libs/event-sourcing/given';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { assessmentFiles } from '#libs/supervisors/assessment.reaction';

const stored = (facts: readonly object[]) => facts.map((fact, revision) => recorded(fact as Told, { stream: 'case-7', revision, ...fact }));
const idOf = (no: number) => assessmentIdOf({ by: 'MUNICIPAL_CENTER', organisation: fuzhou.organisation }, `s-${no}`);
const asked = async (facts: readonly object[], at: number, seen = facts) => {
  const fold = (_stream: string, initial: unknown, evolve: (state: unknown, event: unknown) => unknown) => Promise.resolve(stored(seen).reduce<unknown>(evolve, initial));
  return assessmentFiles.search(stored(facts)[at] as ReturnType<typeof recorded>, { fold } as unknown as Lookup);
};
const formed = through('FormGroup');
const delivered = through('DeliverPreliminaryOpinion');

describe('what a case brings to assessment files', () => {
  it('is a file for each member of the formed group', async () => {
    const requests = await asked(formed, formed.length - 1);
    expect(requests.map(({ name, target }) => [name, target])).toEqual([1, 2, 3].map((no) => ['OpenAssessmentFile', idOf(no)]));
    expect(await asked(formed, 0)).toEqual([]);
  });

  it('is the day on which the work was delivered, counted from the due day', async () => {
    const at = delivered.findIndex(({ type }) => type === 'PreliminaryOpinionDelivered');
    const late = delivered.map((fact, index) => (index === at ? { ...fact, occurredAt: '2026-04-20T02:00:00.000Z' } : fact));
    for (const [facts, lateDays] of [[delivered, 0], [late, 19]] as const) {
      const requests = await asked(facts, at);
      expect(requests.map(({ name, target, body }) => [name, target, (body as { lateDays: number }).lateDays])).toEqual([1, 2, 3].map((no) => ['AddTaskEntry', idOf(no), lateDays]));
    }
  });

  it('is the same when it is looked for again after more has happened', async () => {
    const more = [...delivered, { type: 'SupervisorRecused', data: { supervisorId: 's-1', personId: 'p-1', drawId: 'd-1', reason: 'OTHER', detail: '', raisedBy: 'AGENCY', replacementNeeded: false } }];
    const at = delivered.findIndex(({ type }) => type === 'PreliminaryOpinionDelivered');
    expect(await asked(delivered, at, more)).toEqual(await asked(delivered, at));
  });

  it('is the overdue day, and a refusal that was judged to be without reason', async () => {
    const due = { date: '2026-04-01' };
    const overdue = await asked([...through('FormPreliminaryOpinion'), { type: 'PreliminaryOverdue', data: { due }, occurredAt: '2026-04-01T16:00:00.000Z' }], through('FormPreliminaryOpinion').length);
    expect(overdue[0]).toMatchObject({ name: 'AddTaskEntry', body: { caseId: '7', outcome: 'OVERDUE', day: '2026-04-02', lateDays: 1 } });
    const judged = (judgement: string) => asked([...formed, { type: 'DeclineJudged', data: { supervisorId: 's-9', personId: 'p-9', judgement, reasons: '' } }], formed.length);
    expect((await judged('UNJUSTIFIED')).map(({ name, target }) => [name, target])).toEqual([['OpenAssessmentFile', idOf(9)], ['AddIssueEntry', idOf(9)]]);
    expect((await judged('UNJUSTIFIED'))[1]).toMatchObject({ body: { ground: 'S1', caseId: '7' } });
    expect(await judged('JUSTIFIED')).toEqual([]);
  });
});
