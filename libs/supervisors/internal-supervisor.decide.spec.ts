import { accessRules } from '#libs/access/access.rules';
import { given } from '#libs/event-sourcing/given';
import { addDays } from '#libs/regulation/legal-date';
import { applicationRules } from '#libs/supervisors/application.rules';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { internalCardDecider } from '#libs/supervisors/internal-card.decide';
import { personDecider } from '#libs/supervisors/person.decide';
import { sanctionRules } from '#libs/supervisors/sanction.rules';
import { exclusionsOn, standingOn } from '#libs/supervisors/standing.evolve';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  agency, BARRED, decision, fact, firstTerm, fuzhou, hong, industry, internalApplied, internalAppointed, internalCarded, internalConfirmed, internalPassed,
  internalProposed, internalTraining, INTERNAL_CARD, lin, neglect, NOBODY_ELSE, on, otherAgency, province, reviews, secondTerm, selection, someone, system, training,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const after = (story: readonly SupervisorEvent[], day = '2021-08-25') =>
  given(supervisorDecider, story).about('c-2').by(agency).knowing(NOBODY_ELSE).at(on(day));
const outsiders = [province, fuzhou, otherAgency, industry, lin, someone, { ...industry, organisation: 'agency-1' }];
const application = { personId: 'p-hong', supervisorType: 'INTERNAL', area: '3501', selection };
const ofIndustry = { ...application, area: 'FJ', selection: { by: 'INDUSTRY_DEPT', organisation: 'industry-1', agencies: ['agency-1', 'agency-2'] } };

describe('applying as an internal supervisor', () => {
  const applying = after([]);

  it('is done by the person or the body that selects, and by nobody else', () => {
    for (const actor of [agency, hong]) applying.by(actor).when('ApplyAsSupervisor', application).expectFacts([fact('SupervisorApplied', application as never)]);
    for (const actor of outsiders) applying.by(actor).when('ApplyAsSupervisor', application).expectRefusal(accessRules.BodiesSelectTheirOwn);
    applying.by(industry).when('ApplyAsSupervisor', ofIndustry).expectFacts([fact('SupervisorApplied', ofIndustry as never)]);
  });

  it('names the selecting body, which an external application does not', () => {
    applying.by(hong).when('ApplyAsSupervisor', { ...application, selection: undefined }).expectRefusal(applicationRules.SelectionIsForInternals);
    applying.by(hong).when('ApplyAsSupervisor', { ...application, supervisorType: 'EXTERNAL' }).expectRefusal(applicationRules.SelectionIsForInternals);
  });

  it('is for the agency itself, or for the registered agencies that a department lists', () => {
    for (const agencies of [['agency-2'], ['agency-1', 'agency-2'], []]) {
      applying.when('ApplyAsSupervisor', { ...application, selection: { ...selection, agencies } }).expectRefusal(applicationRules.SelectionNamesItsAgencies);
    }
    for (const agencies of [['agency-1', 'agency-9'], []]) {
      applying.by(industry).when('ApplyAsSupervisor', { ...ofIndustry, selection: { ...ofIndustry.selection, agencies } }).expectRefusal(applicationRules.SelectionNamesItsAgencies);
    }
  });

  it('is in the area of the agency, or of the province for a department', () => {
    applying.when('ApplyAsSupervisor', { ...application, area: 'PT' }).expectRefusal(applicationRules.AreaIsThatOfTheBody);
    applying.by(industry).when('ApplyAsSupervisor', { ...ofIndustry, area: '3501' }).expectRefusal(applicationRules.AreaIsThatOfTheBody);
  });

  it('is refused to a barred person, whichever credential brought the bar', () => {
    applying.knowing(BARRED).when('ApplyAsSupervisor', application).expectRefusal(applicationRules.PersonIsNotBarred);
  });
});

