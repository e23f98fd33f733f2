import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ApplyAsSupervisor, ConfirmConditions, RecordExamResult } from '#libs/supervisors/application.commands';
import { AppointSupervisor, VoidCard } from '#libs/supervisors/appointment.commands';
import { CountStock, ReceiveBlankCards } from '#libs/supervisors/card.commands';
import { ReverseBar } from '#libs/supervisors/person.commands';
import { GiveCriticism, SuspendDispatch } from '#libs/supervisors/sanction.commands';
import { reviews } from '#libs/supervisors/supervisor-story';

const paths = (errors: readonly ValidationError[], before = ''): readonly string[] =>
  errors.flatMap(({ property, children = [] }) => (children.length > 0 ? paths(children, `${before}${property}.`) : `${before}${property}`));

/** Members that do not fit, by path. */
const faults = (command: ClassConstructor<object>, body: object): readonly string[] =>
  paths(validateSync(plainToInstance(command, body), { whitelist: true, forbidNonWhitelisted: true }));

const finding = { ground: 'S3', description: '未到现场', evidence: ['ev-1'] };
const grounds = { severity: 'ORDINARY', findings: [finding] };

describe('the shape of a command', () => {
  it('takes supervisors of the two types, of one of the areas', () => {
    const application = { personId: 'p-lin', supervisorType: 'EXTERNAL', area: 'PT' };
    expect(faults(ApplyAsSupervisor, application)).toEqual([]);
    const selection = { by: 'AGENCY', organisation: 'agency-1', agencies: ['agency-1'] };
    expect(faults(ApplyAsSupervisor, { ...application, supervisorType: 'INTERNAL', selection })).toEqual([]);
    expect(faults(ApplyAsSupervisor, { ...application, supervisorType: 'BOTH' })).toEqual(['supervisorType']);
    expect(faults(ApplyAsSupervisor, { ...application, selection: { ...selection, by: 'SCHOOL', agencies: ['a', 'a'] } })).toEqual(['selection.by', 'selection.agencies']);
    expect(faults(ApplyAsSupervisor, { ...application, area: '350128' })).toEqual(['area']);
  });

  it('knows five conditions, and no reviewer but the one who acts', () => {
    expect(faults(ConfirmConditions, { reviews })).toEqual([]);
    expect(faults(ConfirmConditions, { reviews: [{ condition: 'E6', met: 'yes' }] })).toEqual(['reviews.0.condition', 'reviews.0.met']);
    expect(faults(ConfirmConditions, { reviews: [{ ...reviews[0], reviewer: 'p-chen' }] })).toEqual(['reviews.0.reviewer']);
  });

  it('takes scores from 0 to 100 and days as days', () => {
    for (const score of [0, 59.5, 100]) expect(faults(RecordExamResult, { score, examinedOn: '2021-08-20' })).toEqual([]);
    for (const score of [-1, 100.5, '90', 59.55]) expect(faults(RecordExamResult, { score, examinedOn: '2021-08-20' })).toEqual(['score']);
    expect(faults(AppointSupervisor, { termStart: '2021-9-1' })).toEqual(['termStart']);
  });

  it('does not let anybody write the end of a term', () => {
    expect(faults(AppointSupervisor, { termStart: '2021-09-01', termEnd: '2031-09-01' })).toEqual(['termEnd']);
  });

  it('knows the grounds of the Measures', () => {
    const criticism = { decisionNo: '1', reasons: '轻', grounds };
    expect(faults(GiveCriticism, criticism)).toEqual([]);
    expect(faults(GiveCriticism, { ...criticism, grounds: { ...grounds, findings: [{ ...finding, ground: 'S9' }] } })).toEqual(['grounds.findings.0.ground']);
    expect(faults(GiveCriticism, { ...criticism, grounds: { severity: 'GRAVE', findings: [] } })).toEqual(['grounds.severity', 'grounds.findings']);
    expect(faults(SuspendDispatch, { ...criticism, scope: 'SOME', until: 'soon' })).toEqual(['scope', 'until']);
  });

  it('counts cards in whole numbers and knows the form of their numbers', () => {
    expect(faults(ReceiveBlankCards, { count: 0, deliveryNo: '1' })).toEqual(['count']);
    expect(faults(CountStock, { counted: 1.5, countNo: '1' })).toEqual(['counted']);
    expect(faults(VoidCard, { number: 'R35 21001', reason: '损坏' })).toEqual(['number']);
    expect(faults(ReverseBar, { credentialId: 'c-1', outcomeOf: 'MERCY', documentNo: '1', reasons: '' })).toEqual(['outcomeOf', 'reasons']);
  });
});
