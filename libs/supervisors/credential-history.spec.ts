import fc from 'fast-check';
import type { Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { addDays } from '#libs/regulation/legal-date';
import type { Credential, SupervisorState } from '#libs/supervisors/credential.evolve';
import { cardOfLatestTerm, exclusionsOn, latestTerm } from '#libs/supervisors/standing.evolve';
import { and, anyHistory, anyRequest, ask, ending, live, way } from '#libs/supervisors/supervisor-chance';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const folded = (events: readonly SupervisorEvent[]): Credential =>
  events.reduce<SupervisorState>((state, event) => supervisorDecider.evolve(state, recorded(event) as unknown as Recorded<SupervisorEvent>), undefined) as Credential;

describe('whatever is asked of a credential', () => {
  it('asking twice adds nothing', () => {
    fc.assert(fc.property(anyHistory, anyRequest, (requests, request) => {
      const lived = live(requests);
      const once = and(lived, request);
      expect(ask(once, request).facts).toEqual([]);
    }), { numRuns: 300 });
  });

  it('an ended credential is never drawn and changes only in its cards and the notice to the employer', () => {
    fc.assert(fc.property(fc.array(anyRequest, { maxLength: 20 }), (requests) => {
      const { events, day } = live([...way, ...ending, ...requests]);
      const end = events.findIndex(({ type }) => type === 'QualificationCancelled');
      expect(end).toBeGreaterThan(0);
      expect(events.slice(end + 1).filter(({ type }) => !['CardVoided', 'CardReturned', 'EmployerNotified'].includes(type))).toEqual([]);
      expect(exclusionsOn(folded(events), day, '3501')).toContain('BARRED');
      expect(cardOfLatestTerm(folded(events))).toBeUndefined();
    }));
  });

  it('who can be drawn was appointed after passing, holds a card of the term, and is in its days', () => {
    let drawn = 0;
    fc.assert(fc.property(anyHistory, fc.integer({ min: 0, max: 1500 }), (requests, days) => {
      const { events } = live(requests);
      const day = addDays('2021-08-01', days);
      if (exclusionsOn(folded(events), day, '3501').length > 0) return;
      drawn += 1;
      const types = events.map(({ type }) => type);
      expect(types.indexOf('ExamPassed')).toBeGreaterThan(types.indexOf('ConditionsConfirmed'));
      expect(types.indexOf('SupervisorAppointed')).toBeGreaterThan(types.indexOf('ExamPassed'));
      const terms = events.filter((event) => event.type === 'SupervisorAppointed' || event.type === 'AppointmentRenewed').map(({ data }) => data);
      expect(terms.some(({ termStart, termEnd }) => termStart <= day && day <= termEnd)).toBe(true);
      const cards = events.filter((event) => event.type === 'CardIssued' || event.type === 'CardReplaced').map(({ data }) => data);
      expect(cards.some(({ validFrom, validUntil }) => validFrom <= day && day <= validUntil)).toBe(true);
    }), { numRuns: 500 });
    expect(drawn).toBeGreaterThan(5);
  });

  it('a term has at most one valid card, and terms do not overlap', () => {
    fc.assert(fc.property(anyHistory, (requests) => {
      const credential = folded(live(requests).events);
      const { termEnd = '' } = latestTerm(credential) ?? {};
      expect(credential.cards.filter((card) => card.validUntil === termEnd && !card.voided && !card.returned).length).toBeLessThanOrEqual(1);
      for (const [index, term] of credential.terms.entries()) expect((credential.terms[index - 1]?.termEnd ?? '') < term.termStart).toBe(true);
    }));
  });
});
