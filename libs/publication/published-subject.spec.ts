import { at, CASE_ID, fuzhou, through, type Told } from '#libs/cases/case-story';
import { andDaily, throughDaily } from '#libs/cases/daily-story';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Fact, Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { readSubject } from '#libs/publication/published-subject';
import { completed, entries, known, prepared, PUBLIC_KEY } from '#test/support/draw-story';

const lookupIn = (streams: Readonly<Record<string, readonly Fact[]>>): Lookup =>
  ({
    fold: async (stream: string, initial: unknown, evolve: (state: unknown, event: Recorded<Fact>) => unknown) =>
      (streams[stream] ?? []).reduce<unknown>((state, fact, revision) => evolve(state, recorded(fact, { stream, revision, ...fact }) as unknown as Recorded<Fact>), initial),
  }) as unknown as Lookup;

const CLOSED = through('CloseCase');
const drawIds = CLOSED.flatMap(({ type, data }) => (type === 'SupervisorsDrawn' ? [data.drawId] : []));
const drawn = completed(prepared());
const read = (facts: readonly Told[], draws: Readonly<Record<string, readonly Fact[]>> = {}) => readSubject({ kind: 'SPECIAL', caseId: CASE_ID }, lookupIn({ [`case-${CASE_ID}`]: facts, ...draws }));

describe('what the public may know of a supervision', () => {
  it('is nothing before its result is final', async () => {
    expect(await read(through('VerifyRectification'))).toBeUndefined();
    expect(await read([])).toBeUndefined();
    expect(await readSubject({ kind: 'DAILY', caseId: CASE_ID }, lookupIn({ [`daily-${CASE_ID}`]: throughDaily('ReviewRecord') }))).toBeUndefined();
  });

  it('is whom it was about, what was looked at, and when it was final', async () => {
    expect(await read(CLOSED)).toEqual({
      kind: 'SPECIAL', caseId: CASE_ID, agencyId: 'agency-1', agencyName: '闽江技师学院(样例)', agencyType: 'SCHOOL', area: '3501', isCentralBranch: false, dispatcher: '3501',
      items: ['C2.03', 'C2.05'], draws: [], finalOn: '2026-04-23',
    });
    const daily = await readSubject({ kind: 'DAILY', caseId: CASE_ID }, lookupIn({ [`daily-${CASE_ID}`]: andDaily(throughDaily('ReviewRecord'), fuzhou, at('03-27'), 'DecideNoMeasure', { reasons: '问题轻微并已当场改正' }) }));
    expect(daily).toMatchObject({ kind: 'DAILY', items: ['C2.05', 'C2.03'], dispatcher: '3501' });
  });

  it('never says that a complaint stood behind it', async () => {
    const complained = CLOSED.map((fact) => (fact.type === 'MattersDefined' ? { ...fact, data: { ...fact.data, matters: [...fact.data.matters, { item: 'C3' as const }], complaintRef: 'complaint-1' } } : fact));
    const subject = await read(complained);
    expect(subject?.items).toEqual(['C2.03', 'C2.05']);
    expect(JSON.stringify(subject)).not.toContain('complaint');
  });

  it('is of each draw that was made its size and its proof, and nobody in it', async () => {
    const [drawId] = drawIds;
    const failed = prepared(known({ roster: entries(2) }));
    const subject = await read(CLOSED, { [`draw-${drawId}`]: drawn });
    expect(subject?.draws).toEqual([
      { serial: '榕技督抽〔2026〕7号', kind: 'SUPERVISOR', eligible: 5, excluded: 0, drawn: 3, publicKey: PUBLIC_KEY, proof: expect.stringMatching(/^[0-9a-f]{160}$/), beta: expect.stringMatching(/^[0-9a-f]{128}$/) },
    ]);
    expect(JSON.stringify(subject)).not.toMatch(/"[sp]-\d"/);
    expect((await read(CLOSED, { [`draw-${drawId}`]: failed }))?.draws).toEqual([]);
  });
});
