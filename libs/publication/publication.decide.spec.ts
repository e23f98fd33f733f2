import { accessRules } from '#libs/access/access.rules';
import { fuzhou, province, school, supervisor, system, xiamen } from '#libs/cases/case-story';
import type { Actor } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import type { Rule } from '#libs/event-sourcing/rule';
import { publicationDecider } from '#libs/publication/publication.decide';
import type { PublicationEvent, PublishedSubject } from '#libs/publication/publication.events';
import { publicationRules } from '#libs/publication/publication.rules';
import { dueAfterWorkingDays } from '#libs/regulation/deadline';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

const calendar = CALENDAR_FJ_2021_2026;
const subject: PublishedSubject = {
  kind: 'SPECIAL', caseId: 'c-1', agencyId: 'agency-1', agencyName: '闽江技师学院(样例)', agencyType: 'SCHOOL', area: '3501', isCentralBranch: false, dispatcher: '3501',
  items: ['C2.03'], draws: [], finalOn: '2026-03-02',
};
const due = dueAfterWorkingDays(calendar, '2026-03-02', 20);
const second: Actor = { ...fuzhou, person: 'reviewer-3501' };
const words = { findings: '收费未公示', guidance: '完善公示', cut: [{ what: 'CANDIDATE', reason: '与公开无关' }] } as const;
const shown = { findings: words.findings, guidance: words.guidance };

const opened: PublicationEvent = { type: 'PublicationDue', data: { ...subject, due } };
const proposed = (version = 1, more: object = {}) => ({ type: 'PublicationProposed', data: { version, ...words, ...more }, meta: { actor: fuzhou.person } }) as unknown as PublicationEvent;
const returned: PublicationEvent = { type: 'PublicationReturned', data: { version: 1, reason: '再核' } };
const approved = (version = 1): PublicationEvent => ({ type: 'PublicationApproved', data: { version, ...shown, visibleFrom: '2026-03-10' } });
const withdrawn: PublicationEvent = { type: 'PublicationWithdrawn', data: { reason: '信息有误' } };
const overdue: PublicationEvent = { type: 'PublicationOverdue', data: { due } };
const after = (...events: readonly PublicationEvent[]) => given(publicationDecider, events).by(fuzhou);

describe('a result that is final', () => {
  it('is to be published in twenty working days, once', () => {
    const open = (known: unknown, ...events: readonly PublicationEvent[]) => given(publicationDecider, events).by(system).knowing({ calendar, subject: known }).when('OpenPublication', { kind: 'SPECIAL', caseId: 'c-1' });
    open(subject).expectFacts([opened]);
    open(subject, opened).expectFacts([]);
    open(undefined).expectRefusal(publicationRules.ResultIsFinal);
    given(publicationDecider).by(fuzhou).knowing({ calendar, subject }).when('OpenPublication', { kind: 'SPECIAL', caseId: 'c-1' }).expectRefusal(accessRules.OnlyTheSystem);
    expect(due.date).toBe('2026-03-30');
  });

  describe('when a year is published late', () => {
    const { 2026: _unpublished, ...without2026 } = calendar;
    const provisional = dueAfterWorkingDays(without2026, '2026-02-02', 20);
    const openedEarly: PublicationEvent = { type: 'PublicationDue', data: { ...subject, due: provisional } };
    const counted = dueAfterWorkingDays(calendar, '2026-02-02', 20);
    const recompute = (now: string, ...events: readonly PublicationEvent[]) => after(openedEarly, ...events).by(system).at(now).knowing({ calendar }).when('RecomputePublicationDue');
    const moved: PublicationEvent = { type: 'PublicationDueRecomputed', data: { before: provisional, after: counted } };

    it('is due anew, once', () => {
      expect([provisional.provisional, counted.provisional, provisional.date < counted.date]).toEqual([true, false, true]);
      recompute('2026-02-10T02:00:00.000Z').expectFacts([moved]);
      recompute('2026-02-10T02:00:00.000Z', moved).expectFacts([]);
      after(openedEarly).by(system).at('2026-02-10T02:00:00.000Z').knowing({ calendar: without2026 }).when('RecomputePublicationDue').expectFacts([]);
      after(openedEarly).knowing({ calendar }).when('RecomputePublicationDue').expectRefusal(accessRules.OnlyTheSystem);
    });

    it('stays as it was once it is published or over', () => {
      recompute('2026-02-10T02:00:00.000Z', proposed(), approved()).expectFacts([]);
      recompute(provisional.dueAt).expectFacts([]);
      recompute(counted.dueAt, moved).expectFacts([]);
    });
  });

  it('is flagged when nobody published it in time, once, and never when it was approved', () => {
    const flag = (...events: readonly PublicationEvent[]) => given(publicationDecider, events).by(system).at('2026-03-30T16:00:00.000Z').when('FlagPublicationOverdue');
    flag(opened).expectFacts([overdue]);
    flag(opened, proposed()).expectFacts([overdue]);
    for (const events of [[opened, overdue], [opened, proposed(), approved()], [opened, proposed(), approved(), withdrawn]]) flag(...events).expectFacts([]);
    given(publicationDecider, [opened]).by(system).at('2026-03-30T15:59:59.999Z').when('FlagPublicationOverdue').expectFacts([]);
    given(publicationDecider, [opened]).by(fuzhou).at('2026-03-30T16:00:00.000Z').when('FlagPublicationOverdue').expectRefusal(accessRules.OnlyTheSystem);
  });

  it.each<[string, Actor, Rule]>([
    ['a supervisor', supervisor(1), publicationRules.OnlyTheDispatcherPublishes],
    ['the agency', school, publicationRules.OnlyTheDispatcherPublishes],
    ['another centre', xiamen, accessRules.CenterActsInItsOwnArea],
    ['the province, which did not lead it', province, publicationRules.OnlyTheDispatcherPublishes],
  ])('is published by its dispatcher, not by %s', (_who, by, rule) => {
    for (const [command, body] of [['ProposePublication', words], ['ApprovePublication', { visibleFrom: '2026-03-10' }], ['ReturnPublication', { reason: '再核' }], ['WithdrawPublication', { reason: '有误' }]] as const) {
      after(opened, proposed(), approved()).by(by).when(command, body).expectRefusal(rule);
    }
  });
});

