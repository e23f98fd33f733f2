import { accessRules } from '#libs/access/access.rules';
import { groupRules } from '#libs/cases/case-group.rules';
import { opinionRules } from '#libs/cases/case-opinion.rules';
import { after, and, at, before, dataOf, fuzhou, preliminary, supervisor, through, type Told, vote } from '#libs/cases/case-story';

const deliberating = before('FormPreliminaryOpinion');
const form = (change: object = {}, events: readonly Told[] = deliberating, by = supervisor(1)) =>
  after(events, by, at('03-25')).when('FormPreliminaryOpinion', { ...preliminary, ...change });
const [problem, conforms] = preliminary.findings;
const recusal = { supervisorId: 's-3', reason: 'COLLEAGUE', detail: '与考生有同事关系' };

/** A case whose matters have one more item. */
const widened = (item: string) => {
  const events = and(through('DefineMatters'), fuzhou, at('03-02'), 'WidenMatters', { matters: [{ item }], reason: '线索' });
  return [...events, ...deliberating.slice(through('DefineMatters').length)];
};

describe('deliberating', () => {
  it('follows the visit, once, by the group', () => {
    form({}, through('HearViews')).expectRefusal(opinionRules.DeliberationFollowsOnSite);
    form({}, through('FormPreliminaryOpinion')).expectRefusal(opinionRules.DeliberationFollowsOnSite);
    form({}, deliberating, fuzhou).expectRefusal(accessRules.OnlyAssignedSupervisors);
  });

  it('numbers what was found and demanded, and starts the five days for the delivery', () => {
    const data = dataOf(form().facts, 'PreliminaryOpinionFormed');
    expect(data.findings.map(({ no, item }) => [no, item])).toEqual([[1, 'C2.03'], [2, 'C2.05']]);
    expect(data.demands.map(({ no }) => no)).toEqual([1, 2]);
    expect([data.deliveryDue.kind, data.deliveryDue.date]).toEqual(['WD', '2026-04-01']);
  });

  it('answers each matter and nothing else', () => {
    form({ findings: [problem] }).expectRefusal(opinionRules.EveryMatterHasAFinding);
    form({ findings: [problem, conforms, { ...conforms, item: 'C1' }] }).expectRefusal(opinionRules.FindingsStayWithinTheMatters);
  });

  it('gives a problem its severity, and only a problem', () => {
    form({ findings: [{ ...problem, severity: undefined }, conforms] }).expectRefusal(opinionRules.ProblemHasItsSeverity);
    form({ findings: [problem, { ...conforms, severity: 'MINOR' }] }).expectRefusal(opinionRules.ProblemHasItsSeverity);
  });

  it('advises where it finds fault', () => {
    form({ guidance: [] }).expectRefusal(opinionRules.GuidanceAccompaniesProblems);
    const clean = { findings: [{ ...conforms, item: 'C2.03' }, conforms], demands: [], guidance: [] };
    form(clean).expectTypes(['PreliminaryOpinionFormed']);
    const research = { ...clean, findings: [...clean.findings, { ...conforms, item: 'C4' }] };
    form(research, widened('C4')).expectRefusal(opinionRules.ResearchPrecedesDeliberation);
    const researched = and(widened('C4'), supervisor(1), at('03-25'), 'SubmitResearchReport', { report: '题库陈旧', recommendations: ['建立题库复核机制'], evidence: [] });
    form(research, researched).expectRefusal(opinionRules.ResearchEndsInRecommendations);
    form({ ...research, guidance: ['建立题库复核机制'] }, researched).expectTypes(['PreliminaryOpinionFormed']);
  });

  it('demands only what answers a problem', () => {
    form({ demands: [{ findingNos: [2], text: '整改' }] }).expectRefusal(opinionRules.DemandsRestOnProblems);
    form({ demands: [{ findingNos: [3], text: '整改' }] }).expectRefusal(opinionRules.DemandsRestOnProblems);
    form({ demands: [...preliminary.demands, { findingNos: [2], text: '整改' }] }).expectRefusal(opinionRules.DemandsRestOnProblems);
  });

  it('takes one vote of each member, and the words of a dissent', () => {
    form({ votes: [vote(1), vote(2)] }).expectRefusal(opinionRules.EveryMemberVotes);
    form({ votes: [vote(1), vote(2), vote(2)] }).expectRefusal(opinionRules.EveryMemberVotes);
    form({ votes: [vote(1), vote(2), vote(9)] }).expectRefusal(opinionRules.EveryMemberVotes);
    form({ votes: [vote(1), vote(2), { ...vote(3), vote: 'AGAINST' }] }).expectRefusal(opinionRules.DissentIsRecorded);
    form({ votes: [vote(1), vote(2), { ...vote(3), vote: 'AGAINST', dissent: '证据不足' }] }).expectTypes(['PreliminaryOpinionFormed']);
  });

  it('waits for a group that is whole', () => {
    form({}, and(deliberating, fuzhou, at('03-25'), 'RecuseSupervisor', recusal)).expectRefusal(groupRules.GroupStands);
  });
});

describe('delivering the preliminary opinion', () => {
  const formed = before('DeliverPreliminaryOpinion');
  const deliver = (body: object = {}, now = at('03-26'), occurredAt = now) =>
    after(formed, supervisor(1), now, occurredAt).when('DeliverPreliminaryOpinion', { channel: 'POST', ...body });

  it('starts ten working days, over the holidays', () => {
    const { defenceDue } = dataOf(deliver().facts, 'PreliminaryOpinionDelivered');
    expect([defenceDue.days, defenceDue.date, defenceDue.dueAt]).toEqual([10, '2026-04-10', '2026-04-10T16:00:00.000Z']);
  });

  it('leaves at least five working days, and some of them still to come', () => {
    deliver({ defenceWorkingDays: 4 }).expectRefusal(opinionRules.DefencePeriodHasItsMinimum);
    expect(dataOf(deliver({ defenceWorkingDays: 5 }).facts, 'PreliminaryOpinionDelivered').defenceDue.date).toBe('2026-04-02');
    deliver({}, at('04-13'), at('03-26')).expectRefusal(opinionRules.DeliveryLeavesTimeForDefence);
  });

  it('follows the deliberation and happens once', () => {
    after(deliberating, supervisor(1), at('03-26')).when('DeliverPreliminaryOpinion', { channel: 'POST' }).expectRefusal(opinionRules.PreliminaryIsDeliveredOnce);
    after(through('DeliverPreliminaryOpinion'), supervisor(1), at('03-27')).when('DeliverPreliminaryOpinion', { channel: 'POST' })
      .expectRefusal(opinionRules.PreliminaryIsDeliveredOnce);
  });
});
