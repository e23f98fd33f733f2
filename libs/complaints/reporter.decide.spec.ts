import { accessRules } from '#libs/access/access.rules';
import { fuzhou, province, school, supervisor, xiamen } from '#libs/cases/case-story';
import type { Complaint } from '#libs/complaints/complaint.evolve';
import { complaintRules } from '#libs/complaints/complaint.rules';
import { ACCESS_MS, reporterDecider } from '#libs/complaints/reporter.decide';
import type { ReporterEvent } from '#libs/complaints/reporter.events';
import { reporterRules } from '#libs/complaints/reporter.rules';
import { later } from '#libs/event-sourcing/clock';
import type { Actor, EventMeta } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';
import type { Rule } from '#libs/event-sourcing/rule';

const NOW = '2026-03-02T02:00:00.000Z';
const UNTIL = later(NOW, ACCESS_MS);
const complaint: Complaint = {
  stage: 'ACCEPTED', agencyId: 'agency-1', isAnonymous: false, accused: ['clerk-accused'], holder: '3501', investigations: {}, notified: false, answered: false, extended: false,
  receiptOverdue: false, closingOverdue: false,
};
const second: Actor = { ...fuzhou, person: 'reviewer-3501' };
const by = <E extends ReporterEvent>(actor: Actor, event: E): E & { readonly meta: Partial<EventMeta> } => ({ ...event, meta: { actor: actor.person } });

const seal = { subject: 'v-1', fields: ['name', 'phone'], commitment: 'a'.repeat(64) } as const;
const asked = { accessPurpose: 'CONTACT', reason: '告知受理情况' } as const;
const sealed: ReporterEvent = { type: 'ReporterSealed', data: seal };
const requested = by(fuzhou, { type: 'ReporterAccessRequested', data: asked });
const approved: ReporterEvent = { type: 'ReporterAccessApproved', data: { reader: fuzhou.person, until: UNTIL } };
const denied: ReporterEvent = { type: 'ReporterAccessDenied', data: { reason: '可由本中心代为联系' } };
const opened: ReporterEvent = { type: 'ReporterIdentityOpened', data: { ...seal, ...asked } };
const proposed = by(fuzhou, { type: 'ReporterErasureProposed', data: { reason: '举报已办结' } });
const erased: ReporterEvent = { type: 'ReporterErased', data: { subjects: ['v-1'], reason: '举报已办结' } };

const after = (...events: readonly ReporterEvent[]) => given(reporterDecider, events as never).by(fuzhou).knowing({ complaint });
const closed = (...events: readonly ReporterEvent[]) => after(...events).knowing({ complaint: { ...complaint, stage: 'CLOSED' } });

describe('sealing who complained', () => {
  it('writes down what is known, never what it says, and may be done again', () => {
    after().when('SealReporter', seal).expectFacts([sealed]);
    after(sealed).when('SealReporter', { ...seal, subject: 'v-2' }).expectFacts([{ type: 'ReporterSealed', data: { ...seal, subject: 'v-2' } }]);
  });

  it('is of a complaint that was received with a name', () => {
    after().knowing({ complaint: undefined }).when('SealReporter', seal).expectRefusal(reporterRules.ReporterBelongsToAComplaint);
    after().knowing({ complaint: { ...complaint, isAnonymous: true } }).when('SealReporter', seal).expectRefusal(reporterRules.AnonymousReporterIsNotSealed);
    after(sealed, erased).when('SealReporter', seal).expectRefusal(reporterRules.ErasedReporterStaysErased);
  });

  it.each<[string, Actor, Rule]>([
    ['the agency', school, accessRules.OnlyDispatchingBodiesDispatch],
    ['a supervisor', supervisor(1), accessRules.OnlyDispatchingBodiesDispatch],
    ['another centre', xiamen, accessRules.CenterActsInItsOwnArea],
    ['the province, which does not handle it', province, complaintRules.OnlyTheHolderHandlesTheComplaint],
    ['somebody complained of', { ...fuzhou, person: 'clerk-accused' }, complaintRules.AccusedNeverHandlesTheComplaint],
  ])('as all about it is not for %s', (_who, actor, rule) => {
    for (const [command, body] of [['SealReporter', seal], ['RequestReporterAccess', asked], ['ApproveReporterAccess', {}], ['OpenReporterIdentity', {}], ['ConfirmReporterErasure', {}]] as const) {
      after(sealed, requested, approved).by(actor).when(command, body).expectRefusal(rule);
    }
  });
});

