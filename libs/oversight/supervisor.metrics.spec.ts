import type { Instant } from '#libs/event-sourcing/event';
import { contributions, type Dated, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';
import type { CardEvent } from '#libs/supervisors/card.events';
import {
  cancelled, CARD, carded, decision, expired, fact, NEXT_CARD, on, rejected, renewedCarded, resigned, suspended,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

/** Days of the story: every fact on the day that its own data speaks of. */
const DAYS: { readonly [T in SupervisorEvent['type']]?: string } = {
  SupervisorApplied: '2021-08-03', ConditionsConfirmed: '2021-08-05', ApplicationRejected: '2021-08-05', TrainingEnrolled: '2021-08-10', ExamPassed: '2021-08-20',
  SupervisorAppointed: '2021-09-01', CardIssued: '2021-09-01', DispatchSuspended: '2022-01-10', DisqualificationProposed: '2022-02-01', QualificationCancelled: '2022-03-01',
  CardVoided: '2022-03-01', SupervisorResigned: '2022-03-01', AppointmentExpired: '2024-09-02', RenewalApplied: '2024-06-20', AppointmentRenewed: '2024-08-01',
};
const dated = (facts: readonly SupervisorEvent[]): readonly Dated[] => {
  let day = '';
  return facts.map((told) => {
    const wanted = DAYS[told.type] ?? day;
    day = wanted > day ? wanted : day;
    return { ...told, occurredAt: on(day) };
  });
};
const ledgerOf = (...credentials: readonly (readonly SupervisorEvent[])[]) =>
  foldedLedger(credentials.flatMap((facts, index) => streamOf(`supervisor-${index}`, '3501', dated(facts), 1000 * index)));
const standings = (facts: readonly SupervisorEvent[], day: string) => table(ledgerOf(facts), question('SupervisorStandings', {}, { occurredUpTo: day }), 'standing');

describe('supervisors by standing', () => {
  it.each([
    ['2021-08-02', {}],
    ['2021-08-03', { APPLIED: 1 }],
    ['2021-08-05', { CONDITIONS_CONFIRMED: 1 }],
    ['2021-08-10', { IN_TRAINING: 1 }],
    ['2021-08-20', { EXAM_PASSED: 1 }],
    ['2021-09-01', { APPOINTED: 1 }],
    ['2022-01-10', { SUSPENDED: 1 }],
    ['2022-06-30', { SUSPENDED: 1 }],
    ['2022-07-01', { APPOINTED: 1 }],
    ['2024-09-01', { APPOINTED: 1 }],
    ['2024-09-02', { EXPIRED: 1 }],
  ])('on %s: %j', (day, expected) => {
    expect(standings(suspended, day)).toEqual(expected);
  });

  it('expire on their legal day, written down or not, and count once when it is', () => {
    expect(standings(carded, '2024-09-02')).toEqual({ EXPIRED: 1 });
    expect(standings(expired, '2024-09-01')).toEqual({ APPOINTED: 1 });
    expect(standings(expired, '2024-09-02')).toEqual({ EXPIRED: 1 });
    const [entry, ...others] = contributions(ledgerOf(carded), question('SupervisorStandings', { standing: 'EXPIRED' }));
    expect([entry?.occurredOn, entry?.recordedOn, entry?.event.revision, others]).toEqual(['2024-09-02', '2021-09-01', 4, []]);
  });

  it('stay appointed where the term was renewed in time', () => {
    expect(standings(renewedCarded, '2024-09-02')).toEqual({ APPOINTED: 1 });
    expect(standings(renewedCarded, '2027-09-03')).toEqual({ EXPIRED: 1 });
  });

  it('keep the end of a credential for good', () => {
    const ended = ledgerOf(rejected, resigned, cancelled);
    expect(table(ended, question('SupervisorStandings', {}, { occurredUpTo: '2030-01-01' }), 'standing', 'area')).toEqual({ 'REJECTED 3501': 1, 'RESIGNED 3501': 1, 'CANCELLED 3501': 1 });
  });
});

describe('cards', () => {
  it('count when issued and when replaced, and not less for being void', () => {
    const replaced = [...carded, fact('CardReplaced', { oldNumber: CARD, number: NEXT_CARD, validFrom: '2021-09-01', validUntil: '2024-09-01', reason: '遗失' })];
    expect(table(ledgerOf(replaced, cancelled), question('CardsIssued'), 'cardIssue')).toEqual({ ISSUED: 2, REPLACED: 1 });
  });

  it('leave a stock of blanks that is the sum of what moved it, over all its days', () => {
    const at = (day: string, told: CardEvent): Dated => ({ ...told, occurredAt: on(day) as Instant });
    const documents = foldedLedger(streamOf('cards-FJ', 'FJ', [
      at('2021-08-03', { type: 'BlankCardsReceived', data: { count: 100, deliveryNo: '1' } }),
      at('2021-09-01', { type: 'BlankCardAssigned', data: { number: CARD, credentialId: 'c-1', ordinal: 1 } }),
      at('2021-09-01', { type: 'BlankCardsWrittenOff', data: { count: 3, cause: 'LOST', reason: '遗失', recordNo: '1' } }),
      at('2021-12-31', { type: 'StockCounted', data: { counted: 95, expected: 96, reason: '短少', countNo: '1' } }),
    ]));
    expect(documents).toHaveLength(3);
    expect(table(documents, question('BlankCards'), 'stockMovement')).toEqual({ RECEIVED: 100, ASSIGNED: -1, LOST: -3, COUNTED: -1 });
    expect(table(documents, question('BlankCards'), 'area')).toEqual({ FJ: 95 });
    expect(table(documents, question('BlankCards', {}, { occurredUpTo: '2021-09-01' }), 'area')).toEqual({ FJ: 96 });
  });
});

describe('sanctions of supervisors', () => {
  it('count once a decision by kind, and once a ground by ground; proposals do not', () => {
    const two = decision('榕批1号', '3501');
    const findings = [...two.cause.findings, { ground: 'S1' as const, description: '未经委派参加', evidence: ['ev-2'] }];
    const criticised = [...suspended, fact('CriticismGiven', { ...two, cause: { ...two.cause, findings } })];
    const documents = ledgerOf(criticised, [...cancelled, fact('EmployerNotified', { employer: '样例公司', noticeNo: '1', decisionNo: '闽处1号' })]);
    expect(table(documents, question('SupervisorSanctions'), 'sanction')).toEqual({ CRITICISM_EDUCATION: 1, DISPATCH_SUSPENSION: 1, QUALIFICATION_CANCELLED: 1, EMPLOYER_NOTICE: 1 });
    expect(table(documents, question('SupervisorSanctionGrounds'), 'sanction', 'ground')).toEqual({
      'CRITICISM_EDUCATION S1': 1, 'CRITICISM_EDUCATION S3': 1, 'DISPATCH_SUSPENSION S3': 1, 'QUALIFICATION_CANCELLED S3': 1,
    });
  });

  it('name a failed assessment where they rest on one', () => {
    const cause = { kind: 'ASSESSMENT_FAIL', assessmentNo: '1', concludedOn: '2022-01-05' } as const;
    const failed = [...carded, fact('DispatchSuspended', { ...decision('榕停2号', '3501'), cause, scope: 'ALL', endsOn: '2022-06-30' })];
    expect(table(ledgerOf(failed), question('SupervisorSanctionGrounds'), 'ground')).toEqual({ ASSESSMENT_FAIL: 1 });
  });
});
