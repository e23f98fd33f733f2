import { accessRules } from '#libs/access/access.rules';
import { given } from '#libs/event-sourcing/given';
import { applicationRules } from '#libs/supervisors/application.rules';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  agency, applied, appointed, BARRED, CARD, cancelled, carded, confirmed, expired, fact, failedOnce, firstTerm, fuzhou, inTraining, lin, NOBODY_ELSE, on,
  passed, province, refused, renewalApplied, renewalPassed, renewed, resigned, secondTerm, someone, suspended, system, xiamen,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const after = (story: readonly SupervisorEvent[], day: string) => given(supervisorDecider, story).about('c-1').knowing(NOBODY_ELSE).at(on(day));

describe('appointing', () => {
  const appoint = after(passed, '2021-08-31').by(fuzhou);

  it('is done by the centre of the area, or by the province', () => {
    const facts = [{ type: 'SupervisorAppointed', data: { ...firstTerm, appointedBy: '3501' } }] as const;
    appoint.when('AppointSupervisor', { termStart: '2021-09-01' }).expectFacts(facts);
    appoint.by(province).when('AppointSupervisor', { termStart: '2021-09-01' }).expectFacts(facts);
  });

  it('is not done by another centre, an agency or the person', () => {
    appoint.by(xiamen).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(accessRules.CenterActsInItsOwnArea);
    for (const actor of [agency, lin, system]) {
      appoint.by(actor).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(accessRules.OnlyCentersSelectExternalSupervisors);
    }
  });

  it('follows conditions, training and examination', () => {
    for (const story of [applied, confirmed, inTraining, failedOnce, appointed, expired]) {
      after(story, '2021-08-31').by(fuzhou).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(appointmentRules.ExamComesBeforeAppointment);
    }
  });

  it('does not renew', () => {
    after(renewalPassed, '2024-08-01').by(fuzhou).when('AppointSupervisor', { termStart: '2024-09-02' }).expectRefusal(appointmentRules.RenewalIsAppliedFor);
  });

  it('is refused to a barred person', () => {
    appoint.knowing(BARRED).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(applicationRules.PersonIsNotBarred);
  });

  it.each([
    ['2021-09-01', '2024-09-01'], ['2021-08-31', '2024-08-31'], ['2024-02-29', '2027-02-28'], ['2026-11-24', '2029-11-24'],
  ])('from %s lasts through %s', (termStart, termEnd) => {
    appoint.when('AppointSupervisor', { termStart }).expectFacts([{ type: 'SupervisorAppointed', data: { ...firstTerm, termStart, termEnd, appointedBy: '3501' } }]);
  });

  it('starts on a real day, not before the examination, and not so early that it is over', () => {
    appoint.when('AppointSupervisor', { termStart: '2021-08-20' }).expectTypes(['SupervisorAppointed']);
    for (const termStart of ['2021-08-19', '2021-09-31']) appoint.when('AppointSupervisor', { termStart }).expectRefusal(appointmentRules.TermStartIsReal);
    after(passed, '2024-09-01').by(fuzhou).when('AppointSupervisor', { termStart: '2021-09-01' }).expectTypes(['SupervisorAppointed']);
    after(passed, '2024-09-02').by(fuzhou).when('AppointSupervisor', { termStart: '2021-09-01' }).expectRefusal(appointmentRules.TermStartIsReal);
  });
});

describe('the end of a term', () => {
  const due = '2024-09-01T16:00:00.000Z';
  const over = (story: readonly SupervisorEvent[]) => after(story, '2024-09-02').at('2024-10-01T00:00:00.000Z', due).by(system);

  it('is recorded from 00:00 of the day after, also for the suspended and also late', () => {
    for (const story of [carded, suspended]) over(story).when('ExpireAppointment').expectFacts([{ type: 'AppointmentExpired', data: { termEnd: '2024-09-01' } }]);
  });

  it('is not recorded on the last day, twice, after a renewal, or for a credential that has ended', () => {
    after(carded, '2024-09-01').at('2024-09-01T15:59:59.999Z').by(system).when('ExpireAppointment').expectFacts([]);
    for (const story of [expired, renewed, cancelled, refused, resigned, passed]) over(story).when('ExpireAppointment').expectFacts([]);
  });

  it('takes no hand but that of time', () => {
    for (const actor of [province, fuzhou, lin]) over(carded).by(actor).when('ExpireAppointment').expectRefusal(accessRules.OnlyTheSystem);
  });
});

