import { opinionRules } from '#libs/cases/case-opinion.rules';
import { caseRules } from '#libs/cases/case.rules';
import type { CaseEvent } from '#libs/cases/case.events';
import { after, and, at, before, dataOf, fuzhou, KNOWN, province, school, system, through, type Told } from '#libs/cases/case-story';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import type { WorkCalendar } from '#libs/regulation/work-calendar';

/** Before the notice of the year: weekends and statutory days only, so that 6 April 2026 counts as worked. */
const { 2026: _notice, ...unpublished } = KNOWN.calendar as Record<number, WorkCalendar[number]>;
const delivered = (): readonly Told[] => {
  const events = before('DeliverPreliminaryOpinion');
  const due = dueAfterWorkingDays(unpublished as WorkCalendar, '2026-03-26', 10);
  return [...events, { type: 'PreliminaryOpinionDelivered', data: { channel: 'POST', defenceDue: due }, occurredAt: at('03-26') }];
};
const provisional = delivered();
const { defenceDue } = dataOf(provisional, 'PreliminaryOpinionDelivered');
const defence = { points: [{ statement: '已退费' }], evidence: [], isFinal: true };
const types = (facts: readonly CaseEvent[]) => facts.map(({ type }) => type);

describe('deadlines of the dispatcher and the group', () => {
  it('are flagged once they have run out, once, and not where they were met', () => {
    const formed = through('FormPreliminaryOpinion');
    const end = '2026-04-01T16:00:00.000Z';
    after(formed, system, '2026-04-01T15:59:59.999Z').when('FlagPreliminaryOverdue').expectFacts([]);
    const flagged = and(formed, system, end, 'FlagPreliminaryOverdue');
    expect(types(flagged).at(-1)).toBe('PreliminaryOverdue');
    after(flagged, system, end).when('FlagPreliminaryOverdue').expectFacts([]);
    after(through('DeliverPreliminaryOpinion'), system, end).when('FlagPreliminaryOverdue').expectFacts([]);

    const opinionEnd = '2026-04-23T16:00:00.000Z';
    after(through('AnalyseDefence'), system, opinionEnd).when('FlagOpinionOverdue').expectTypes(['OpinionOverdue']);
    after(through('IssueOpinion'), system, opinionEnd).when('FlagOpinionOverdue').expectFacts([]);
  });
});

describe('a deadline that rests on an unpublished calendar', () => {
  it('is provisional, and a day shorter than the notice later allows', () => {
    expect([defenceDue.provisional, defenceDue.date]).toEqual([true, '2026-04-09']);
  });

  it('moves when it is recomputed, and only once', () => {
    const { facts } = after(provisional, system, at('03-30')).when('RecomputeDeadlines');
    expect(dataOf(facts, 'DeadlineRecomputed')).toMatchObject({ deadline: 'defence', before: { date: '2026-04-09' }, after: { date: '2026-04-10', provisional: false } });
    after(and(provisional, fuzhou, at('03-30'), 'RecomputeDeadlines'), system, at('03-30')).when('RecomputeDeadlines').expectFacts([]);
    after(provisional, province, at('03-30')).when('RecomputeDeadlines').expectRefusal(caseRules.OnlyTheDispatcherLeadsTheCase);
  });

  it('stays while the notice is missing, and once it has ended', () => {
    const stillMissing = { ...KNOWN, calendar: unpublished };
    after(provisional, system, at('03-30'), at('03-30'), stillMissing).when('RecomputeDeadlines').expectFacts([]);
    after(provisional, system, at('04-13')).when('RecomputeDeadlines').expectFacts([]);
    after(and(provisional, school, at('04-01'), 'SubmitDefence', defence), system, at('04-02')).when('RecomputeDeadlines').expectFacts([]);
  });

  it('does not lapse on the provisional day, and the defence of the last true day is heard', () => {
    const provisionalEnd = defenceDue.dueAt;
    after(provisional, system, provisionalEnd).when('LapseDefence').expectTypes(['DeadlineRecomputed']);
    after(provisional, school, '2026-04-10T08:00:00.000Z').when('SubmitDefence', defence).expectTypes(['DeadlineRecomputed', 'DefenceSubmitted']);
    after(provisional, system, '2026-04-10T16:00:00.000Z').when('LapseDefence').expectTypes(['DeadlineRecomputed', 'DefenceLapsed']);
  });

  it('keeps the dispatcher from analysing before the last true day is over (R3.4(三))', () => {
    const pointed = and(provisional, school, at('04-01'), 'SubmitDefence', { ...defence, isFinal: false });
    const unrecomputed = [...provisional, ...pointed.filter(({ type }) => type === 'DefenceSubmitted')];
    const analyse = (now: string) => after(unrecomputed, fuzhou, now).when('AnalyseDefence', { answers: [{ pointNo: 1, conclusion: 'ACCEPTED', reason: '属实' }] });
    analyse(at('04-10')).expectRefusal(opinionRules.AnalysisFollowsTheDefence);
    analyse('2026-04-10T16:00:00.000Z').expectTypes(['DeadlineRecomputed', 'DefenceAnalysed']);
  });
});