describe('a person with two credentials', () => {
  const claim = (supervisorType: 'EXTERNAL' | 'INTERNAL', credentialId: string) => ({ type: 'CredentialClaimed', data: { supervisorType, credentialId } } as const);
  const person = given(personDecider, [claim('EXTERNAL', 'c-1')]).about('p-hong');
  const asked = { supervisorType: 'INTERNAL', credentialId: 'c-2' };

  it('has one of each type, the internal one claimed by the person or a selecting body', () => {
    for (const actor of [hong, agency, industry]) person.by(actor).when('ClaimCredential', asked).expectFacts([claim('INTERNAL', 'c-2')]);
    for (const actor of [province, fuzhou, someone]) person.by(actor).when('ClaimCredential', asked).expectRefusal(accessRules.BodiesSelectTheirOwn);
    given(personDecider, [claim('INTERNAL', 'c-2')]).about('p-hong').by(agency).when('ClaimCredential', { ...asked, credentialId: 'c-3' }).expectRefusal(applicationRules.OneLiveCredentialPerType);
  });

  it('is barred in both by the end of either', () => {
    const both = given(personDecider, [claim('EXTERNAL', 'c-1'), claim('INTERNAL', 'c-2')]).about('p-hong').by(system);
    for (const credentialId of ['c-1', 'c-2']) {
      const { facts } = both.when('RecordBar', { credentialId, decision: 'QUALIFICATION_CANCELLED', decisionNo: '闽处1号' });
      expect(facts[0]?.data).toMatchObject({ credentials: ['c-1', 'c-2'] });
      given(personDecider, [claim('EXTERNAL', 'c-1'), claim('INTERNAL', 'c-2'), ...facts]).about('p-hong').by(agency)
        .when('ClaimCredential', { ...asked, credentialId: 'c-3' }).expectRefusal(applicationRules.PersonIsNotBarred);
    }
  });
});

