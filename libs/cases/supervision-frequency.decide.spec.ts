import { accessRules } from '#libs/access/access.rules';
import { agency, fuzhou, province, school, xiamen } from '#libs/cases/case-story';
import { supervisionFrequencyDecider } from '#libs/cases/supervision-frequency.decide';
import type { FrequencyScope, SupervisionFrequencyEvent } from '#libs/cases/supervision-frequency.events';
import { supervisionFrequencyRules } from '#libs/cases/supervision-frequency.rules';
import { given } from '#libs/event-sourcing/given';

const SCOPES: readonly FrequencyScope[] = [{ kind: 'AGENCY', value: 'agency-1' }, { kind: 'OCCUPATION', value: '电工' }, { kind: 'AREA', value: '3501' }];
const raised = (scope: FrequencyScope, timesPerYear: number, raisedBy: '3501' | 'FJ' = '3501'): SupervisionFrequencyEvent =>
  ({ type: 'SupervisionFrequencyRaised', data: { area: '3501', raisedBy, scope, timesPerYear, reasons: '投诉增多' } });
const raise = (scope: FrequencyScope, { by = fuzhou, times = 4, reasons = '投诉增多', target = '3501', known = { agency } as object, before = [] as readonly SupervisionFrequencyEvent[] } = {}) =>
  given(supervisionFrequencyDecider, before).about(target).by(by).knowing(scope.kind === 'AGENCY' ? known : { agency: undefined })
    .when('RaiseSupervisionFrequency', { scope, timesPerYear: times, reasons });

describe.each(SCOPES)('the frequency of daily supervision (R3.3.外(五)) of $kind $value', (scope) => {
  it('is raised with reasons by the centre of the area or the province', () => {
    raise(scope).expectFacts([raised(scope, 4)]);
    raise(scope, { by: province }).expectFacts([raised(scope, 4, 'FJ')]);
    raise(scope, { reasons: ' ' }).expectRefusal(supervisionFrequencyRules.FrequencyNeedsReasons);
    raise(scope, { by: xiamen }).expectRefusal(accessRules.CenterActsInItsOwnArea);
    raise(scope, { by: school }).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
  });

  it('only rises, whoever raised it before', () => {
    const before = [raised(scope, 2), raised(scope, 4, 'FJ')];
    for (const times of [2, 3, 4]) raise(scope, { times, before }).expectRefusal(supervisionFrequencyRules.FrequencyOnlyRises);
    raise(scope, { times: 5, before }).expectFacts([raised(scope, 5)]);
  });

  it('is measured against no other scope', () => {
    const others = [...SCOPES.flatMap(({ kind }) => (kind === scope.kind ? [] : [{ kind, value: scope.value }])), { ...scope, value: 'another' }];
    raise(scope, { times: 1, before: others.map((other) => raised(other, 12)) }).expectFacts([raised(scope, 1)]);
  });
});

describe('the scope of a frequency', () => {
  it('lies in the area', () => {
    const [ofAgency, ofOccupation, ofArea] = SCOPES as [FrequencyScope, FrequencyScope, FrequencyScope];
    const rule = supervisionFrequencyRules.FrequencyIsOfAScope;
    raise(ofAgency, { known: { agency: undefined } }).expectRefusal(rule);
    raise(ofAgency, { by: province, target: '3502' }).expectRefusal(rule);
    raise(ofArea, { by: province, target: '3502' }).expectRefusal(rule);
    raise(ofOccupation, { by: province, target: '3599' }).expectRefusal(rule);
    raise({ kind: 'OCCUPATION', value: '电工 ' }).expectRefusal(rule);
  });

  it('is of the province alone where it is a branch of a central body', () => {
    const known = { agency: { ...agency, isCentralBranch: true } };
    raise({ kind: 'AGENCY', value: 'agency-1' }, { known }).expectRefusal(accessRules.CentralBranchesBelongToTheProvince);
    raise({ kind: 'AGENCY', value: 'agency-1' }, { known, by: province }).expectTypes(['SupervisionFrequencyRaised']);
  });
});
