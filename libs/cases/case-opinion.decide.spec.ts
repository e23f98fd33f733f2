import { accessRules } from '#libs/access/access.rules';
import { caseRules } from '#libs/cases/case.rules';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import {
  after, and, at, before, CASE_ID, dataOf, fuzhou, KNOWN, opinion, otherSchool, province, school, supervisor, system, through, type Told,
} from '#libs/cases/case-story';
import { caseDecider } from '#libs/cases/case.decide';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';
import { given } from '#libs/event-sourcing/given';

const delivered = through('DeliverPreliminaryOpinion');
const DUE = '2026-04-10T16:00:00.000Z';
const LAST_MOMENT = '2026-04-10T15:59:59.999Z';
const defence = (isFinal: boolean, findingNo = 1) => ({ points: [{ findingNo, statement: '其中1名已退费' }], evidence: [], isFinal });
const once = and(delivered, school, at('04-01'), 'SubmitDefence', defence(false));
const lapsed = and(delivered, system, DUE, 'LapseDefence');
const answer = (pointNo: number) => ({ pointNo, conclusion: 'NOT_ACCEPTED', reason: '无票据' });

describe('the defence', () => {
  it('comes from the agency, to the last moment of its period, and numbers its points on', () => {
    after(before('DeliverPreliminaryOpinion'), school, at('03-26')).when('SubmitDefence', defence(true)).expectRefusal(opinionRules.DefenceFallsIntoItsPeriod);
    after(delivered, otherSchool, at('04-01')).when('SubmitDefence', defence(true)).expectRefusal(accessRules.AgencySpeaksForItself);
    after(once, school, LAST_MOMENT).when('SubmitDefence', defence(true))
      .expectFacts([{ type: 'DefenceSubmitted', data: { ...defence(true), points: [{ no: 2, findingNo: 1, statement: '其中1名已退费' }] } }]);
    const two = { ...defence(true), points: [{ statement: '已退费' }, { statement: '已公示' }] };
    after(once, school, LAST_MOMENT).when('SubmitDefence', two).expectFacts([{ type: 'DefenceSubmitted', data: { ...two, points: [{ no: 2, statement: '已退费' }, { no: 3, statement: '已公示' }] } }]);
    after(once, school, DUE).when('SubmitDefence', defence(true)).expectRefusal(opinionRules.DefenceFallsIntoItsPeriod);
    after(through('SubmitDefence'), school, at('04-02')).when('SubmitDefence', defence(true)).expectRefusal(opinionRules.DefenceFallsIntoItsPeriod);
  });

  it('points at findings that exist', () => {
    after(delivered, school, at('04-01')).when('SubmitDefence', defence(true, 3)).expectRefusal(opinionRules.DefencePointsAtFindings);
    const both = { ...defence(true), points: [...defence(true, 1).points, ...defence(true, 3).points] };
    after(delivered, school, at('04-01')).when('SubmitDefence', both).expectRefusal(opinionRules.DefencePointsAtFindings);
  });

  it('can be waived before anything was said', () => {
    after(delivered, school, at('04-01')).when('WaiveDefence', { statement: '无异议' }).expectTypes(['DefenceWaived']);
    after(once, school, at('04-01')).when('WaiveDefence', { statement: '无异议' }).expectRefusal(opinionRules.WaiverPrecedesAnyDefence);
  });

  it('lapses in silence at the end of its period, not before, and not where something was said', () => {
    after(delivered, system, LAST_MOMENT).when('LapseDefence').expectFacts([]);
    after(delivered, school, DUE).when('LapseDefence').expectRefusal(accessRules.OnlyTheSystem);
    expect(lapsed.at(-1)?.type).toBe('DefenceLapsed');
    after(lapsed, system, DUE).when('LapseDefence').expectFacts([]);
    after(once, system, DUE).when('LapseDefence').expectTypes(['DefencePeriodEnded']);
  });

  it('is analysed once, after its end, point by point', () => {
    const analyse = (events: readonly Told[], now: string, answers = [answer(1)]) => after(events, fuzhou, now).when('AnalyseDefence', { answers });
    analyse(once, at('04-02')).expectRefusal(opinionRules.AnalysisFollowsTheDefence);
    analyse(once, DUE).expectTypes(['DefenceAnalysed']);
    analyse(lapsed, DUE, []).expectRefusal(opinionRules.AnalysisFollowsTheDefence);
    analyse(through('SubmitDefence'), at('04-02'), []).expectRefusal(opinionRules.EveryPointIsAnswered);
    analyse(through('SubmitDefence'), at('04-02'), [answer(1), answer(1)]).expectRefusal(opinionRules.EveryPointIsAnswered);
    analyse(through('AnalyseDefence'), at('04-02')).expectRefusal(opinionRules.AnalysisFollowsTheDefence);
  });
});