describe('applying for renewal', () => {
  it('is possible in the last ninety days and after the term', () => {
    const facts = [{ type: 'RenewalApplied', data: { trainingRequired: true } }] as const;
    after(carded, '2024-06-03').by(lin).when('ApplyForRenewal').expectRefusal(appointmentRules.RenewalIsInTime);
    after(carded, '2024-06-04').by(lin).when('ApplyForRenewal').expectFacts(facts);
    after(carded, '2024-09-02').by(lin).when('ApplyForRenewal').expectFacts(facts);
    after(expired, '2025-03-01').by(fuzhou).when('ApplyForRenewal').expectFacts(facts);
  });

  it('is not possible before an appointment, under suspension, or after the end of the credential', () => {
    const heldToTheEnd = [...carded, fact('DispatchSuspended', { decisionNo: '1', cause: { kind: 'ASSESSMENT_FAIL', assessmentNo: 'a', concludedOn: '2024-01-01' }, reasons: '', decidedBy: '3501', scope: 'ALL', endsOn: '2024-09-01' })];
    for (const story of [passed, heldToTheEnd, cancelled, refused, resigned]) after(story, '2024-08-01').by(lin).when('ApplyForRenewal').expectRefusal(appointmentRules.RenewalIsInTime);
  });

  it('twice adds nothing, unless the examination was failed for good', () => {
    for (const story of [renewalApplied, renewalPassed]) after(story, '2024-08-01').by(lin).when('ApplyForRenewal').expectFacts([]);
    const exam = { personId: 'p-lin', supervisorType: 'EXTERNAL', score: 3, passMark: 60, examinedOn: '2024-07-05', forRenewal: true } as const;
    after([...renewalApplied, fact('ExamFailed', { ...exam, sitting: 1, reExamsLeft: 1 })], '2024-08-01').by(lin).when('ApplyForRenewal').expectFacts([]);
    after([...renewalApplied, fact('ExamFailed', { ...exam, sitting: 2, reExamsLeft: 0 })], '2024-08-01').by(lin).when('ApplyForRenewal').expectTypes(['RenewalApplied']);
  });

  it('is refused to others and to the barred', () => {
    after(carded, '2024-08-01').by(someone).when('ApplyForRenewal').expectRefusal(accessRules.PersonSpeaksForThemselves);
    after(carded, '2024-08-01').by(lin).knowing(BARRED).when('ApplyForRenewal').expectRefusal(applicationRules.PersonIsNotBarred);
  });
});

describe('renewing', () => {
  it('continues the old term when it comes before its end, and starts today when it comes later', () => {
    after(renewalPassed, '2024-08-01').by(province).when('RenewAppointment').expectFacts([{ type: 'AppointmentRenewed', data: secondTerm }]);
    after(renewalPassed, '2024-09-02').by(province).when('RenewAppointment').expectFacts([{ type: 'AppointmentRenewed', data: secondTerm }]);
    after(renewalPassed, '2025-01-10').by(province).when('RenewAppointment').expectFacts([
      { type: 'AppointmentRenewed', data: { ...secondTerm, termStart: '2025-01-10', termEnd: '2028-01-10' } },
    ]);
  });

  it('needs an application, and training and examination again', () => {
    for (const story of [carded, renewalApplied]) after(story, '2024-08-01').by(province).when('RenewAppointment').expectRefusal(appointmentRules.RenewalIsAppliedFor);
    const spared = [...carded, fact('RenewalApplied', { trainingRequired: false })];
    after(spared, '2024-08-01').by(province).when('RenewAppointment').expectTypes(['AppointmentRenewed']);
  });

  it('is done once a term, by the provincial centre, and not for the barred', () => {
    after(renewed, '2024-08-02').by(province).when('RenewAppointment').expectRefusal(appointmentRules.RenewalIsInTime);
    after(renewalPassed, '2024-08-01').by(fuzhou).when('RenewAppointment').expectRefusal(accessRules.OnlyTheProvincialCenterCards);
    after(renewalPassed, '2024-08-01').by(province).knowing(BARRED).when('RenewAppointment').expectRefusal(applicationRules.PersonIsNotBarred);
  });
});

describe('resigning', () => {
  it('ends the credential and voids its cards', () => {
    for (const story of [carded, suspended]) {
      after(story, '2022-05-01').by(lin).when('ResignSupervisor', { reason: '工作调动' }).expectFacts([
        { type: 'SupervisorResigned', data: { personId: 'p-lin', supervisorType: 'EXTERNAL', reason: '工作调动' } },
        { type: 'CardVoided', data: { number: CARD, reason: '主动退出' } },
      ]);
    }
    after(appointed, '2022-05-01').by(lin).when('ResignSupervisor', { reason: '工作调动' }).expectTypes(['SupervisorResigned']);
  });

  it('waits until open tasks are handed over', () => {
    after(carded, '2022-05-01').by(lin).knowing({ openTasks: ['case-7'] }).when('ResignSupervisor', { reason: '工作调动' }).expectRefusal(appointmentRules.TasksAreHandedOver);
  });

  it('belongs to the running term', () => {
    for (const story of [passed, resigned, cancelled]) after(story, '2022-05-01').by(lin).when('ResignSupervisor', { reason: '工作调动' }).expectRefusal(appointmentRules.TermIsRunning);
    after(carded, '2024-09-02').by(lin).when('ResignSupervisor', { reason: '工作调动' }).expectRefusal(appointmentRules.TermIsRunning);
  });

  it('is the person’s own', () => {
    after(carded, '2022-05-01').by(someone).when('ResignSupervisor', { reason: '工作调动' }).expectRefusal(accessRules.PersonSpeaksForThemselves);
  });
});
