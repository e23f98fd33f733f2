import fc from 'fast-check';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import { addDays } from '#libs/regulation/legal-date';
import { formatCardNumber } from '#libs/regulation/numbers';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import { applied, fuzhou, lin, neglect, NOBODY_ELSE, on, province, reviews, system, xiamen } from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

/** Credentials by chance, for properties: anybody asks for anything, and the rules decide what becomes of it. */
export interface Asked {
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

export const anyRequest: fc.Arbitrary<Asked> = fc.constantFrom(...Object.keys(bodies)).chain((name) =>
  fc.record({
    name: fc.constant(name),
    body: bodies[name] ?? always({}),
    actor: fc.constantFrom(province, province, fuzhou, xiamen, lin, system),
    later: fc.constantFrom(0, 1, 30, 400),
  }));

/** On the way to a card at least once, so that histories reach the interesting states. */
export const way = ['ConfirmConditions', 'EnrolInTraining', 'RecordExamResult', 'AppointSupervisor', 'IssueCard'].map((name): Asked => ({
  name, actor: province, later: 0, body: name === 'RecordExamResult' ? { score: 90, examinedOn: '2021-08-03' } : fc.sample(bodies[name] ?? always({}), { numRuns: 1, seed: 1 })[0] ?? {},
}));
export const anyHistory = fc.tuple(fc.integer({ min: 0, max: way.length }), fc.array(anyRequest, { minLength: 5, maxLength: 40 }))
  .map(([steps, requests]) => [...way.slice(0, steps), ...requests]);

export const ending: readonly Asked[] = [
  { name: 'ProposeDisqualification', actor: province, later: 0, body: { decisionNo: '8', reasons: '严重', proposes: 'QUALIFICATION_CANCELLED', grounds } },
  { name: 'CancelQualification', actor: province, later: 0, body: { decisionNo: '9', reasons: '严重', proposalNo: '8' } },
];

/** A fact and when it happened. */
export type Lasting = SupervisorEvent & { readonly occurredAt: Instant };

/** A history by chance, and the day it has come to. */
interface Lived {
  readonly day: string;
  readonly events: readonly Lasting[];
}

export const ask = ({ day, events }: Lived, { name, body, actor }: Asked) => {
  const issued = events.filter(({ type }) => type === 'CardIssued' || type === 'CardReplaced').length;
  const known = { ...NOBODY_ELSE, reserved: formatCardNumber({ year: 2021, serial: issued + 1 }) };
  return given(supervisorDecider, events).about('c-1').by(actor).at(on(day)).knowing(known).when(name, body);
};

/** The history with what comes of one more request, on the same day. */
export const and = (lived: Lived, request: Asked): Lived =>
  ({ ...lived, events: [...lived.events, ...ask(lived, request).facts.map((fact) => ({ ...fact, occurredAt: on(lived.day) }))] });

const opened: Lived = { day: '2021-08-10', events: applied.map((fact) => ({ ...fact, occurredAt: on('2021-08-10') })) };

export const live = (requests: readonly Asked[]): Lived =>
  requests.reduce<Lived>((lived, request) => and({ ...lived, day: addDays(lived.day, request.later) }, request), opened);
