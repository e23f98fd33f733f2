import { readVerifying } from '#libs/complaints/verifying.evolve';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Fact, Recorded } from '#libs/event-sourcing/event';

const agencyId = 'agency-1';
/** A lookup that finds these facts in these streams. */
const lookupOf = (facts: Readonly<Record<string, readonly object[]>>): Lookup =>
  ({ fold: async <S, E extends Fact>(stream: string, initial: S, evolve: (state: S, event: Recorded<E>) => S) => (facts[stream] ?? []).reduce<S>((state, fact) => evolve(state, fact as Recorded<E>), initial) }) as Lookup;

describe('what a supervision says of the complaints it verifies (R3.1(三))', () => {
  it('is in the matters of a special supervision', async () => {
    const opened = { type: 'SpecialSupervisionOpened', data: { agencyId } };
    const named = [{ type: 'MattersDefined', data: { complaintRef: 'one' } }, { type: 'MattersWidened', data: { complaintRef: 'two' } }, { type: 'MattersWidened', data: {} }];
    expect(await readVerifying('1', lookupOf({ 'case-1': [opened, ...named] }))).toEqual({ agencyId, complaints: ['one', 'two'], over: false });
  });

  it('is in the plan of a daily one', async () => {
    const planned = { type: 'DailySupervisionPlanned', data: { agencyId, complaintRef: 'one' } };
    expect(await readVerifying('1', lookupOf({ 'daily-1': [planned] }))).toEqual({ agencyId, complaints: ['one'], over: false });
    expect(await readVerifying('1', lookupOf({ 'daily-1': [planned, { type: 'SupervisionCancelled', data: {} }] }))).toMatchObject({ over: true });
    expect(await readVerifying('1', lookupOf({ 'daily-2': [planned] }))).toEqual({ complaints: [], over: false });
  });
});
