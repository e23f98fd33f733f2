import { at, fuzhou, member, supervisor, system } from '#libs/cases/case-story';
import { andDaily, type DailyTold, form, throughDaily } from '#libs/cases/daily-story';
import type { Deadline } from '#libs/regulation/deadline';
import { contributions, foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';

const ledgerOf = (...dailies: readonly (readonly DailyTold[])[]) => foldedLedger(dailies.flatMap((facts, index) => streamOf(`daily-${index}`, '3501', facts, 1000 * index)));
const onDay = (day: string) => ({ occurredUpTo: `2026-${day}` });
const whole = throughDaily('ConfirmImprovement');

describe('daily supervisions by state', () => {
  const documents = ledgerOf(whole);
  it.each([
    ['03-01', {}],
    ['03-02', { PLANNED: 1 }],
    ['03-03', { DISPATCHED: 1 }],
    ['03-04', { ACCEPTED: 1 }],
    ['03-10', { IN_PROGRESS: 1 }],
    ['03-11', { ENDED: 1 }],
    ['03-13', { RECORD_SUBMITTED: 1 }],
    ['03-17', { REVIEWED: 1 }],
    ['03-18', { MEASURES_OPEN: 1 }],
  ])('on %s: %j', (day, expected) => {
    expect(table(documents, question('DailyStates', {}, onDay(day)), 'dailyState')).toEqual(expected);
  });

  it('count once when planned, by how and by which centre, and by each of their matters', () => {
    const cancelled = andDaily(throughDaily('PlanDailySupervision'), fuzhou, at('03-03'), 'CancelDailySupervision', { reason: '场次取消' });
    const two = ledgerOf(whole, cancelled);
    expect(table(two, question('DailiesPlanned'), 'targetSelection', 'inspection', 'joint', 'center')).toEqual({ 'PLANNED OVERT SOLE 3501': 2 });
    expect(table(two, question('DailyMatters'), 'item')).toEqual({ 'C2.03': 2, 'C2.05': 2 });
    expect(table(two, question('DailyStates', {}, onDay('03-04')), 'dailyState', 'agencyType')).toEqual({ 'ACCEPTED SCHOOL': 1, 'CANCELLED SCHOOL': 1 });
  });

  it('open each number to its event', () => {
    const [only, ...others] = contributions(documents, question('DailyStates', { dailyState: 'ENDED' }, onDay('03-12')));
    expect([only?.occurredOn, whole[only?.event.revision ?? 0]?.type, others]).toEqual(['2026-03-11', 'DailySupervisionEnded', []]);
  });
});

describe('supervisors of daily supervisions', () => {
  it('decline, and are judged', () => {
    const declined = andDaily(throughDaily('DispatchSupervisor'), supervisor(1), at('03-04'), 'DeclineDailyAssignment', { reason: '住院' });
    const judged = andDaily(declined, fuzhou, at('03-06'), 'JudgeDailyDecline', { supervisorId: 's-1', judgement: 'UNJUSTIFIED', reasons: '无证明' });
    expect(table(ledgerOf(judged), question('DailyDeclines', {}, onDay('03-05')), 'judgement')).toEqual({ PENDING: 1 });
    expect(table(ledgerOf(judged), question('DailyDeclines'), 'judgement', 'center')).toEqual({ 'UNJUSTIFIED 3501': 1 });
    expect(table(ledgerOf(judged), question('Declines'), 'judgement')).toEqual({});
  });

  it('are recused', () => {
    const recused = andDaily(throughDaily('AcceptDailyAssignment'), fuzhou, at('03-05'), 'RecuseDailySupervisor', { supervisorId: 's-1', reason: 'COLLEAGUE', detail: '同事' });
    const seated = andDaily(recused, system, at('03-05'), 'SeatDailySubstitute', { drawId: 'd-1', leaving: 's-1', substitute: member(2) });
    expect(table(ledgerOf(seated), question('DailyRecusals'), 'recusalReason', 'raisedBy')).toEqual({ 'COLLEAGUE DISPATCHER': 1 });
    expect(table(ledgerOf(seated), question('DailyStates'), 'dailyState')).toEqual({ DRAWN: 1 });
  });

  it('do not come', () => {
    const missed = andDaily(throughDaily('AcknowledgeSessionBriefing'), system, at('03-11', 20), 'EndDailyAsPlanned');
    expect(table(ledgerOf(missed), question('SupervisorsAbsent'), 'area')).toEqual({ 3501: 1 });
    expect(table(ledgerOf(missed), question('DailiesMissed'), 'center')).toEqual({ 3501: 1 });
  });
});

describe('record forms', () => {
  const ended = throughDaily('EndDailySupervision');
  const late = andDaily(ended, supervisor(1), at('03-20'), 'SubmitRecord', { form: { ...form, methods: ['ONSITE'] }, signed: true });

  it('are in time on the fifth working day, overdue from the next on, and late once they come', () => {
    const documents = ledgerOf(whole, late);
    const [timely, overdue] = ['RecordTimeliness', 'RecordsOverdue'].map((name) => (day: string) => table(documents, question(name, {}, onDay(day)), ...(name === 'RecordTimeliness' ? ['timeliness' as const] : ['center' as const])));
    expect([timely?.('03-12'), timely?.('03-18'), timely?.('03-19'), timely?.('03-31')]).toEqual([{}, { ON_TIME: 1 }, { ON_TIME: 1, LATE: 1 }, { ON_TIME: 1, LATE: 1 }]);
    expect([overdue?.('03-18'), overdue?.('03-19'), overdue?.('03-20')]).toEqual([{}, { 3501: 1 }, {}]);
  });

  it('are overdue from the day after the last one as it was counted anew', () => {
    const due = (date: string) => ({ date }) as Deadline;
    const moved: DailyTold = { type: 'RecordDueRecomputed', data: { before: due('2026-03-18'), after: due('2026-03-19') }, occurredAt: at('03-19') };
    const overdue = (day: string) => table(ledgerOf([...ended, moved]), question('RecordsOverdue', {}, onDay(day)), 'area');
    expect([overdue('03-19'), overdue('03-20')]).toEqual([{}, { 3501: 1 }]);
  });

  it('say what was found by item, how, and whether by technical means; a correction replaces what it corrects', () => {
    const [first, ...rest] = form.items;
    const corrected = andDaily(late, supervisor(1), at('03-23'), 'CorrectRecord', { form: { ...form, items: [{ ...first, result: 'NOT_CHECKED' }, ...rest] }, signed: true, reason: '更正' });
    const documents = ledgerOf(corrected);
    expect(table(documents, question('DailyFindings', {}, onDay('03-22')), 'item', 'recordResult')).toEqual({ 'C2.03 PROBLEM': 1, 'C2.05 CONFORMS': 1 });
    expect(table(documents, question('DailyFindings'), 'item', 'recordResult')).toEqual({ 'C2.03 PROBLEM': 1, 'C2.05 NOT_CHECKED': 1 });
    expect(table(documents, question('DailyMethods', {}, onDay('03-22')), 'method')).toEqual({ ONSITE: 1 });
    expect(table(documents, question('DailyMethods'), 'method')).toEqual({ ONSITE: 1, DATA_COMPARISON: 1 });
    expect(table(documents, question('TechnicalSupervision', {}, onDay('03-22')), 'technical')).toEqual({ OTHER: 1 });
    expect(table(documents, question('TechnicalSupervision'), 'technical')).toEqual({ TECHNICAL: 1 });
  });
});

describe('measures', () => {
  it('count each, with the days that the review took', () => {
    const none = andDaily(throughDaily('ReviewRecord'), fuzhou, at('03-18'), 'DecideNoMeasure', { reasons: '情节轻微' });
    const documents = ledgerOf(whole, none);
    expect(table(documents, question('DailyMeasures'), 'measure')).toEqual({ ADMONITORY_TALK: 1, REMINDER_LETTER: 1, NONE: 1 });
    expect(table(documents, question('RecordsReviewed'), 'center')).toEqual({ 3501: 2 });
    expect(table(documents, question('ReviewDays'), 'center')).toEqual({ 3501: 8 });
  });

  it('are followed until the improvement is confirmed', () => {
    const documents = ledgerOf(whole);
    const by = (day: string) => table(documents, question('Improvements', {}, onDay(day)), 'measure', 'improvement');
    expect(by('03-18')).toEqual({ 'ADMONITORY_TALK OPEN': 1, 'REMINDER_LETTER OPEN': 1 });
    expect(by('03-25')).toEqual({ 'ADMONITORY_TALK OPEN': 1, 'REMINDER_LETTER REPORTED': 1 });
    expect(by('03-26')).toEqual({ 'ADMONITORY_TALK OPEN': 1, 'REMINDER_LETTER CONFIRMED': 1 });
    const refused = andDaily(throughDaily('IssueReminderLetter'), fuzhou, at('03-25'), 'RecordImprovementRefusal', { measure: 'REMINDER_LETTER', ground: 'EXPRESS_REFUSAL', reasons: '书面拒绝' });
    expect(table(ledgerOf(refused), question('Improvements'), 'measure', 'improvement')).toEqual({ 'ADMONITORY_TALK OPEN': 1, 'REMINDER_LETTER REFUSED': 1 });
  });
});