describe('reading who complained', () => {
  it('takes a request with its purpose, one at a time', () => {
    after(sealed).when('RequestReporterAccess', asked).expectFacts([{ type: 'ReporterAccessRequested', data: asked }]);
    after(sealed, requested, denied).when('RequestReporterAccess', asked).expectTypes(['ReporterAccessRequested']);
    after(sealed, requested, approved, opened).when('RequestReporterAccess', asked).expectTypes(['ReporterAccessRequested']);
    after(sealed, requested, approved).at(UNTIL).when('RequestReporterAccess', asked).expectTypes(['ReporterAccessRequested']);
    after(sealed, requested).when('RequestReporterAccess', asked).expectRefusal(reporterRules.AccessIsDecidedFirst);
    after(sealed, requested, approved).when('RequestReporterAccess', asked).expectRefusal(reporterRules.AccessIsDecidedFirst);
    after(sealed, erased).when('RequestReporterAccess', asked).expectRefusal(reporterRules.ErasedReporterStaysErased);
  });

  it('takes a second person who agrees, for four hours', () => {
    after(sealed, requested).by(second).when('ApproveReporterAccess').expectFacts([approved]);
    after(sealed, requested).by(second).when('DenyReporterAccess', { reason: '可由本中心代为联系' }).expectFacts([denied]);
    for (const command of ['ApproveReporterAccess', 'DenyReporterAccess']) {
      after(sealed, requested).when(command, { reason: '无' }).expectRefusal(reporterRules.SecondPersonApprovesAccess);
      after(sealed).by(second).when(command, { reason: '无' }).expectRefusal(reporterRules.AccessWasRequested);
      after(sealed, requested, approved).by(second).when(command, { reason: '无' }).expectRefusal(reporterRules.AccessWasRequested);
    }
  });

  it('is for who asked, once, while the agreement stands, and writes down who and why', () => {
    after(sealed, requested, approved).when('OpenReporterIdentity').expectFacts([opened]);
    for (const attempt of [
      after(sealed), after(sealed, requested), after(sealed, requested, denied), after(sealed, requested, approved).by(second),
      after(sealed, requested, approved).at(UNTIL), after(sealed, requested, approved, opened), after(requested, approved),
    ]) attempt.when('OpenReporterIdentity').expectRefusal(reporterRules.OnlyTheApprovedReaderOpens);
    after(sealed, requested, approved, erased).when('OpenReporterIdentity').expectRefusal(reporterRules.ErasedReporterStaysErased);
  });
});

describe('erasing who complained', () => {
  it('takes two persons, after the complaint was closed', () => {
    closed(sealed).when('ProposeReporterErasure', { reason: '举报已办结' }).expectFacts([{ type: 'ReporterErasureProposed', data: { reason: '举报已办结' } }]);
    closed(sealed, proposed).by(second).when('ConfirmReporterErasure').expectFacts([erased]);
    closed(sealed, proposed).when('ConfirmReporterErasure').expectRefusal(reporterRules.ErasureTakesTwoPersons);
    closed(sealed).by(second).when('ConfirmReporterErasure').expectRefusal(reporterRules.ErasureIsProposedFirst);
    after(sealed).when('ProposeReporterErasure', { reason: '举报已办结' }).expectRefusal(reporterRules.ErasureFollowsTheClosing);
    after(sealed, proposed).by(second).when('ConfirmReporterErasure').expectRefusal(reporterRules.ErasureFollowsTheClosing);
    closed(sealed, proposed, erased).when('ProposeReporterErasure', { reason: '再次' }).expectRefusal(reporterRules.ErasedReporterStaysErased);
  });

  it('covers everything that was ever sealed, and is done once', () => {
    const again: ReporterEvent = { type: 'ReporterSealed', data: { ...seal, subject: 'v-2' } };
    closed(sealed, again, proposed).by(second).when('ConfirmReporterErasure').expectFacts([{ type: 'ReporterErased', data: { subjects: ['v-1', 'v-2'], reason: '举报已办结' } }]);
    closed(sealed, proposed, erased).by(second).when('ConfirmReporterErasure').expectFacts([]);
  });

  it('is a part of the disposal of the archive, also where nothing was sealed, so that nothing will be', () => {
    const withArchive = (attempt: ReturnType<typeof after>) => attempt.when('EraseReporterWithArchive', { reason: '保管期满' });
    withArchive(closed(sealed)).expectFacts([{ type: 'ReporterErased', data: { subjects: ['v-1'], reason: '保管期满' } }]);
    withArchive(closed()).expectFacts([{ type: 'ReporterErased', data: { subjects: [], reason: '保管期满' } }]);
    withArchive(closed(sealed, proposed, erased)).expectFacts([]);
    withArchive(after().knowing({ complaint: { ...complaint, stage: 'CLOSED', isAnonymous: true } })).expectFacts([]);
    withArchive(after(sealed)).expectRefusal(reporterRules.ErasureFollowsTheClosing);
  });
});