describe('proposing what is published', () => {
  it('says what is left out and why, and names nobody', () => {
    after(opened).when('ProposePublication', words).expectFacts([{ type: 'PublicationProposed', data: { version: 1, ...words } }]);
    for (const change of [{ findings: '考生电话13800000000' }, { guidance: '联系13800000000' }, { cut: [{ what: 'PERSONAL', reason: '35010219900307123X' }] }]) {
      after(opened).when('ProposePublication', { ...words, ...change }).expectRefusal(publicationRules.PublicWordsNameNoPerson);
    }
  });

  it('is done one at a time, again where it came back', () => {
    after(opened, proposed()).when('ProposePublication', words).expectRefusal(publicationRules.ProposalIsDecidedFirst);
    after(opened, proposed(), returned).when('ProposePublication', words).expectFacts([{ type: 'PublicationProposed', data: { version: 2, ...words } }]);
  });

  it('corrects what was published only with a reason, beside what stood', () => {
    const correction = { ...words, reason: '更正人数' };
    for (const events of [[opened, proposed(), approved()], [opened, proposed(), approved(), withdrawn]]) {
      after(...events).when('ProposePublication', correction).expectFacts([{ type: 'PublicationProposed', data: { version: 2, ...correction } }]);
      after(...events).when('ProposePublication', words).expectRefusal(publicationRules.CorrectionSaysWhy);
    }
    after(opened).when('ProposePublication', correction).expectRefusal(publicationRules.CorrectionSaysWhy);
    after(opened, proposed(), approved()).when('ProposePublication', { ...words, reason: '电话13800000000' }).expectRefusal(publicationRules.PublicWordsNameNoPerson);
  });
});

describe('deciding on a proposal', () => {
  const approve = (visibleFrom: string, ...events: readonly PublicationEvent[]) => after(...events).by(second).at('2026-03-09T02:00:00.000Z').when('ApprovePublication', { visibleFrom });

  it('takes a second person', () => {
    approve('2026-03-10', opened, proposed()).expectFacts([approved()]);
    after(opened, proposed()).by(second).when('ReturnPublication', { reason: '再核' }).expectFacts([returned]);
    for (const [command, body] of [['ApprovePublication', { visibleFrom: '2026-03-10' }], ['ReturnPublication', { reason: '再核' }]] as const) {
      after(opened, proposed()).when(command, body).expectRefusal(publicationRules.SecondPersonDecidesPublication);
      for (const events of [[opened], [opened, proposed(), returned], [opened, proposed(), approved()]]) after(...events).by(second).when(command, body).expectRefusal(publicationRules.DecisionFollowsTheProposal);
    }
    approve('2026-03-09', opened, proposed(1), approved(1), proposed(2, { reason: '更正人数' })).expectFacts([
      { type: 'PublicationApproved', data: { version: 2, ...shown, visibleFrom: '2026-03-09', reason: '更正人数' } },
    ]);
  });

  it('is visible from today on, and in time; once it is too late, today', () => {
    for (const day of ['2026-03-09', '2026-03-30']) approve(day, opened, proposed()).expectTypes(['PublicationApproved']);
    for (const day of ['2026-03-08', '2026-03-31', '2026-02-30']) approve(day, opened, proposed()).expectRefusal(publicationRules.VisibleInTime);
    const late = (visibleFrom: string) => after(opened, proposed(), overdue).by(second).at('2026-04-09T02:00:00.000Z').when('ApprovePublication', { visibleFrom });
    late('2026-04-09').expectTypes(['PublicationApproved']);
    late('2026-04-10').expectRefusal(publicationRules.VisibleInTime);
  });

  it('withdraws only what was approved, at once', () => {
    after(opened, proposed(), approved()).when('WithdrawPublication', { reason: '信息有误' }).expectFacts([withdrawn]);
    for (const events of [[opened], [opened, proposed()], [opened, proposed(), approved(), withdrawn]]) after(...events).when('WithdrawPublication', { reason: '有误' }).expectRefusal(publicationRules.OnlyThePublishedIsWithdrawn);
    after(opened, proposed(), approved()).when('WithdrawPublication', { reason: '电话13800000000' }).expectRefusal(publicationRules.PublicWordsNameNoPerson);
  });
});