describe('the way of an internal supervisor', () => {
  const ways: readonly (readonly [command: string, story: readonly SupervisorEvent[], body: object, type: SupervisorEvent['type'], day: string])[] = [
    ['ConfirmConditions', internalApplied, { reviews }, 'ConditionsConfirmed', '2021-08-05'],
    ['RejectApplication', internalApplied, { reviews: [{ condition: 'E4', met: false }], reason: '不足' }, 'ApplicationRejected', '2021-08-05'],
    ['EnrolInTraining', internalConfirmed, { trainingClass: '1', trainingId: 'training-1', startsOn: '2021-08-10' }, 'TrainingEnrolled', '2021-08-06'],
    ['RecordExamResult', internalTraining, { score: 70, examinedOn: '2021-08-20' }, 'ExamPassed', '2021-08-21'],
  ];

  it.each(ways)('%s is of the body that trains its own people', (command, story, body, type, day) => {
    after(story, day).when(command, body).expectTypes([type]);
    for (const actor of [...outsiders, hong]) after(story, day).by(actor).when(command, body).expectRefusal(accessRules.BodiesTrainTheirOwn);
  });

  it('goes through a training whose plan was filed; an external one does not', () => {
    after(internalConfirmed).when('EnrolInTraining', { trainingClass: '1', startsOn: '2021-08-10' }).expectRefusal(applicationRules.InternalTrainingIsFiled);
    const external = [fact('SupervisorApplied', { personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501' }), fact('ConditionsConfirmed', { reviews: [] })];
    after(external).by(province).when('EnrolInTraining', { trainingClass: '1', trainingId: 't', startsOn: '2021-08-10' }).expectRefusal(applicationRules.InternalTrainingIsFiled);
  });

  it('goes through a training of the selecting body that has begun and is not over', () => {
    const enrolling = (known: object) => after(internalConfirmed).knowing({ ...NOBODY_ELSE, ...known }).when('EnrolInTraining', { trainingClass: '1', trainingId: 'training-1', startsOn: '2021-08-10' });
    for (const stage of ['DRAFTED', 'FILED', 'RETURNED', 'HELD', 'CLOSED'] as const) enrolling({ training: { ...training, stage } }).expectRefusal(applicationRules.TrainingHasStarted);
    enrolling({ training: undefined }).expectRefusal(applicationRules.TrainingHasStarted);
    for (const body of [{ organisation: 'agency-2' }, { by: 'INDUSTRY_DEPT' }]) enrolling({ training: { ...training, ...body } }).expectRefusal(applicationRules.TrainingIsOfTheBody);
    enrolling({ training: { ...training, startedOn: '2021-08-11' } }).expectRefusal(applicationRules.TrainingDayIsReal);
  });

  it('ends with the latest result that the training has recorded, and with no other', () => {
    const examined = (known: object, score = 70) => after(internalTraining).knowing({ ...NOBODY_ELSE, ...known }).when('RecordExamResult', { score, examinedOn: '2021-08-20' });
    examined({}).expectTypes(['ExamPassed']);
    examined({}, 71).expectRefusal(applicationRules.ResultIsThatOfTheTraining);
    const later = { 'c-2': [{ score: 70, examinedOn: '2021-08-20' }, { score: 40, examinedOn: '2021-08-21' }] };
    for (const results of [{}, later, { 'c-2': [{ score: 70, examinedOn: '2021-08-19' }] }]) examined({ training: { ...training, results } }).expectRefusal(applicationRules.ResultIsThatOfTheTraining);
  });

  it('leads to an appointment by the body, for the agencies of the selection, with the term of everybody', () => {
    after(internalPassed).when('AppointSupervisor', { termStart: '2021-09-01' }).expectFacts([fact('InternalSupervisorAppointed', { ...firstTerm, selection })]);
    for (const actor of outsiders) after(internalPassed).by(actor).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(accessRules.BodiesSelectTheirOwn);
    after(internalTraining).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(appointmentRules.ExamComesBeforeAppointment);
    after(internalPassed).knowing(BARRED).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(applicationRules.PersonIsNotBarred);
  });

  it('ends with the term, and goes on with a renewal by the body', () => {
    const overOn = addDays(firstTerm.termEnd, 1);
    after(internalCarded, overOn).by(system).when('ExpireAppointment').expectFacts([fact('AppointmentExpired', { termEnd: firstTerm.termEnd })]);
    for (const actor of [agency, hong]) after(internalCarded, '2024-08-01').by(actor).when('ApplyForRenewal').expectTypes(['RenewalApplied']);
    after(internalCarded, '2024-08-01').by(province).when('ApplyForRenewal').expectRefusal(accessRules.BodiesSelectTheirOwn);
    const again = [...internalCarded, fact('RenewalApplied', { trainingRequired: false })];
    after(again, '2024-08-01').when('RenewAppointment').expectFacts([fact('AppointmentRenewed', secondTerm)]);
    after(again, '2024-08-01').by(province).when('RenewAppointment').expectRefusal(accessRules.BodiesSelectTheirOwn);
    after(internalCarded, '2022-01-05').when('ResignSupervisor', { reason: '工作调动' }).expectTypes(['SupervisorResigned', 'CardVoided']);
  });
});

describe('an internal card', () => {
  const number = { internalNumber: INTERNAL_CARD };
  const card = { validFrom: '2021-09-01', validUntil: '2024-09-01' };

  it('is issued by the body under the number it gives, and opens the sessions', () => {
    after(internalAppointed).when('IssueCard', number).expectFacts([fact('CardIssued', { number: INTERNAL_CARD, ...card, title: '福建省《技能人才评价质量督导员》(内督)' })]);
    expect(exclusionsOn(after(internalAppointed).state() as never, '2021-10-01', '3501')).toEqual(['NO_CARD']);
    expect(exclusionsOn(after(internalCarded).state() as never, '2021-10-01', '3501')).toEqual([]);
    expect(standingOn(after(internalCarded).state() as never, '2021-10-01')).toBe('APPOINTED');
  });

  it('is not issued without an examination passed with that body, nor to a barred person', () => {
    after(internalPassed).when('IssueCard', number).expectRefusal(appointmentRules.CardNeedsAppointment);
    after(internalAppointed).knowing(BARRED).when('IssueCard', number).expectRefusal(applicationRules.PersonIsNotBarred);
  });

  it('is handled by its issuer alone', () => {
    const bodies = { IssueCard: number, ReplaceCard: { ...number, number: 'X', reason: '' }, VoidCard: { number: INTERNAL_CARD, reason: '遗失' }, ReturnCard: { number: INTERNAL_CARD } };
    for (const [command, body] of Object.entries(bodies)) {
      for (const actor of [...outsiders, hong]) after(internalCarded).by(actor).when(command, body).expectRefusal(accessRules.BodiesCardTheirOwn);
    }
    after(internalCarded).when('VoidCard', bodies.VoidCard).expectFacts([fact('CardVoided', bodies.VoidCard)]);
    after(internalCarded).when('ReturnCard', bodies.ReturnCard).expectFacts([fact('CardReturned', bodies.ReturnCard)]);
  });

  it('has a number by the pattern, never one of the province', () => {
    for (const internalNumber of [undefined, 'R35210001', '-001', 'N1']) after(internalAppointed).when('IssueCard', { internalNumber }).expectRefusal(appointmentRules.InternalNumberIsGiven);
    const external = [fact('SupervisorApplied', { personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501' }), fact('SupervisorAppointed', { ...firstTerm, appointedBy: '3501' })];
    after(external).by(province).when('IssueCard', number).expectRefusal(appointmentRules.InternalNumberIsGiven);
  });

  it('is replaced under another number of the issuer', () => {
    after(internalCarded, '2022-01-05').when('ReplaceCard', { internalNumber: 'N3522-0001', number: INTERNAL_CARD, reason: '遗失' }).expectFacts([
      fact('CardReplaced', { number: 'N3522-0001', validFrom: '2022-01-05', validUntil: '2024-09-01', oldNumber: INTERNAL_CARD, reason: '遗失' }),
    ]);
  });

  it('takes its number for ever before it is issued, and leaves the stock of the province alone', () => {
    const rule = supervisorDecider.commands.IssueCard;
    const context = { target: 'c-2', now: on('2021-09-01'), occurredAt: on('2021-09-01'), actor: agency, known: NOBODY_ELSE, prepared: [] };
    expect(rule?.prepare?.(number, after(internalAppointed).state(), context)).toEqual({ name: 'ClaimInternalCardNumber', target: INTERNAL_CARD, body: { credentialId: 'c-2', ordinal: 1 } });

    const claim = { credentialId: 'c-2', ordinal: 1 };
    const free = given(internalCardDecider).about(INTERNAL_CARD);
    const { facts } = free.by(agency).when('ClaimInternalCardNumber', claim);
    expect(facts).toEqual([{ type: 'InternalCardNumberClaimed', data: claim }]);
    free.by(province).when('ClaimInternalCardNumber', claim).expectRefusal(accessRules.BodiesCardTheirOwn);
    const taken = given(internalCardDecider, facts).about(INTERNAL_CARD).by(otherAgency);
    taken.when('ClaimInternalCardNumber', claim).expectFacts([]);
    for (const other of [{ ...claim, credentialId: 'c-3' }, { ...claim, ordinal: 2 }]) taken.when('ClaimInternalCardNumber', other).expectRefusal(appointmentRules.InternalNumberIsUnique);
  });
});

describe('suspending an internal supervisor', () => {
  const body = { by: 'AGENCY', organisation: 'agency-1' } as const;
  const order = { decisionNo: '校停1号', reasons: '情节较重', scope: 'ALL', until: '2022-06-30', grounds: { severity: 'ORDINARY', findings: [neglect] } };
  const stopped = fact('DispatchSuspended', { ...decision('校停1号', '3501'), body, scope: 'ALL', until: '2022-06-30', endsOn: '2022-06-30' });
  const byCenter = fact('DispatchSuspended', { ...decision('榕停1号', '3501'), scope: 'ALL', endsOn: '2022-05-31' });
  const suspended = (...more: readonly SupervisorEvent[]) => after([...internalCarded, stopped, ...more], '2022-02-01');

  it('is for the body that selected them, which dispatches them (R4.1-1), and for centres', () => {
    after(internalCarded, '2022-01-05').when('SuspendDispatch', order).expectTypes(['DispatchSuspended']);
    expect(after(internalCarded, '2022-01-05').when('SuspendDispatch', order).facts[0]?.data).toMatchObject({ decidedBy: '3501', body, endsOn: '2022-06-30' });
    for (const actor of [otherAgency, industry, hong]) after(internalCarded, '2022-01-05').by(actor).when('SuspendDispatch', order).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    expect(standingOn(suspended().state() as never, '2022-02-01')).toBe('SUSPENDED');
  });

  it('stands beside that of the centre of the area: each lifts its own', () => {
    suspended().when('SuspendDispatch', { ...order, decisionNo: '校停2号' }).expectRefusal(sanctionRules.SuspensionIsOfTheRunning);
    suspended().by(fuzhou).when('SuspendDispatch', { ...order, decisionNo: '榕停1号' }).expectTypes(['DispatchSuspended']);
    suspended(byCenter).when('ResumeDispatch', { reasons: '已改正' }).expectFacts([fact('DispatchResumed', { suspendedBy: '3501', body, reasons: '已改正' })]);
    suspended().by(fuzhou).when('ResumeDispatch', { reasons: '已改正' }).expectRefusal(sanctionRules.OnlyTheSuspenderResumes);
    for (const actor of [otherAgency, industry, hong]) suspended().by(actor).when('ResumeDispatch', { reasons: '已改正' }).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    suspended(byCenter, fact('DispatchResumed', { suspendedBy: '3501', body, reasons: '已改正' })).by(fuzhou).when('ResumeDispatch', { reasons: '已改正' }).expectTypes(['DispatchResumed']);
  });

  it('lapses by itself, that of the body and that of the centre each on its day', () => {
    const lapsing = (day: string, more: object) => after([...internalCarded, stopped, byCenter], day).by(system).when('LapseSuspension', { suspendedBy: '3501', ...more });
    lapsing('2022-06-01', {}).expectFacts([fact('SuspensionLapsed', { suspendedBy: '3501', endsOn: '2022-05-31' })]);
    lapsing('2022-06-01', { ofBody: true }).expectFacts([]);
    lapsing('2022-07-01', { ofBody: true }).expectFacts([fact('SuspensionLapsed', { suspendedBy: '3501', body, endsOn: '2022-06-30' })]);
  });
});

describe('the second level for an internal supervisor', () => {
  const verdict = { decisionNo: '校处1号', reasons: '事实清楚', proposalNo: '榕建8号' };
  const grounds = { severity: 'SERIOUS', findings: [neglect] };

  it('is proposed by the body itself, or by a centre', () => {
    const proposal = { decisionNo: '校建1号', reasons: '情节严重', proposes: 'QUALIFICATION_CANCELLED', grounds };
    after(internalCarded, '2022-01-05').when('ProposeDisqualification', proposal).expectFacts([
      fact('DisqualificationProposed', { ...decision('校建1号', '3501'), reasons: '情节严重', body: { by: 'AGENCY', organisation: 'agency-1' }, proposes: 'QUALIFICATION_CANCELLED' }),
    ]);
    after(internalCarded, '2022-01-05').by(fuzhou).when('ProposeDisqualification', proposal).expectTypes(['DisqualificationProposed']);
    for (const actor of [otherAgency, industry, hong]) after(internalCarded, '2022-01-05').by(actor).when('ProposeDisqualification', proposal).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('is decided by the body, with the person barred and the card void', () => {
    const cancelling = after(internalProposed, '2022-01-06').when('CancelQualification', verdict);
    cancelling.expectTypes(['QualificationCancelled', 'CardVoided']);
    expect(cancelling.facts[0]?.data).toMatchObject({ decidedBy: '3501', body: { by: 'AGENCY', organisation: 'agency-1' } });
    after(internalProposed, '2022-01-06').when('DismissDisqualification', { proposalNo: '榕建8号', reasons: '证据不足' }).expectTypes(['DisqualificationDismissed']);
    for (const actor of [otherAgency, industry, fuzhou, hong]) after(internalProposed, '2022-01-06').by(actor).when('CancelQualification', verdict).expectRefusal(accessRules.BodiesSelectTheirOwn);
  });

  it('falls to the province when the time of the body is over', () => {
    for (const [command, body] of [['CancelQualification', verdict], ['DismissDisqualification', { proposalNo: '榕建8号', reasons: '证据不足' }]] as const) {
      after(internalProposed, '2022-02-04').by(province).when(command, body).expectRefusal(sanctionRules.BodyDecidesFirst);
      expect(after(internalProposed, '2022-02-05').by(province).when(command, body).refusal).toBeUndefined();
    }
    const refusing = [...internalCarded, { ...fact('DisqualificationProposed', { ...decision('榕建8号', '3501'), proposes: 'RENEWAL_REFUSED' }), occurredAt: on('2022-01-05') }];
    after(refusing, '2022-02-04').by(province).when('RefuseRenewal', verdict).expectRefusal(sanctionRules.BodyDecidesFirst);
    after(refusing, '2022-01-06').when('RefuseRenewal', verdict).expectTypes(['RenewalRefused', 'CardVoided']);
  });
});
