import { accessRules } from '#libs/access/access.rules';
import { KnownTooEarly } from '#libs/event-sourcing/decider';
import type { Fact } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { applicationRules } from '#libs/supervisors/application.rules';
import { appointmentRules } from '#libs/supervisors/appointment.rules';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import {
  applied, appointed, BARRED, CARD, cancelled, carded, expired, fact, fuzhou, lin, NEXT_CARD, NOBODY_ELSE, on, passed, province, renewed, renewedCarded,
  resigned, suspended,
} from '#libs/supervisors/supervisor-story';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const NEW = 'R35220003';
const assigned = (number: string) => recorded({ type: 'BlankCardAssigned', data: { number, credentialId: 'c-1', ordinal: 1 } } as Fact);
const after = (story: readonly SupervisorEvent[], day: string) =>
  given(supervisorDecider, story).about('c-1').by(province).knowing(NOBODY_ELSE).at(on(day)).afterPreparing(assigned(NEW));
const voided = fact('CardVoided', { number: CARD, reason: '遗失' });
const returned = fact('CardReturned', { number: CARD });

describe('issuing a card', () => {
  it('gives the term a card with the number that was taken from the stock', () => {
    after(appointed, '2022-01-05').when('IssueCard').expectFacts([
      { type: 'CardIssued', data: { number: NEW, validFrom: '2021-09-01', validUntil: '2024-09-01', title: '福建省《技能人才评价质量督导员》(外督)' } },
    ]);
  });

  it('gives a renewed term its own card, also while the old one runs', () => {
    after(renewed, '2024-08-01').when('IssueCard').expectFacts([
      { type: 'CardIssued', data: { number: NEW, validFrom: '2024-09-02', validUntil: '2027-09-02', title: '福建省《技能人才评价质量督导员》(外督)' } },
    ]);
  });

  it('needs an appointment in force', () => {
    for (const story of [applied, passed, suspended, cancelled, resigned]) after(story, '2022-01-05').when('IssueCard').expectRefusal(appointmentRules.CardNeedsAppointment);
    after(appointed, '2024-09-02').when('IssueCard').expectRefusal(appointmentRules.CardNeedsAppointment);
    after(expired, '2024-09-02').when('IssueCard').expectRefusal(appointmentRules.CardNeedsAppointment);
  });

  it('happens once a term, and again only when that card is void or returned', () => {
    for (const story of [carded, renewedCarded]) after(story, '2024-08-01').when('IssueCard').expectRefusal(appointmentRules.OneCardPerTerm);
    for (const gone of [voided, returned]) after([...carded, gone], '2022-01-05').when('IssueCard').expectTypes(['CardIssued']);
  });

  it('is refused to a barred person, and to all but the provincial centre', () => {
    after(appointed, '2022-01-05').knowing(BARRED).when('IssueCard').expectRefusal(applicationRules.PersonIsNotBarred);
    for (const actor of [fuzhou, lin]) after(appointed, '2022-01-05').by(actor).when('IssueCard').expectRefusal(accessRules.OnlyTheProvincialCenterCards);
  });

  it('takes only a number that follows the code', () => {
    const issue = after(appointed, '2022-01-05');
    issue.afterPreparing(assigned('R36220003')).when('IssueCard').expectRefusal(appointmentRules.CardNumberFollowsTheCode);
    expect(() => issue.afterPreparing().when('IssueCard')).toThrow(KnownTooEarly);
  });
});

describe('the number of a card', () => {
  const rule = supervisorDecider.commands.IssueCard;
  const context = { target: 'c-1', now: on('2022-01-05'), occurredAt: on('2022-01-05'), actor: province, prepared: [] };
  const stateAfter = (story: readonly SupervisorEvent[]) => given(supervisorDecider, story).state();

  it('is taken from the stock, counted by the credential', () => {
    const request = (story: readonly SupervisorEvent[]) => rule?.prepare?.({}, stateAfter(story), { ...context, known: NOBODY_ELSE });
    expect(request(appointed)).toEqual({ name: 'AssignBlankCard', target: 'FJ', body: { credentialId: 'c-1', ordinal: 1 } });
    expect(request([...carded, voided])).toEqual({ name: 'AssignBlankCard', target: 'FJ', body: { credentialId: 'c-1', ordinal: 2 } });
  });

  it('is not taken twice when an earlier attempt had taken one', () => {
    const known = { ...NOBODY_ELSE, reserved: 'R35220002' };
    expect(rule?.prepare?.({}, stateAfter(appointed), { ...context, known })).toBeUndefined();
    const decision = given(supervisorDecider, appointed).by(province).knowing(known).at(on('2022-01-05')).when('IssueCard');
    expect(decision.facts).toMatchObject([{ type: 'CardIssued', data: { number: 'R35220002' } }]);
  });
});

describe('replacing a card', () => {
  const lost = { number: CARD, reason: '遗失' };

  it('gives a new number for the rest of the term and voids the old', () => {
    after(carded, '2022-01-05').when('ReplaceCard', lost).expectFacts([
      { type: 'CardReplaced', data: { number: NEW, validFrom: '2022-01-05', validUntil: '2024-09-01', oldNumber: CARD, reason: '遗失' } },
    ]);
    after(renewedCarded, '2024-08-01').when('ReplaceCard', { ...lost, number: NEXT_CARD }).expectFacts([
      { type: 'CardReplaced', data: { number: NEW, validFrom: '2024-09-02', validUntil: '2027-09-02', oldNumber: NEXT_CARD, reason: '遗失' } },
    ]);
  });

  it('needs a card that is still good', () => {
    for (const story of [appointed, [...carded, voided], [...carded, returned]]) after(story, '2022-01-05').when('ReplaceCard', lost).expectRefusal(appointmentRules.ReplacementNeedsCard);
    after(renewedCarded, '2024-09-02').when('ReplaceCard', lost).expectRefusal(appointmentRules.ReplacementNeedsCard);
    after(carded, '2022-01-05').when('ReplaceCard', { ...lost, number: 'R35219999' }).expectRefusal(appointmentRules.ReplacementNeedsCard);
  });

  it('belongs to an appointment in force', () => {
    for (const story of [suspended, cancelled]) after(story, '2022-01-05').when('ReplaceCard', lost).expectRefusal(appointmentRules.CardNeedsAppointment);
    after(carded, '2022-01-05').knowing(BARRED).when('ReplaceCard', lost).expectRefusal(applicationRules.PersonIsNotBarred);
  });
});

describe('a card', () => {
  it('is voided and returned once', () => {
    after(carded, '2022-01-05').when('VoidCard', { number: CARD, reason: '遗失' }).expectFacts([voided]);
    after([...carded, voided], '2022-01-05').when('VoidCard', { number: CARD, reason: '遗失' }).expectFacts([]);
    after(expired, '2024-10-05').when('ReturnCard', { number: CARD }).expectFacts([returned]);
    after([...expired, returned], '2024-10-05').when('ReturnCard', { number: CARD }).expectFacts([]);
  });

  it('of somebody else is neither', () => {
    after(carded, '2022-01-05').when('VoidCard', { number: NEW, reason: '遗失' }).expectRefusal(appointmentRules.CardIsTheHolders);
    after(carded, '2022-01-05').when('ReturnCard', { number: NEW }).expectRefusal(appointmentRules.CardIsTheHolders);
  });

  it('is handled by the provincial centre alone', () => {
    for (const [command, body] of Object.entries({ ReplaceCard: {}, VoidCard: {}, ReturnCard: {} })) {
      after(carded, '2022-01-05').by(fuzhou).when(command, body).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
    }
  });
});
