import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { verifyStore } from '#libs/proof/hash-chain';
import { legalDateOf } from '#libs/regulation/legal-date';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { isWorkingDay } from '#libs/regulation/work-calendar';
import { summarise } from '#libs/simulation/summary';
import { COMMAND_CLASSES } from '#test/support/command-classes';
import { readLog } from '#test/support/read-log';
import { openSimulatedRecord, type SimulatedRecord } from '#test/support/simulated-record';

const SMALL = { agencies: 12, supervisors: 60, sessions: 30, dailies: 10, cases: 8 };
const TINY = { agencies: 4, supervisors: 26, sessions: 8, dailies: 3, cases: 3 };
const YEAR = 2026;

describe('a simulated year', () => {
  let simulated: SimulatedRecord;
  beforeAll(async () => {
    simulated = await openSimulatedRecord(YEAR, '7', SMALL);
  }, 120_000);
  afterAll(() => simulated.close());

  it('is the same events for the same seed, and others for another', async () => {
    const heads = async (seed: string): Promise<ReadonlyMap<string, string>> => {
      const once = await openSimulatedRecord(YEAR, seed, TINY);
      return once.heads().finally(once.close);
    };
    const first = await heads('7');
    expect(await heads('7')).toEqual(first);
    expect(await heads('8')).not.toEqual(first);
  }, 120_000);

  it('asks nothing that a request over HTTP could not ask', () => {
    const faults = simulated.sent.filter(({ actor, causationId }) => actor.role !== 'SYSTEM' && causationId === undefined).flatMap(({ name, body }) => {
      // Over HTTP the name comes, and the server makes of it what the record is told.
      if (name === 'SealReporter') return [];
      const shape = COMMAND_CLASSES.get(name);
      if (shape === undefined) return [`${name}: no class of commands`];
      const found = validateSync(plainToInstance(shape, body), { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
      return found.map((fault) => `${name}: ${fault.toString()}`);
    });
    expect(faults).toEqual([]);
  });

  it('fails nowhere but where a refusal was planned', () => {
    expect(simulated.refused).toEqual([]);
    expect(Object.keys(simulated.told.refusals).length).toBeGreaterThan(3);
  });

  it('acts on working days, in the order of time; only the worker acts at midnight', async () => {
    const log = await readLog(simulated.record.events);
    const byPeople = log.filter(({ meta }) => meta.actor !== 'system');
    expect(byPeople.filter(({ meta }) => !isWorkingDay(CALENDAR_FJ_2021_2026, legalDateOf(meta.recordedAt)).working)).toEqual([]);
    const instants = log.map(({ meta }) => meta.recordedAt);
    expect(instants).toEqual(instants.toSorted());
    const timers = log.filter(({ meta }) => meta.actor === 'system' && meta.occurredAt.endsWith('T16:00:00.000Z'));
    expect(timers.length).toBeGreaterThan(5);
  });

  it('draws every group, and takes each case as far as the year goes', async () => {
    const log = await readLog(simulated.record.events);
    const opened = log.filter(({ type }) => type === 'SpecialSupervisionOpened').length;
    expect(opened).toBe(SMALL.cases);
    const types = new Set(log.map(({ type }) => type));
    for (const type of ['PoolFrozen', 'DrawFailed', 'DrawCompleted', 'GroupFormed', 'OnSiteEnded', 'OpinionDelivered', 'CaseClosed']) expect(types).toContain(type);
    const { cases } = await summarise(simulated.record.views, `${YEAR}-12-31`);
    expect(Object.values(cases).reduce((sum, count) => sum + count, 0)).toBe(SMALL.cases);
  });

  it('tells of agencies that are sanctioned, complaints, assessments and norms', async () => {
    const types = new Set((await readLog(simulated.record.events)).map(({ type }) => type));
    for (const type of ['PlatformOperationHeld', 'PlatformOperationResumed', 'ComplaintNotAccepted', 'ComplaintTransferred', 'AssessmentConcluded', 'TaskConductAssessed', 'WorkingNormPublished', 'EvidenceAdded']) {
      expect(types).toContain(type);
    }
  });

  it('tells of archives, one of which is disposed of, of a protected reporter, of versions of the policy and of a session drawn to be supervised', async () => {
    const log = await readLog(simulated.record.events);
    const types = new Set(log.map(({ type }) => type));
    for (const type of ['ArchivePackageSealed', 'ArchiveRetentionEnded', 'ArchiveDisposed', 'ReporterIdentityOpened', 'ReporterErased', 'PolicyVersionRejected', 'PolicyVersionApproved']) {
      expect(types).toContain(type);
    }
    const drawn = log.filter(({ type, data }) => type === 'DailySupervisionPlanned' && (data as { targetSelection: string }).targetSelection === 'RANDOM_DRAW');
    expect(drawn).toHaveLength(1);
    expect(log.filter(({ stream, type }) => stream === drawn[0]?.stream && type === 'SupervisorsDrawn')).toHaveLength(1);
  });

  it('shows every state of the life cycle, and a chain without a gap', async () => {
    const { supervisors, internalSupervisors, agencies: registered } = await summarise(simulated.record.views, `${YEAR}-12-31`);
    expect(Object.keys(supervisors).sort()).toEqual(
      ['APPLIED', 'APPOINTED', 'CANCELLED', 'CONDITIONS_CONFIRMED', 'EXAM_FAILED', 'EXAM_PASSED', 'EXPIRED', 'IN_TRAINING', 'REJECTED', 'RENEWAL_REFUSED', 'RESIGNED', 'SUSPENDED'],
    );
    expect(Object.values(supervisors).reduce((sum, count) => sum + count, 0)).toBe(SMALL.supervisors);
    expect(Object.values(internalSupervisors).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(SMALL.agencies);
    expect(registered).toEqual({ EMPLOYER: 4, SOCIAL_ORG: 2, SCHOOL: 6 });
    const events = await readLog(simulated.record.events);
    const report = await verifyStore((async function* () {
      yield { events };
    })());
    expect(report).toMatchObject({ ok: true, events: events.length });
  });
});
