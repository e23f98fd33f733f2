import fc from 'fast-check';
import { accessRules } from '#libs/access/access.rules';
import { given } from '#libs/event-sourcing/given';
import { applicationRules } from '#libs/supervisors/application.rules';
import { personDecider } from '#libs/supervisors/person.decide';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { isBarred } from '#libs/supervisors/person.evolve';
import { sanctionRules } from '#libs/supervisors/sanction.rules';
import { agency, department, fuzhou, lin, province, someone, system } from '#libs/supervisors/supervisor-story';

const claim = { supervisorType: 'EXTERNAL', credentialId: 'c-1' } as const;
const claimed: PersonEvent = { type: 'CredentialClaimed', data: claim };
const internal: PersonEvent = { type: 'CredentialClaimed', data: { supervisorType: 'INTERNAL', credentialId: 'c-9' } };
const released: PersonEvent = { type: 'CredentialReleased', data: claim };
const bar = { credentialId: 'c-1', decision: 'QUALIFICATION_CANCELLED', decisionNo: '闽处1号' } as const;
const barred: PersonEvent = { type: 'BarRecorded', data: { ...bar, credentials: ['c-1', 'c-9'] } };
const reversal = { credentialId: 'c-1', outcomeOf: 'COURT', documentNo: '(2023)闽01行终1号', reasons: '认定事实不清' } as const;
const reversed: PersonEvent = { type: 'BarReversed', data: { ...reversal, credentials: ['c-1', 'c-9'], stillBarred: false } };
const person = (...events: readonly PersonEvent[]) => given(personDecider, events).about('p-lin');

describe('a person', () => {
  it('has one live credential of each type', () => {
    person().by(lin).when('ClaimCredential', claim).expectFacts([claimed]);
    person(claimed).by(lin).when('ClaimCredential', claim).expectFacts([]);
    person(claimed).by(fuzhou).when('ClaimCredential', { ...claim, credentialId: 'c-2' }).expectRefusal(applicationRules.OneLiveCredentialPerType);
    person(claimed).by(lin).when('ClaimCredential', { supervisorType: 'INTERNAL', credentialId: 'c-9' }).expectFacts([internal]);
  });

  it('may claim another after the first has ended', () => {
    person(claimed, internal).by(system).when('ReleaseCredential', { credentialId: 'c-1' }).expectFacts([released]);
    person(claimed, released).by(system).when('ReleaseCredential', { credentialId: 'c-1' }).expectFacts([]);
    person(claimed, released).by(lin).when('ClaimCredential', { ...claim, credentialId: 'c-2' }).expectTypes(['CredentialClaimed']);
  });

  it('claims for nobody else', () => {
    for (const actor of [someone, agency]) person().by(actor).when('ClaimCredential', claim).expectRefusal(accessRules.PersonSpeaksForThemselves);
  });
});

describe('the bar', () => {
  it('reaches every credential of the person and ends the claim', () => {
    person(claimed, internal).by(system).when('RecordBar', bar).expectFacts([barred, released]);
    person(claimed, internal, barred, released).by(system).when('RecordBar', bar).expectFacts([]);
  });

  it('forbids every further credential, of either type', () => {
    for (const supervisorType of ['EXTERNAL', 'INTERNAL']) {
      person(claimed, barred, released).by(lin).when('ClaimCredential', { supervisorType, credentialId: 'c-2' }).expectRefusal(applicationRules.PersonIsNotBarred);
    }
  });

  it('is recorded by the system, from the decision', () => {
    for (const actor of [province, fuzhou, department]) {
      for (const command of ['RecordBar', 'ReleaseCredential']) person(claimed).by(actor).when(command, bar).expectRefusal(accessRules.OnlyTheSystem);
    }
  });

  it('is lifted only by the provincial department after review or court', () => {
    person(claimed, internal, barred, released).by(department).when('ReverseBar', reversal).expectFacts([reversed]);
    for (const actor of [province, fuzhou, lin, system]) {
      person(claimed, barred).by(actor).when('ReverseBar', reversal).expectRefusal(accessRules.PolicyBelongsToTheProvincialDepartment);
    }
    for (const story of [[claimed], [claimed, barred, reversed]]) person(...story).by(department).when('ReverseBar', reversal).expectRefusal(sanctionRules.BarIsInForce);
  });

  it('stands while another decision bars', () => {
    const another: PersonEvent = { type: 'BarRecorded', data: { ...bar, credentialId: 'c-9', credentials: ['c-1', 'c-9'] } };
    const decision = person(claimed, internal, barred, another).by(department).when('ReverseBar', reversal);
    expect(decision.facts).toMatchObject([{ data: { credentialId: 'c-1', stillBarred: true } }]);
    person(claimed, internal, barred, another, { ...reversed, data: { ...reversed.data, stillBarred: true } } as PersonEvent)
      .by(lin).when('ClaimCredential', claim).expectRefusal(applicationRules.PersonIsNotBarred);
  });

  it('stays, whatever else is asked for', () => {
    const anyRequest = fc.tuple(
      fc.constantFrom(lin, fuzhou, province, system, agency), fc.constantFrom(...Object.keys(personDecider.commands)),
      fc.record({ supervisorType: fc.constantFrom('EXTERNAL', 'INTERNAL'), credentialId: fc.constantFrom('c-1', 'c-2', 'c-9'), ...Object.fromEntries(
        Object.entries({ ...bar, ...reversal }).filter(([name]) => name !== 'credentialId').map(([name, value]) => [name, fc.constant(value)])) }),
    );
    fc.assert(fc.property(fc.array(anyRequest, { maxLength: 30 }), (requests) => {
      const events = requests.reduce<readonly PersonEvent[]>(
        (events, [actor, command, body]) => [...events, ...person(...events).by(actor).when(command, body).facts], [claimed, barred, released]);
      expect(isBarred(person(...events).state())).toBe(true);
      expect(events.slice(3).map(({ type }) => type)).not.toContain('CredentialClaimed');
    }));
  });
});
