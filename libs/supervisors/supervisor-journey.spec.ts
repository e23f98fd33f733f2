import { SettableClock } from '#libs/event-sourcing/clock';
import type { Outcome } from '#libs/event-sourcing/envelope';
import type { Actor } from '#libs/event-sourcing/event';
import { idFromText } from '#libs/event-sourcing/ids';
import { Refused, type Rule } from '#libs/event-sourcing/rule';
import { openRecord, type SupervisionRecord } from '#libs/record/record';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { applicationRules } from '#libs/supervisors/application.rules';
import { cardRules } from '#libs/supervisors/card.rules';
import { type SupervisorEntry, supervisorRegister } from '#libs/supervisors/supervisor.view';
import { department, fuzhou, lin, neglect, on, province, reviews } from '#libs/supervisors/supervisor-story';
import { temporaryFolder } from '#test/support/temporary-folder';

/** Supervisors over real stores: what the streams of credential, person and cards do together. */
class Office {
  readonly clock = new SettableClock(on('2021-08-10'));
  readonly refused: string[] = [];
  private readonly folder = temporaryFolder();
  private sent = 0;
  record: SupervisionRecord;
  private close: () => Promise<void>;

  static async open(): Promise<Office> {
    const office = new Office();
    const events = await SqliteEventStore.open(office.folder.file('events.db'));
    const documents = await SqliteDocumentStore.open(office.folder.file('documents.db'));
    office.record = openRecord({ events, documents, clock: office.clock, onRefused: ({ name }, { message }) => office.refused.push(`${name} ${message}`) });
    office.close = async () => {
      await documents.close();
      await events.close();
      office.folder.remove();
    };
    return office;
  }

  shut(): Promise<void> {
    return this.close();
  }

  send(actor: Actor, name: string, target: string, body: object = {}, commandId = idFromText(`journey ${(this.sent += 1)}`)): Promise<Outcome> {
    return this.record.commands.handle({ name, target, body, actor, commandId });
  }

  apply(credentialId: string): Promise<Outcome> {
    return this.send(lin, 'ApplyAsSupervisor', credentialId, { personId: 'p-lin', supervisorType: 'EXTERNAL', area: '3501' });
  }

  async appoint(credentialId: string, personId = 'p-lin'): Promise<void> {
    await this.send(fuzhou, 'ApplyAsSupervisor', credentialId, { personId, supervisorType: 'EXTERNAL', area: '3501' });
    await this.send(province, 'ConfirmConditions', credentialId, { reviews });
    await this.send(province, 'EnrolInTraining', credentialId, { trainingClass: '2021年第1期', startsOn: '2021-08-03' });
    await this.send(province, 'RecordExamResult', credentialId, { score: 80, examinedOn: '2021-08-10' });
    await this.send(fuzhou, 'AppointSupervisor', credentialId, { termStart: '2021-09-01' });
  }

  async cancel(credentialId: string): Promise<void> {
    const grounds = { severity: 'SERIOUS', findings: [neglect] };
    await this.send(fuzhou, 'ProposeDisqualification', credentialId, { decisionNo: '榕建1号', reasons: '严重', proposes: 'QUALIFICATION_CANCELLED', grounds });
    await this.send(province, 'CancelQualification', credentialId, { decisionNo: '闽处1号', reasons: '严重', proposalNo: '榕建1号' });
  }

  async types(stream: string): Promise<readonly string[]> {
    const types: string[] = [];
    for await (const { type } of this.record.events.readStream(stream)) types.push(type);
    return types;
  }

  async entry(credentialId: string): Promise<SupervisorEntry | undefined> {
    await this.record.views.catchUp();
    return (await this.record.views.get(supervisorRegister, credentialId))?.body ?? undefined;
  }
}

const refusal = async (answer: Promise<unknown>): Promise<Rule | undefined> => {
  const error: unknown = await answer.then(() => undefined, (reason: unknown) => reason);
  if (error !== undefined && !(error instanceof Refused)) throw error;
  return error?.rule;
};

