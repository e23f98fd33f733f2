import type { Lookup } from '#libs/event-sourcing/decider';
import type { Fact } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { assessmentIdOf } from '#libs/supervisors/assessment.evolve';
import { internalAssessmentFiles, trainingAssessmentFiles } from '#libs/supervisors/assessment-internal.reaction';
import { registeredFact } from '#test/support/session-story';

const dispatcher = { by: 'AGENCY', organisation: 'agency-1' } as const;
const idOf = (supervisorId: string) => assessmentIdOf(dispatcher, supervisorId);
/** One of those who took part has two files, the other none. */
const files: Readonly<Record<string, readonly { readonly assessmentId: string }[]>> = { 'i-1': [{ assessmentId: 'one' }, { assessmentId: 'two' }] };

type Told = Fact & { readonly occurredAt?: string };
const stored = (facts: readonly Told[], stream: string) => facts.map((fact, revision) => recorded(fact, { ...fact, stream, revision }));
const lookupOf = (facts: readonly Told[], stream: string) =>
  ({
    fold: (_stream: string, initial: unknown, evolve: (state: unknown, event: unknown) => unknown) => Promise.resolve(stored(facts, stream).reduce<unknown>(evolve, initial)),
    find: (_view: unknown, { where }: { readonly where: { readonly supervisorId: string } }) => Promise.resolve(files[where.supervisorId] ?? []),
  }) as unknown as Lookup;

/** What follows from the last fact, also where the log has gone on meanwhile. */
const asked = (facts: readonly Told[], since: readonly Told[] = []) =>
  internalAssessmentFiles.search(stored(facts, 'session-7').at(-1) as ReturnType<typeof recorded>, lookupOf([...facts, ...since], 'session-7'));

const assigned = (no: number): Told => ({ type: 'InternalSupervisorAssigned', data: { supervisorId: `i-${no}`, personId: `p-${no}`, claimNo: no, drawId: 'd-1', singleCandidatePool: false } });
const released: Told = { type: 'InternalSupervisorReleased', data: { ...(assigned(2).data as object), cause: 'UNAVAILABLE' } };
const supervised: readonly Told[] = [
  registeredFact, assigned(1), assigned(2), { type: 'SessionStarted', data: {} }, { type: 'SessionEnded', data: { endedAt: '2026-03-03T09:00:00.000Z', scoreSheetDue: { date: '2026-03-06' } } },
];
const overdue: Told = { type: 'ScoreSheetOverdue', data: { due: { date: '2026-03-06' } }, occurredAt: '2026-03-06T16:00:00.000Z' };
const uploaded = (version: number, occurredAt: string): Told => ({ type: 'ScoreSheetUploaded', data: { version, supervisorId: 'i-1' }, occurredAt });

describe('what internal supervision brings to assessment files (R2.8-2)', () => {
  it('is a file at the first dispatch, kept by the agency that drew', async () => {
    expect(await asked([registeredFact, assigned(1)])).toEqual([{ name: 'OpenAssessmentFile', target: idOf('i-1'), body: { dispatcher, supervisorId: 'i-1', personId: 'p-1', caseId: '7' } }]);
    expect(await asked(supervised)).toEqual([]);
  });

  it('is the score sheet to its day, for all who supervise the session then', async () => {
    const entry = (no: number, outcome: string, day: string, lateDays: number) => ({ name: 'AddTaskEntry', target: idOf(`i-${no}`), body: { caseId: '7', kind: 'DAILY', outcome, day, lateDays } });
    const inTime = uploaded(1, '2026-03-05T02:00:00.000Z');
    expect(await asked([...supervised, inTime])).toEqual([entry(1, 'DELIVERED', '2026-03-05', 0), entry(2, 'DELIVERED', '2026-03-05', 0)]);
    expect(await asked([...supervised, inTime], [released])).toHaveLength(2);
    expect(await asked([...supervised, released, overdue])).toEqual([entry(1, 'OVERDUE', '2026-03-07', 1)]);
    expect(await asked([...supervised, overdue, uploaded(1, '2026-03-09T02:00:00.000Z')])).toMatchObject([entry(1, 'DELIVERED', '2026-03-09', 3), entry(2, 'DELIVERED', '2026-03-09', 3)]);
  });

  it('is the first upload of the sheet, not what replaces it', async () => {
    expect(await asked([...supervised, uploaded(1, '2026-03-05T02:00:00.000Z'), uploaded(2, '2026-03-06T02:00:00.000Z')])).toEqual([]);
  });
});

describe('what a training of internal supervisors brings to assessment files (R2.9-1)', () => {
  const training: readonly Told[] = [
    { type: 'TrainingPlanDrafted', data: { title: '内督培训' } }, { type: 'TrainingPlanDrafted', data: { title: '内督提高培训' } },
    { type: 'TrainingHeld', data: { ...dispatcher, endedOn: '2026-03-02', hours: 8, attended: ['i-1', 'i-2'] } },
  ];

  it('is an entry in every file of those who took part', async () => {
    const found = await trainingAssessmentFiles.search(stored(training, 'training-7').at(-1) as ReturnType<typeof recorded>, lookupOf(training, 'training-7'));
    const body = { title: '内督提高培训', hours: 8, completedOn: '2026-03-02' };
    expect(found).toEqual(['one', 'two'].map((target) => ({ name: 'AddLearningEntry', target, body })));
    expect(await trainingAssessmentFiles.search(stored(training, 'training-7')[0] as ReturnType<typeof recorded>, lookupOf(training, 'training-7'))).toEqual([]);
  });
});
