import fc from 'fast-check';
import type { Actor, Recorded } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { addDays } from '#libs/regulation/legal-date';
import { formatCardNumber } from '#libs/regulation/numbers';
import type { Credential, SupervisorState } from '#libs/supervisors/credential.evolve';
import { cardOfLatestTerm, exclusionsOn, latestTerm } from '#libs/supervisors/standing.evolve';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import { applied, fuzhou, lin, neglect, NOBODY_ELSE, on, province, reviews, system, xiamen } from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

interface Asked {
  readonly name: string;
  readonly body: object;
  readonly actor: Actor;
  /** Days after the request before. */
  readonly later: number;
}

const grounds = { severity: 'SERIOUS', findings: [neglect] };
const numberOf = fc.constantFrom('1', '2', '3');
const always = (body: object) => fc.constant(body);
const bodies: Readonly<Record<string, fc.Arbitrary<object>>> = {
  ConfirmConditions: always({ reviews }),
  EnrolInTraining: always({ trainingClass: '1', startsOn: '2021-08-03' }),
  RecordExamResult: fc.record({ score: fc.constantFrom(30, 90, 95), examinedOn: fc.constant('2021-08-03') }),
  AllowReExam: always({ reason: '补考' }),
  AppointSupervisor: always({ termStart: '2021-08-10' }),
  ApplyForRenewal: always({}),
  RenewAppointment: always({}),
  ExpireAppointment: always({}),
  IssueCard: always({}),
  ReplaceCard: fc.record({ number: fc.constantFrom('R35210001', 'R35210002', 'R35210003'), reason: fc.constant('遗失') }),
  VoidCard: always({ number: 'R35210001', reason: '损坏' }),
  ReturnCard: always({ number: 'R35210002' }),
  SuspendDispatch: fc.record({ decisionNo: numberOf, reasons: fc.constant('重'), scope: fc.constantFrom('ALL', 'OWN'), grounds: fc.constant(grounds) }),
  ResumeDispatch: always({ reasons: '已改正' }),
  LapseSuspension: always({ suspendedBy: '3501' }),
  GiveCriticism: fc.record({ decisionNo: numberOf, reasons: fc.constant('轻'), grounds: fc.constant(grounds) }),
  ProposeDisqualification: fc.record({
    decisionNo: numberOf, reasons: fc.constant('严重'), proposes: fc.constantFrom('QUALIFICATION_CANCELLED', 'RENEWAL_REFUSED'), grounds: fc.constant(grounds),
  }),
  CancelQualification: fc.record({ decisionNo: fc.constant('9'), reasons: fc.constant('严重'), proposalNo: numberOf }),
  RefuseRenewal: fc.record({ decisionNo: fc.constant('9'), reasons: fc.constant('严重'), proposalNo: numberOf }),
  NotifyEmployer: always({ employer: '样例公司', noticeNo: '1' }),
};

const anyRequest: fc.Arbitrary<Asked> = fc.constantFrom(...Object.keys(bodies)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    body: bodies[name] ?? always({}),
    actor: fc.constantFrom(province, province, fuzhou, xiamen, lin, system),
    later: fc.constantFrom(0, 1, 30, 400),
  }));

/** On the way to a card at least once, so that histories reach the interesting states. */
const way = ['ConfirmConditions', 'EnrolInTraining', 'RecordExamResult', 'AppointSupervisor', 'IssueCard'].map((name): Asked => ({
  name, actor: province, later: 0, body: name === 'RecordExamResult' ? { score: 90, examinedOn: '2021-08-03' } : fc.sample(bodies[name] ?? always({}), { numRuns: 1, seed: 1 })[0] ?? {},
}));
const anyHistory = fc.tuple(fc.integer({ min: 0, max: way.length }), fc.array(anyRequest, { minLength: 5, maxLength: 40 }))
  .map(([steps, requests]) => [...way.slice(0, steps), ...requests]);

const ending: readonly Asked[] = [
  { name: 'ProposeDisqualification', actor: province, later: 0, body: { decisionNo: '8', reasons: '严重', proposes: 'QUALIFICATION_CANCELLED', grounds } },
  { name: 'CancelQualification', actor: province, later: 0, body: { decisionNo: '9', reasons: '严重', proposalNo: '8' } },
];

