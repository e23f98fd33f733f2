import { sanctionPhases, type SanctionTold } from '#libs/agencies/agency-sanction-story';
import { contributions, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';

const ledgerOf = (...cases: readonly (readonly SanctionTold[])[]) => foldedLedger(cases.flatMap((facts, index) => streamOf(`agencysanction-${index}`, '3501', facts, 1000 * index)));
const onDay = (day: string) => ({ occurredUpTo: `2026-${day}` });

describe('cases against agencies', () => {
  it.each([
    ['04-06', {}],
    ['04-07', { OPENED: 1 }],
    ['04-08', { NOTIFIED: 1 }],
    ['04-13', { CORRECTING: 1 }],
    ['05-06', { CORRECTION_SUBMITTED: 1 }],
    ['05-07', { RESUMED: 1 }],
  ])('by where they stood on %s: %j', (day, expected) => {
    expect(table(ledgerOf(sanctionPhases.resumed), question('ViolationCases', {}, onDay(day)), 'sanctionStage')).toEqual(expected);
  });

  it('count by severity and by each ground once', () => {
    const documents = ledgerOf(sanctionPhases.revoked, sanctionPhases.criticised);
    expect(table(documents, question('ViolationCases'), 'severity', 'center')).toEqual({ 'SERIOUS 3501': 1, 'ORDINARY 3501': 1 });
    expect(table(documents, question('ViolationGrounds'), 'agencyGround')).toEqual({ G2: 2 });
  });

  it('come to sanctions by rung and ground, each open to its decision', () => {
    const documents = ledgerOf(sanctionPhases.criticised, sanctionPhases.revoked);
    expect(table(documents, question('AgencySanctions'), 'agencySanction')).toEqual({
      PLATFORM_OPERATION_HOLD: 1, CORRECTION_ORDER: 2, PUBLIC_CRITICISM: 1, DISCIPLINARY_RECOMMENDATION: 1, QUALIFICATION_REVOCATION: 1,
    });
    expect(table(documents, question('AgencySanctionGrounds'), 'agencySanction', 'agencyGround')).toEqual({
      'PLATFORM_OPERATION_HOLD G2': 1, 'PUBLIC_CRITICISM G2': 1, 'QUALIFICATION_REVOCATION G2': 1,
    });
    const [decision] = contributions(documents, question('AgencySanctions', { agencySanction: 'QUALIFICATION_REVOCATION' }));
    expect(sanctionPhases.revoked[decision?.event.revision ?? 0]?.type).toBe('QualificationRevoked');
  });

  it('hear the agency, and follow the correction', () => {
    const overdue = sanctionPhases.reminded;
    const documents = ledgerOf(sanctionPhases.submitted, overdue, sanctionPhases.refused);
    expect(table(documents, question('AgencyStatements'), 'statement')).toEqual({ WAIVED: 3 });
    expect(table(documents, question('CorrectionTimeliness'), 'timeliness')).toEqual({ ON_TIME: 1, LATE: 1 });
    expect(table(documents, question('CorrectionsRefused'), 'center')).toEqual({ 3501: 1 });
  });

  it('judge a correction by its first report, however late the next one is', () => {
    const again = sanctionPhases.submitted.filter(({ type }) => type === 'CorrectionSubmitted').map((fact) => ({ ...fact, data: { ...fact.data, version: 2, late: true }, occurredAt: '2026-06-20T02:00:00.000Z' }) as SanctionTold);
    expect(table(ledgerOf([...sanctionPhases.submitted, ...again]), question('CorrectionTimeliness'), 'timeliness')).toEqual({ ON_TIME: 1 });
  });
});
