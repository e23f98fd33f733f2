import { trainingFile } from '#libs/agencies/training.view';
import { caseFile } from '#libs/cases/case-file.view';
import { dailyFile } from '#libs/cases/daily-file.view';
import { complaintFile } from '#libs/complaints/complaint.view';
import { drawFile } from '#libs/draws/draw-file.view';
import { categoryOf } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import type { LedgerDocument } from '#libs/oversight/ledger.book';
import { METRICS } from '#libs/oversight/ledger.metrics';
import { rowsOf } from '#libs/oversight/ledger.numbers';
import { foldLedger, ledgerDocuments, readLedger } from '#libs/oversight/ledger.reader';
import { ledger } from '#libs/oversight/ledger.view';
import { contributions, foldedLedger, question, table } from '#libs/oversight/ledger-story';
import { publicationFile } from '#libs/publication/publication.view';
import { legalDateOf } from '#libs/regulation/legal-date';
import { tell } from '#libs/record/tellings';
import { standingOn } from '#libs/supervisors/standing.evolve';
import { supervisorRegister } from '#libs/supervisors/supervisor.view';
import { readLog } from '#test/support/read-log';
import { openSimulatedRecord, type SimulatedRecord } from '#test/support/simulated-record';

const LAST_DAY = '2026-12-31';

describe('the ledger of a simulated year', () => {
  let simulated: SimulatedRecord;
  beforeAll(async () => {
    simulated = await openSimulatedRecord(2026, 'ledger', { agencies: 6, supervisors: 24, sessions: 12, dailies: 4, cases: 6 });
    await simulated.record.views.catchUp();
  }, 120_000);
  afterAll(() => simulated.close());

  const documents = async () => (await foldLedger(simulated.record.events)).documents;
  const all = async <D extends object>(view: View<D>): Promise<readonly D[]> => (await simulated.record.views.find(view, { limit: 500 })).flatMap(({ body }) => body ?? []);
  const counted = (codes: readonly string[]): Readonly<Record<string, number>> => Object.fromEntries([...new Set(codes)].map((code) => [code, codes.filter((other) => other === code).length]));

  it('agrees with what the register, the files and the draws say', async () => {
    const folded = await documents();
    const onLastDay = (name: string, ...by: Parameters<typeof rowsOf>[1]) => table(folded, question(name, {}, { occurredUpTo: LAST_DAY }), ...by);
    expect(onLastDay('SupervisorStandings', 'area', 'standing')).toEqual(counted((await all(supervisorRegister)).map(({ area, credential }) => `${area} ${standingOn(credential, LAST_DAY)}`)));
    expect(onLastDay('CaseStates', 'area', 'state', 'agencyType')).toEqual(counted((await all(caseFile)).map(({ area, state, agencyType }) => `${area} ${state} ${agencyType}`)));
    expect(onLastDay('CaseMatters', 'item')).toEqual(counted((await all(caseFile)).flatMap(({ matters }) => matters.map(({ item }) => item))));
    expect(onLastDay('Draws', 'area', 'drawPurpose')).toEqual(counted((await all(drawFile)).map(({ area, kind }) => `${area} ${kind}`)));
    expect(onLastDay('DailyStates', 'area', 'dailyState', 'center')).toEqual(counted((await all(dailyFile)).map(({ area, stage, dispatcher }) => `${area} ${stage} ${dispatcher}`)));
    expect(onLastDay('ComplaintStates', 'complaintState', 'center')).toEqual(counted((await all(complaintFile)).map(({ stage, holder }) => `${stage} ${holder}`)));
    expect(onLastDay('Publications', 'publicationState', 'center')).toEqual(counted((await all(publicationFile)).map(({ state, dispatcher }) => `${state} ${dispatcher}`)));
    expect(onLastDay('TrainingStates', 'area', 'trainingState')).toEqual(counted((await all(trainingFile)).map(({ area, stage }) => `${area} ${stage}`)));
  });

  it('is the same live as folded from the log', async () => {
    const live = [];
    for await (const document of ledgerDocuments(simulated.record.views, {}, await simulated.record.events.head())) live.push(document);
    const folded = await documents();
    const keyed = (list: readonly LedgerDocument[]) => new Map(list.map((document) => [document.stream, document]));
    expect(keyed(live)).toEqual(keyed(folded));
    expect(live.length).toBe(folded.length);
  });

  it('opens every number of every day to sentences whose deltas add up to it', async () => {
    const folded = await documents();
    const told = new Set<string>();
    for (const [index, { name, dimensions }] of METRICS.entries()) {
      const asked = question(name, {}, { occurredUpTo: ['2026-03-31', '2026-07-15', LAST_DAY][index % 3] });
      const live = await readLedger(simulated.record.views, asked);
      expect([name, rowsOf(live, dimensions, {})]).toEqual([name, rowsOf(contributions(folded, asked), dimensions, {})]);
      for (const { event } of live) told.add(`${event.stream}@${event.revision}`);
    }
    for (const cause of told) {
      const [stream = '', revision] = cause.split('@');
      for await (const event of simulated.record.events.readStream(stream, { from: Number(revision), to: Number(revision) })) expect(tell(event)).not.toBe('');
    }
    expect(told.size).toBeGreaterThan(100);
  });

  it.each(['2026-02-28', '2026-06-30', '2026-10-31'])('gives as of %s, on either clock, what a fold of only the events up to then gives', async (day) => {
    const whole = await documents();
    const log = (await readLog(simulated.record.events)).filter(({ stream }) => ledger.categories.includes(categoryOf(stream)));
    const clocks = { recordedUpTo: log.filter(({ meta }) => legalDateOf(meta.recordedAt) <= day), occurredUpTo: log.filter(({ meta }) => legalDateOf(meta.occurredAt) <= day) };
    for (const [clock, events] of Object.entries(clocks)) {
      const part = foldedLedger(events);
      for (const { name, dimensions } of METRICS) {
        const asOf = rowsOf(contributions(whole, question(name, {}, { occurredUpTo: day, [clock]: day })), dimensions, {});
        expect([clock, name, asOf]).toEqual([clock, name, rowsOf(contributions(part, question(name, {}, { occurredUpTo: day })), dimensions, {})]);
      }
    }
  });
});
