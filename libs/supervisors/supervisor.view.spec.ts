import type { Fact, RecordedEvent } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { applied, cancelled, carded, expired, NEXT_CARD, on, renewedCarded, suspended } from '#libs/supervisors/supervisor-story';
import { type SupervisorEntry, supervisorRegister } from '#libs/supervisors/supervisor.view';

const told = (events: readonly RecordedEvent[]): Map<string, SupervisorEntry> => {
  const entries = new Map<string, SupervisorEntry>();
  for (const event of events) {
    for (const key of supervisorRegister.keys(event)) {
      const entry = supervisorRegister.apply(entries.get(key) ?? null, event, key);
      if (entry !== null) entries.set(key, entry);
    }
  }
  return entries;
};
const of = (story: readonly Fact[], day = '2021-09-01') => story.map((event, revision) => recorded(event, { stream: 'supervisor-c-1', revision, occurredAt: on(day) }));
const ofPerson = (...events: readonly PersonEvent[]) => events.map((event, index) => recorded(event, { stream: 'person-p-lin', revision: 100 + index }));
const barData = { credentialId: 'c-9', decision: 'RENEWAL_REFUSED', decisionNo: '1' } as const;
const barred: PersonEvent = { type: 'BarRecorded', data: { ...barData, credentials: ['c-1', 'c-9'] } };
const reversed = (stillBarred: boolean): PersonEvent =>
  ({ type: 'BarReversed', data: { credentialId: 'c-9', outcomeOf: 'COURT', documentNo: '2', reasons: '', credentials: ['c-1', 'c-9'], stillBarred } });

describe('the register of supervisors', () => {
  it('shows area, state, card and term of every credential', () => {
    const blank = { credentialId: 'c-1', personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501', barred: false, appliedOn: '2021-09-01' };
    expect(told(of(applied)).get('c-1')).toMatchObject({ ...blank, state: 'APPLIED', cardNumber: '', termStart: '', termEnd: '' });
    expect(told(of(carded)).get('c-1')).toMatchObject({ ...blank, state: 'APPOINTED', cardNumber: 'R35210001', termStart: '2021-09-01', termEnd: '2024-09-01' });
    expect(told(of(suspended)).get('c-1')).toMatchObject({ state: 'SUSPENDED' });
    expect(told(of(cancelled)).get('c-1')).toMatchObject({ state: 'CANCELLED' });
    expect(told(of(expired, '2024-09-02')).get('c-1')).toMatchObject({ state: 'EXPIRED' });
    expect(told(of(renewedCarded)).get('c-1')).toMatchObject({ cardNumber: NEXT_CARD, termStart: '2024-09-02', termEnd: '2027-09-02' });
  });

  it('shows the bar on every credential of the person, and keeps it through later events', () => {
    const events = [...of(carded), ...ofPerson(barred)];
    expect(told(events).get('c-1')).toMatchObject({ barred: true });
    expect(told([...events, ...of([{ type: 'CardReturned', data: { number: 'R35210001' } }])]).get('c-1')).toMatchObject({ barred: true });
    expect(told([...events, ...ofPerson(reversed(true))]).get('c-1')).toMatchObject({ barred: true });
    expect(told([...events, ...ofPerson(reversed(false))]).get('c-1')).toMatchObject({ barred: false });
  });

  it('has no entry for a credential that was claimed but never applied for', () => {
    const claimed: PersonEvent = { type: 'CredentialClaimed', data: { supervisorType: 'EXTERNAL', credentialId: 'c-9' } };
    expect(told(ofPerson(claimed, barred)).size).toBe(0);
  });

  it('filters only by members that every entry has', () => {
    for (const story of [applied, carded]) expect(Object.keys(told(of(story)).get('c-1') ?? {})).toEqual(expect.arrayContaining([...supervisorRegister.indexes]));
  });
});