interface Lived {
  readonly day: string;
  readonly events: readonly SupervisorEvent[];
}

const ask = ({ day, events }: Lived, { name, body, actor }: Asked) => {
  const issued = events.filter(({ type }) => type === 'CardIssued' || type === 'CardReplaced').length;
  const known = { ...NOBODY_ELSE, reserved: formatCardNumber({ year: 2021, serial: issued + 1 }) };
  return given(supervisorDecider, events).about('c-1').by(actor).at(on(day)).knowing(known).when(name, body);
};

const live = (requests: readonly Asked[]): Lived =>
  requests.reduce<Lived>((lived, request) => {
    const at = { ...lived, day: addDays(lived.day, request.later) };
    return { ...at, events: [...at.events, ...ask(at, request).facts] };
  }, { day: '2021-08-10', events: applied });

const folded = (events: readonly SupervisorEvent[]): Credential =>
  events.reduce<SupervisorState>((state, event) => supervisorDecider.evolve(state, recorded(event) as unknown as Recorded<SupervisorEvent>), undefined) as Credential;

describe('whatever is asked of a credential', () => {
  it('asking twice adds nothing', () => {
    fc.assert(fc.property(anyHistory, anyRequest, (requests, request) => {
      const lived = live(requests);
      const once = { ...lived, events: [...lived.events, ...ask(lived, request).facts] };
      expect(ask(once, request).facts).toEqual([]);
    }), { numRuns: 300 });
  });

  it('an ended credential is never drawn and changes only in its cards and the notice to the employer', () => {
    fc.assert(fc.property(fc.array(anyRequest, { maxLength: 20 }), (requests) => {
      const { events, day } = live([...way, ...ending, ...requests]);
      const end = events.findIndex(({ type }) => type === 'QualificationCancelled');
      expect(end).toBeGreaterThan(0);
      expect(events.slice(end + 1).filter(({ type }) => !['CardVoided', 'CardReturned', 'EmployerNotified'].includes(type))).toEqual([]);
      expect(exclusionsOn(folded(events), day, '3501')).toContain('BARRED');
      expect(cardOfLatestTerm(folded(events))).toBeUndefined();
    }));
  });

  it('who can be drawn was appointed after passing, holds a card of the term, and is in its days', () => {
    let drawn = 0;
    fc.assert(fc.property(anyHistory, fc.integer({ min: 0, max: 1500 }), (requests, days) => {
      const { events } = live(requests);
      const day = addDays('2021-08-01', days);
      if (exclusionsOn(folded(events), day, '3501').length > 0) return;
      drawn += 1;
      const types = events.map(({ type }) => type);
      expect(types.indexOf('ExamPassed')).toBeGreaterThan(types.indexOf('ConditionsConfirmed'));
      expect(types.indexOf('SupervisorAppointed')).toBeGreaterThan(types.indexOf('ExamPassed'));
      const terms = events.filter((event) => event.type === 'SupervisorAppointed' || event.type === 'AppointmentRenewed').map(({ data }) => data);
      expect(terms.some(({ termStart, termEnd }) => termStart <= day && day <= termEnd)).toBe(true);
      const cards = events.filter((event) => event.type === 'CardIssued' || event.type === 'CardReplaced').map(({ data }) => data);
      expect(cards.some(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil)).toBe(true);
    }), { numRuns: 500 });
    expect(drawn).toBeGreaterThan(5);
  });

  it('a term has at most one valid card, and terms do not overlap', () => {
    fc.assert(fc.property(anyHistory, (requests) => {
      const credential = folded(live(requests).events);
      const { termEnd = '' } = latestTerm(credential) ?? {};
      expect(credential.cards.filter((card) => card.validUntil === termEnd && !card.voided && !card.returned).length).toBeLessThanOrEqual(1);
      for (const [index, term] of credential.terms.entries()) expect((credential.terms[index - 1]?.termEnd ?? '') < term.termStart).toBe(true);
    }));
  });
});