describe('supervisors over the record', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open();
    await office.send(province, 'ReceiveBlankCards', 'FJ', { count: 3, deliveryNo: '入1' });
  });
  afterEach(() => office.shut());

  it('apply, are appointed and carded, and stand in the register', async () => {
    await office.appoint('c-1');
    await office.send(province, 'IssueCard', 'c-1');
    expect(await office.entry('c-1')).toMatchObject({
      personId: 'p-lin', area: '3501', state: 'APPOINTED', cardNumber: 'R35210001', termStart: '2021-09-01', termEnd: '2024-09-01', barred: false, appliedOn: '2021-08-10',
    });
    const byCard = await office.record.views.find(supervisorRegister, { where: { cardNumber: 'R35210001' }, limit: 2 });
    expect(byCard.map(({ key }) => key)).toEqual(['c-1']);
  });

  it('have one application at a time, also when two are made at once', async () => {
    const answers = await Promise.all([refusal(office.apply('c-1')), refusal(office.apply('c-2'))]);
    expect(answers.filter((rule) => rule === applicationRules.OneLiveCredentialPerType)).toHaveLength(1);
    expect((await office.types('person-p-lin'))).toEqual(['CredentialClaimed']);
  });

  it('are barred for good after cancellation, until review or court', async () => {
    await office.appoint('c-1');
    await office.cancel('c-1');
    expect(await refusal(office.apply('c-2'))).toBe(applicationRules.OneLiveCredentialPerType);
    await office.record.worker.settle();
    expect(await office.types('person-p-lin')).toEqual(['CredentialClaimed', 'BarRecorded', 'CredentialReleased']);
    expect(await office.entry('c-1')).toMatchObject({ state: 'CANCELLED', barred: true });
    expect(await refusal(office.apply('c-2'))).toBe(applicationRules.PersonIsNotBarred);
    await office.send(department, 'ReverseBar', 'p-lin', { credentialId: 'c-1', outcomeOf: 'REVIEW', documentNo: '闽复1号', reasons: '程序不当' });
    expect(await office.entry('c-1')).toMatchObject({ state: 'CANCELLED', barred: false });
    await office.apply('c-2');
    expect(office.refused).toEqual([]);
  });

  it('may apply again after they resigned', async () => {
    await office.appoint('c-1');
    await office.send(lin, 'ResignSupervisor', 'c-1', { reason: '工作调动' });
    await office.record.worker.settle();
    await office.apply('c-2');
    expect(await office.types('person-p-lin')).toEqual(['CredentialClaimed', 'CredentialReleased', 'CredentialClaimed']);
  });

  it('expire with the term, however late the worker comes, and are renewed with a new card', async () => {
    await office.appoint('c-1');
    await office.send(province, 'IssueCard', 'c-1');
    office.clock.set(on('2025-01-10'));
    await office.record.worker.settle();
    expect(await office.entry('c-1')).toMatchObject({ state: 'EXPIRED' });
    await office.send(lin, 'ApplyForRenewal', 'c-1');
    await office.send(province, 'EnrolInTraining', 'c-1', { trainingClass: '2025年第1期', startsOn: '2025-01-06' });
    await office.send(province, 'RecordExamResult', 'c-1', { score: 70, examinedOn: '2025-01-09' });
    await office.send(province, 'RenewAppointment', 'c-1');
    await office.send(province, 'IssueCard', 'c-1');
    await office.record.worker.settle();
    expect(await office.entry('c-1')).toMatchObject({ state: 'APPOINTED', cardNumber: 'R35250001', termStart: '2025-01-10', termEnd: '2028-01-10' });
    office.clock.set('2028-01-10T16:00:00.000Z');
    await office.record.worker.settle();
    expect((await office.types('supervisor-c-1')).filter((type) => type === 'AppointmentExpired')).toHaveLength(2);
  });

  it('are suspended until the day that was ordered', async () => {
    await office.appoint('c-1');
    const grounds = { severity: 'ORDINARY', findings: [neglect] };
    await office.send(fuzhou, 'SuspendDispatch', 'c-1', { decisionNo: '榕停1号', reasons: '重', scope: 'ALL', until: '2021-12-31', grounds });
    expect(await office.entry('c-1')).toMatchObject({ state: 'SUSPENDED' });
    office.clock.set('2021-12-31T16:00:00.000Z');
    await office.record.worker.settle();
    expect(await office.entry('c-1')).toMatchObject({ state: 'APPOINTED' });
  });
});

describe('the numbers of cards over the record', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open();
  });
  afterEach(() => office.shut());

  it('are taken once, though the attempt that took one never came to its end', async () => {
    await office.send(province, 'ReceiveBlankCards', 'FJ', { count: 1, deliveryNo: '入1' });
    await office.appoint('c-1');
    await office.send(province, 'AssignBlankCard', 'FJ', { credentialId: 'c-1', ordinal: 1 });
    await office.send(province, 'IssueCard', 'c-1');
    expect(await office.entry('c-1')).toMatchObject({ cardNumber: 'R35210001' });
    expect(await office.types('cards-FJ')).toEqual(['BlankCardsReceived', 'BlankCardAssigned']);
  });

  it('are the same for the same command sent twice', async () => {
    await office.send(province, 'ReceiveBlankCards', 'FJ', { count: 2, deliveryNo: '入1' });
    await office.appoint('c-1');
    const first = await office.send(province, 'IssueCard', 'c-1', {}, idFromText('issue'));
    expect(await office.send(province, 'IssueCard', 'c-1', {}, idFromText('issue'))).toEqual({ ...first, repeated: true });
    expect(await office.types('cards-FJ')).toEqual(['BlankCardsReceived', 'BlankCardAssigned']);
  });

  it('go to one of two who want the last card at once', async () => {
    await office.send(province, 'ReceiveBlankCards', 'FJ', { count: 1, deliveryNo: '入1' });
    for (const name of ['lin', 'chen']) await office.appoint(`c-${name}`, `p-${name}`);
    const answers = await Promise.all(['lin', 'chen'].map((name) => refusal(office.send(province, 'IssueCard', `c-${name}`))));
    expect(answers.filter((rule) => rule === cardRules.BlankCardIsOnHand)).toHaveLength(1);
    expect(await office.types('cards-FJ')).toEqual(['BlankCardsReceived', 'BlankCardAssigned']);
  });

  it('are refused before they are taken when the card may not be issued', async () => {
    await office.send(province, 'ReceiveBlankCards', 'FJ', { count: 1, deliveryNo: '入1' });
    await office.apply('c-1');
    expect(await refusal(office.send(province, 'IssueCard', 'c-1'))).toMatchObject({ name: 'CardNeedsAppointment' });
    expect(await office.types('cards-FJ')).toEqual(['BlankCardsReceived']);
  });
});