describe('issuing the opinion', () => {
  const analysed = through('AnalyseDefence');
  const issue = (change: object = {}, events: readonly Told[] = analysed, by = fuzhou) => after(events, by, at('04-13')).when('IssueOpinion', { ...opinion, ...change });
  const [problem, conforms] = opinion.findings;

  it('waits for the defence and its analysis, is the dispatcher’s alone, and happens once', () => {
    issue({}, delivered).expectRefusal(opinionRules.OpinionFollowsTheDefence);
    issue({}, through('SubmitDefence')).expectRefusal(opinionRules.OpinionFollowsTheDefence);
    issue({}, lapsed).expectTypes(['OpinionIssued']);
    issue({}, analysed, supervisor(1)).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    issue({}, analysed, province).expectRefusal(caseRules.OnlyTheDispatcherLeadsTheCase);
    issue({}, through('IssueOpinion')).expectRefusal(opinionRules.OpinionFollowsTheDefence);
  });

  it('bears a number, the bases, the answers to the defence, and the items of the preliminary opinion', () => {
    const data = dataOf(issue().facts, 'OpinionIssued');
    expect(data).toMatchObject({ documentNumber: '榕技督意〔2026〕7号', bases: LEGAL_BASES, defence: 'SUBMITTED', recusedLate: [], answers: [{ pointNo: 1 }] });
    expect(data.findings.map(({ item }) => item)).toEqual(['C2.03', 'C2.05']);
    expect(data.demands).toEqual([{ no: 1, findingNos: [1], text: '退还多收费用并公示收费标准', dueOn: '2026-04-30' }]);
    issue({ bases: [] }).expectRefusal(opinionRules.OpinionNamesItsBases);
  });

  it('asks for a number only where none is held from an attempt before', () => {
    const rule = caseDecider.commands.IssueOpinion;
    const state = given(caseDecider, analysed).state();
    const context = { target: CASE_ID, now: at('04-03'), occurredAt: at('04-03'), actor: fuzhou, known: KNOWN, prepared: [] };
    const holder = `case-${CASE_ID}`;
    expect(rule?.prepare?.(opinion, state, context)).toEqual({ name: 'TakeNumber', target: 'OPINION-3501', body: { holder } });
    const taken = { last: { 2026: 5 }, byHolder: { [holder]: { year: 2026, serial: 5, holder } } };
    expect(rule?.prepare?.(opinion, state, { ...context, known: { taken } })).toBeUndefined();
    const [issued] = rule?.decide(opinion, state, { ...context, known: { taken } }) ?? [];
    expect(issued?.data).toMatchObject({ documentNumber: '榕技督意〔2026〕5号' });
  });

  it('never worsens the result', () => {
    const worse = opinionRules.DefenceNeverWorsensTheResult;
    issue({ findings: [{ ...problem, severity: 'SERIOUS' }, conforms] }).expectRefusal(worse);
    issue({ findings: [problem, { ...conforms, result: 'PROBLEM', severity: 'MINOR' }] }).expectRefusal(worse);
    issue({ findings: [problem, conforms, { ...problem, no: 3 }] }).expectRefusal(worse);
    issue({ findings: [problem, problem] }).expectRefusal(worse);
    issue({ demands: [{ ...opinion.demands[0], no: 3 }] }).expectRefusal(worse);
    issue({ demands: [opinion.demands[0], opinion.demands[0]] }).expectRefusal(worse);
    issue({ findings: [{ ...problem, severity: 'MINOR' }] }).expectTypes(['OpinionIssued']);
  });

  it('drops the demands of a problem that fell, dates the others, and advises', () => {
    const fallen = [{ ...problem, result: 'CONFORMS', severity: undefined }, conforms];
    issue({ findings: fallen }).expectRefusal(opinionRules.DemandsRestOnProblems);
    issue({ findings: fallen, demands: [] }).expectTypes(['OpinionIssued']);
    for (const dueOn of ['2026-04-13', '2026-04-31']) issue({ demands: [{ ...opinion.demands[0], dueOn }] }).expectRefusal(opinionRules.DemandsAreDated);
    issue({ guidance: [] }).expectRefusal(opinionRules.GuidanceAccompaniesProblems);
    issue({ findings: [{ ...problem, severity: undefined }] }).expectRefusal(opinionRules.ProblemHasItsSeverity);
  });

  it('prints who was recused after the deliberation, and the exception of two', () => {
    const recusal = { supervisorId: 's-3', reason: 'COLLEAGUE', detail: '与考生有同事关系' };
    expect(dataOf(issue({}, and(analysed, fuzhou, at('04-02'), 'RecuseSupervisor', recusal)).facts, 'OpinionIssued').recusedLate).toEqual(['s-3']);
    const exception = { reason: '其余人员均须回避', approvedBy: 'chief-3501' };
    const ofTwo = analysed.map((event) => (event.type === 'GroupFormed' ? { ...event, data: { ...event.data, exception } } : event));
    expect(dataOf(issue({}, ofTwo).facts, 'OpinionIssued').exception).toEqual(exception);
  });
});

describe('delivering the opinion', () => {
  const issued = through('IssueOpinion');
  const deliver = (events: readonly Told[], now: string) => after(events, fuzhou, now).when('DeliverOpinion', { channel: 'PLATFORM' });

  it('happens once and starts the rectification to the latest date of the demands', () => {
    expect(dataOf(deliver(issued, at('04-03')).facts, 'OpinionDelivered').rectificationDue?.date).toBe('2026-04-30');
    deliver(through('DeliverOpinion'), at('04-03')).expectRefusal(opinionRules.OpinionIsDeliveredOnce);
    deliver(through('AnalyseDefence'), at('04-03')).expectRefusal(opinionRules.OpinionIsDeliveredOnce);
  });

  it('gives thirty days where it came after the date of the demands', () => {
    expect(dataOf(deliver(issued, at('04-30')).facts, 'OpinionDelivered').rectificationDue).toMatchObject({ days: 30, date: '2026-06-01' });
  });
});
