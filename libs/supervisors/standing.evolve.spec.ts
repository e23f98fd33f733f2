import { given } from '#libs/event-sourcing/given';
import { addDays } from '#libs/regulation/legal-date';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { exclusionsOn, STANDING_NAMES, standingOn } from '#libs/supervisors/standing.evolve';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  applied, appointed, CARD, cancelled, carded, confirmed, expired, fact, failedFinally, inTraining, passed, refused, rejected, renewed, renewedCarded, resigned,
  suspended, suspendedAtXiamen,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const credential = (story: readonly SupervisorEvent[]): Credential => given(supervisorDecider, story).state() as Credential;
const reasons = (story: readonly SupervisorEvent[], on: string, by: '3501' | '3502' | 'FJ' = '3501') => exclusionsOn(credential(story), on, by);
const reason = (...asked: Parameters<typeof reasons>) => reasons(...asked)[0];

describe('standing', () => {
  it.each([
    ['APPLIED', applied], ['CONDITIONS_CONFIRMED', confirmed], ['REJECTED', rejected], ['IN_TRAINING', inTraining], ['EXAM_PASSED', passed],
    ['EXAM_FAILED', failedFinally], ['APPOINTED', appointed], ['APPOINTED', carded], ['SUSPENDED', suspended], ['SUSPENDED', suspendedAtXiamen],
    ['CANCELLED', cancelled], ['RENEWAL_REFUSED', refused], ['RESIGNED', resigned],
  ] as const)('is %s', (standing, story) => {
    expect(standingOn(credential(story), '2022-01-05')).toBe(standing);
    expect(STANDING_NAMES[standing]).not.toBe('');
  });

  it('is expired from the day after the term, whether or not that is recorded', () => {
    for (const story of [carded, expired]) {
      expect([standingOn(credential(story), '2024-09-01'), standingOn(credential(story), '2024-09-02')]).toEqual(['APPOINTED', 'EXPIRED']);
    }
    expect(standingOn(credential(suspendedAtXiamen), '2024-09-02')).toBe('EXPIRED');
    expect(standingOn(credential(renewed), '2024-09-02')).toBe('APPOINTED');
  });

  it('is no longer suspended from the day after the last day', () => {
    expect([standingOn(credential(suspended), '2022-06-30'), standingOn(credential(suspended), '2022-07-01')]).toEqual(['SUSPENDED', 'APPOINTED']);
  });
});

describe('a supervisor may be drawn', () => {
  it('from the first to the last day of the term, both included', () => {
    expect(['2021-08-31', '2021-09-01', '2024-09-01', '2024-09-02'].map((day) => reason(carded, day))).toEqual(['OUT_OF_TERM', undefined, undefined, 'OUT_OF_TERM']);
  });

  it('even where the expiry was never recorded, not after the term', () => {
    expect(reason(carded, '2030-01-01')).toBe('OUT_OF_TERM');
  });

  it('only with a card for the day', () => {
    expect(reason(appointed, '2022-01-05')).toBe('NO_CARD');
    expect(reason([...carded, fact('CardVoided', { number: CARD, reason: '遗失' })], '2022-01-05')).toBe('CARD_VOID');
    expect(reason([...carded, fact('CardReturned', { number: CARD })], '2022-01-05')).toBe('NO_CARD');
    const replaced = fact('CardReplaced', { number: 'R35220003', oldNumber: CARD, validFrom: '2022-01-05', validUntil: '2024-09-01', reason: '遗失' });
    expect(reason([...carded, replaced], '2022-01-05')).toBeUndefined();
  });

  it('after a renewal with the new term’s own card', () => {
    expect(['2024-09-01', '2024-09-02'].map((day) => reason(renewed, day))).toEqual([undefined, 'NO_CARD']);
    expect(['2024-09-01', '2024-09-02', '2027-09-02', '2027-09-03'].map((day) => reason(renewedCarded, day))).toEqual([undefined, undefined, undefined, 'OUT_OF_TERM']);
  });

  it('by no centre while suspended for all, by other centres while suspended for one', () => {
    expect([reason(suspended, '2022-06-30'), reason(suspended, '2022-06-30', 'FJ'), reason(suspended, '2022-07-01')]).toEqual(['SUSPENDED', 'SUSPENDED', undefined]);
    expect([reason(suspendedAtXiamen, '2022-01-05', '3502'), reason(suspendedAtXiamen, '2022-01-05', '3501'), reason(suspendedAtXiamen, '2022-01-05', 'FJ')])
      .toEqual(['SUSPENDED', undefined, undefined]);
    const resumed = [...suspended, fact('DispatchResumed', { suspendedBy: '3501', reasons: '已改正' })];
    expect(reason(resumed, '2022-01-05')).toBeUndefined();
  });

  it('never again after cancellation or refusal, nor after the credential has ended otherwise', () => {
    for (let day = '2021-09-01'; day < '2025-01-01'; day = addDays(day, 50)) {
      expect([reason(cancelled, day), reason(refused, day), reason(resigned, day), reason(rejected, day)]).toEqual(['BARRED', 'BARRED', 'OUT_OF_TERM', 'OUT_OF_TERM']);
    }
  });

  it('or not, for every reason there is', () => {
    expect(reasons(carded, '2022-01-05')).toEqual([]);
    expect(reasons([...suspended, fact('CardVoided', { number: CARD, reason: '遗失' })], '2022-01-05')).toEqual(['CARD_VOID', 'SUSPENDED']);
    expect(reasons(cancelled, '2022-01-05')).toEqual(['BARRED', 'OUT_OF_TERM']);
  });
});
