import { acceptance, and, at, before, disclosed, fuzhou, member, opinion, preliminary, report, school, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { foldedLedger, question, streamOf, table } from '#libs/oversight/ledger-story';

const ledgerOf = (...cases: readonly (readonly Told[])[]) => foldedLedger(cases.flatMap((facts, index) => streamOf(`case-${index}`, '3501', facts, 1000 * index)));
const onDay = (day: string) => ({ occurredUpTo: `2026-${day}` });

describe('cases by state', () => {
  const documents = ledgerOf(through('CloseCase'));
  it.each([
    ['03-01', {}],
    ['03-02', { GROUP_FORMED: 1 }],
    ['03-03', { NOTIFIED: 1 }],
    ['03-10', { SELF_REPORT_CLOSED: 1 }],
    ['03-23', { ON_SITE: 1 }],
    ['03-24', { DELIBERATING: 1 }],
    ['03-26', { PRELIMINARY_DELIVERED: 1 }],
    ['04-01', { DEFENCE_CLOSED: 1 }],
    ['04-03', { RECTIFYING: 1 }],
    ['04-20', { REPORT_SUBMITTED: 1 }],
    ['04-22', { VERIFIED: 1 }],
    ['04-23', { CLOSED: 1 }],
  ])('on %s: %j', (day, expected) => {
    expect(table(documents, question('CaseStates', {}, onDay(day)), 'state')).toEqual(expected);
  });

  it('adds up over several cases to those that were opened', () => {
    const cancelled = and(through('DefineMatters'), fuzhou, at('03-03'), 'CancelSupervision', { reason: '停业' });
    const three = ledgerOf(through('CloseCase'), through('HearViews'), cancelled);
    expect(table(three, question('CaseStates'), 'state', 'agencyType')).toEqual({ 'CLOSED SCHOOL': 1, 'ON_SITE SCHOOL': 1, 'CANCELLED SCHOOL': 1 });
    expect(table(three, question('CasesOpened'), 'area')).toEqual({ 3501: 3 });
    expect(table(three, question('CasesClosed'), 'outcome')).toEqual({ RECTIFIED: 1 });
    expect(table(three, question('CasesCancelled'), 'agencyType')).toEqual({ SCHOOL: 1 });
  });
});

describe('intake and group', () => {
  it('counts matters by item, those that were added too, and notices', () => {
    const widened = and(through('ServeSupervisionNotice'), fuzhou, at('03-04'), 'WidenMatters', { matters: [{ item: 'C1' }], reason: '线索' });
    expect(table(ledgerOf(widened), question('CaseMatters'), 'item')).toEqual({ 'C1': 1, 'C2.03': 1, 'C2.05': 1 });
    expect(table(ledgerOf(widened), question('CaseMatters', {}, onDay('03-03')), 'item')).toEqual({ 'C2.03': 1, 'C2.05': 1 });
    expect(table(ledgerOf(widened), question('NoticesServed'), 'agencyType')).toEqual({ SCHOOL: 1 });
  });

  it('moves a decline from pending to its judgement, and counts silence like a decline', () => {
    const declined = and(through('SeatDrawnSupervisors'), supervisor(1), at('03-03'), 'DeclineAssignment', { reason: '住院' });
    const reminded = and(declined, fuzhou, at('03-04'), 'RemindAssignment', { supervisorId: 's-2' });
    const silent = and(reminded, fuzhou, at('03-06'), 'RecordNoAnswer', { supervisorId: 's-2' });
    const judged = and(silent, fuzhou, at('03-09'), 'JudgeDecline', { supervisorId: 's-1', judgement: 'JUSTIFIED', reasons: '有证明' });
    const documents = ledgerOf(judged);
    expect(table(documents, question('Declines', {}, onDay('03-05')), 'judgement')).toEqual({ PENDING: 1 });
    expect(table(documents, question('Declines', {}, onDay('03-08')), 'judgement')).toEqual({ PENDING: 2 });
    expect(table(documents, question('Declines'), 'judgement')).toEqual({ PENDING: 1, JUSTIFIED: 1 });
  });

  it('counts recusals by reason and by who raised them', () => {
    const accepted = and(through('SeatDrawnSupervisors'), supervisor(1), at('03-03'), 'AcceptAssignment', acceptance);
    const recused = and(accepted, fuzhou, at('03-04'), 'RecuseSupervisor', { supervisorId: 's-1', reason: 'COLLEAGUE', detail: '同事' });
    const substituted = and(recused, system, at('03-04'), 'SeatSubstitute', { drawId: 'd-1', leaving: 's-1', substitute: member(4) });
    expect(table(ledgerOf(substituted), question('Recusals'), 'recusalReason', 'raisedBy')).toEqual({ 'COLLEAGUE DISPATCHER': 1 });
  });
});

describe('opinion', () => {
  it('counts a defence once a case, however often one is submitted, and its points by what became of them', () => {
    const first = and(before('SubmitDefence'), school, at('03-30'), 'SubmitDefence', { points: [{ statement: '已退费' }], evidence: [], isFinal: false });
    const second = and(first, school, at('04-01'), 'SubmitDefence', { points: [{ statement: '已公示' }], evidence: [], isFinal: true });
    const answers = [{ pointNo: 1, conclusion: 'ACCEPTED', reason: '属实' }, { pointNo: 2, conclusion: 'NOT_ACCEPTED', reason: '无据' }];
    const waived = and(before('SubmitDefence'), school, at('03-30'), 'WaiveDefence', { statement: '无异议' });
    const documents = ledgerOf(and(second, fuzhou, at('04-02'), 'AnalyseDefence', { answers }), waived);
    expect(table(documents, question('Defences'), 'defence')).toEqual({ SUBMITTED: 1, WAIVED: 1 });
    expect(table(documents, question('DefencePoints'), 'conclusion')).toEqual({ ACCEPTED: 1, NOT_ACCEPTED: 1 });
  });

  it('has a lapsed defence from the day after the last one', () => {
    const lapsed = and(before('SubmitDefence'), system, '2026-04-12T00:00:00.000Z', 'LapseDefence', {}, '2026-04-10T16:00:00.000Z');
    expect(table(ledgerOf(lapsed), question('Defences', {}, onDay('04-10')), 'defence')).toEqual({});
    expect(table(ledgerOf(lapsed), question('Defences', {}, onDay('04-11')), 'defence')).toEqual({ LAPSED: 1 });
  });

  it('counts opinions, their findings by item and result, and their demands', () => {
    const documents = ledgerOf(through('IssueOpinion'));
    expect(table(documents, question('OpinionsIssued'), 'area')).toEqual({ 3501: 1 });
    expect(table(documents, question('Findings'), 'item', 'result')).toEqual({ 'C2.03 PROBLEM': 1, 'C2.05 CONFORMS': 1 });
    expect(table(documents, question('Demands'), 'agencyType')).toEqual({ SCHOOL: opinion.demands.length });
    expect(table(ledgerOf(before('IssueOpinion')), question('Findings'), 'item')).toEqual({});
  });
});

describe('rectification', () => {
  it('counts reports, returns, the verification and the days it took', () => {
    const returned = and(through('SubmitRectificationReport'), fuzhou, at('04-21'), 'ReturnRectification', { returned: [{ demandNo: 1, reason: '无照片' }], dueOn: '2026-05-08' });
    const again = and(returned, school, at('05-06'), 'SubmitRectificationReport', report);
    const documents = ledgerOf(and(again, fuzhou, at('05-07'), 'VerifyRectification', { conclusion: '到位' }));
    expect(table(documents, question('RectificationReports'), 'timeliness')).toEqual({ ON_TIME: 2 });
    expect(table(documents, question('RectificationsReturned'), 'area')).toEqual({ 3501: 1 });
    expect(table(documents, question('RectificationsVerified'), 'area')).toEqual({ 3501: 1 });
    expect(table(documents, question('RectificationDays'), 'area')).toEqual({ 3501: 34 });
    expect(table(documents, question('RectificationTimeliness'), 'timeliness')).toEqual({ ON_TIME: 1 });
  });

  it('takes a case for late once the period is over, whatever comes later, and flags it', () => {
    const overdue = and(before('SubmitRectificationReport'), system, '2026-05-07T02:00:00.000Z', 'FlagRectificationOverdue', {}, '2026-05-06T16:00:00.000Z');
    const documents = ledgerOf(and(overdue, school, at('05-20'), 'SubmitRectificationReport', report));
    expect(table(documents, question('RectificationTimeliness'), 'timeliness')).toEqual({ LATE: 1 });
    expect(table(documents, question('RectificationReports'), 'timeliness')).toEqual({ LATE: 1 });
    expect(table(documents, question('LateFlags', {}, onDay('05-07')), 'deadline')).toEqual({ rectification: 1 });
  });

  it('judges a case by its first report, however late the next one is', () => {
    const returned = and(through('SubmitRectificationReport'), fuzhou, at('04-21'), 'ReturnRectification', { returned: [{ demandNo: 1, reason: '无照片' }], dueOn: '2026-05-08' });
    const documents = ledgerOf(and(returned, school, at('05-20'), 'SubmitRectificationReport', report));
    expect(table(documents, question('RectificationReports'), 'timeliness')).toEqual({ ON_TIME: 1, LATE: 1 });
    expect(table(documents, question('RectificationTimeliness'), 'timeliness')).toEqual({ ON_TIME: 1 });
  });

  it('counts a refusal', () => {
    const refused = and(through('DeliverOpinion'), fuzhou, at('04-10'), 'RecordRectificationRefusal', { ground: 'EXPRESS_REFUSAL', reasons: '书面表示拒绝整改' });
    expect(table(ledgerOf(refused), question('RectificationsRefused'), 'area')).toEqual({ 3501: 1 });
  });
});

describe('duties of a case', () => {
  const by = (documents: ReturnType<typeof ledgerOf>, day: string) => table(documents, question('DutyTimeliness', {}, onDay(day)), 'deadline', 'timeliness', 'center');

  it('are met in time, each once a case', () => {
    expect(by(ledgerOf(through('CloseCase')), '12-31')).toEqual({ 'selfReport ON_TIME 3501': 1, 'preliminary ON_TIME 3501': 1, 'opinion ON_TIME 3501': 1, 'verification ON_TIME 3501': 1 });
  });

  it('are late from the day after the last one, and stay so', () => {
    const documents = ledgerOf(through('EndOnSite'));
    expect([by(documents, '04-23'), by(documents, '04-24')]).toEqual([{ 'selfReport ON_TIME 3501': 1 }, { 'selfReport ON_TIME 3501': 1, 'opinion LATE 3501': 1 }]);
  });

  it('are met in time on the last day itself', () => {
    const facts = through('IssueOpinion').map((fact) => (fact.type === 'OpinionIssued' ? { ...fact, occurredAt: at('04-23') } : fact));
    expect(by(ledgerOf(facts), '12-31')).toMatchObject({ 'opinion ON_TIME 3501': 1 });
  });

  it('are none of a case that was cancelled before', () => {
    const cancelled = and(through('ServeSupervisionNotice'), fuzhou, at('03-04'), 'CancelSupervision', { reason: '停业' });
    expect(by(ledgerOf(cancelled), '12-31')).toEqual({});
  });
});

describe('how a case was opened and rectified', () => {
  it('says how its agency was chosen, and by which centre', () => {
    expect(table(ledgerOf(through('CloseCase')), question('CasesOpened'), 'targetSelection', 'joint', 'center')).toEqual({ 'PLANNED SOLE 3501': 1 });
    expect(table(ledgerOf(disclosed()), question('CovertInspections'), 'center')).toEqual({ 3501: 1 });
  });

  it('sets what was verified against what was due, by how long it took', () => {
    const documents = ledgerOf(through('CloseCase'), through('DeliverOpinion'));
    expect(table(documents, question('RectificationsDue'), 'agencyType')).toEqual({ SCHOOL: 2 });
    expect(table(documents, question('RectificationsVerified'), 'dayBand')).toEqual({ 30: 1 });
    const verifiedOn = (day: string) => through('VerifyRectification').map((fact) => (fact.type === 'RectificationVerified' ? { ...fact, occurredAt: at(day) } : fact));
    expect(table(ledgerOf(verifiedOn('05-03'), verifiedOn('05-04'), verifiedOn('08-01')), question('RectificationsVerified'), 'dayBand')).toEqual({ 30: 1, 60: 1, MORE: 1 });
  });

  it('says where a group was smaller than it should be', () => {
    const two = through('FormGroup').map((fact) => (fact.type === 'GroupFormed' ? { ...fact, data: { ...fact.data, exception: { reason: '人手不足', approvedBy: 'p-9' } } } : fact));
    expect(table(ledgerOf(two, two, through('FormGroup')), question('GroupExceptions'), 'center')).toEqual({ 3501: 2 });
  });
});

describe('overdue duties', () => {
  const documents = ledgerOf(through('EndOnSite'));

  it('begin on the day after the last one, though nobody has written anything down', () => {
    expect(table(documents, question('OverdueDuties', {}, onDay('04-23')), 'deadline')).toEqual({});
    expect(table(documents, question('OverdueDuties', {}, onDay('04-24')), 'deadline')).toEqual({ opinion: 1 });
  });

  it('are none on the last day itself, whatever else happens on it', () => {
    const formed = ledgerOf(and(through('EndOnSite'), supervisor(1), at('04-23'), 'FormPreliminaryOpinion', preliminary));
    expect(table(formed, question('OverdueDuties', {}, onDay('04-23')), 'deadline')).toEqual({});
    expect(table(formed, question('OverdueDuties', {}, onDay('04-24')), 'deadline')).toEqual({ opinion: 1 });
  });

  it('are none where the duty was met in time', () => {
    expect(table(ledgerOf(through('CloseCase')), question('OverdueDuties', {}, { occurredUpTo: '2027-12-31' }), 'deadline')).toEqual({});
  });
});
