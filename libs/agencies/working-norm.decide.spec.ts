import { workingNormDecider } from '#libs/agencies/working-norm.decide';
import type { WorkingNormEvent } from '#libs/agencies/working-norm.events';
import { workingNormRules } from '#libs/agencies/working-norm.rules';
import { agency, fuzhou, otherSchool, province, school } from '#libs/cases/case-story';
import type { Actor } from '#libs/event-sourcing/event';
import { given } from '#libs/event-sourcing/given';

const norm = { title: '工作规范', sha256: 'a'.repeat(64), effectiveFrom: '2026-03-01', provisions: [{ addsTo: 'R3.3-4', text: '一个工作日内上传' }] };
const COMMANDS = [['PublishWorkingNorm', 'WorkingNormPublished', workingNormRules.NormIsOfItsKeeper], ['PublishInternalRequirements', 'InternalRequirementsPublished', workingNormRules.RequirementsAreOfTheAgency]] as const;
const publish = (command: string, change: object = {}, by: Actor = school, target = 'agency-agency-1', before: readonly WorkingNormEvent[] = [], known: object = { agency }) =>
  given(workingNormDecider, before).about(target).by(by).knowing(known).when(command, { ...norm, ...change });

describe.each(COMMANDS)('%s', (command, type, rule) => {
  const first = { type, data: { ...norm, by: 'AGENCY', organisation: 'agency-1', version: 1 } } as WorkingNormEvent;

  it('is of the agency itself, which is registered', () => {
    publish(command).expectFacts([first]);
    publish(command, {}, otherSchool).expectRefusal(rule);
    publish(command, {}, province).expectRefusal(rule);
    publish(command, {}, fuzhou).expectRefusal(rule);
    publish(command, {}, school, 'agency-agency-1', [], { agency: undefined }).expectRefusal(rule);
  });

  it('gives each text its version, from a day that is not before the last', () => {
    publish(command, { effectiveFrom: '2026-03-01' }, school, 'agency-agency-1', [first]).expectFacts([{ ...first, data: { ...first.data, version: 2 } } as WorkingNormEvent]);
    publish(command, { effectiveFrom: '2026-02-28' }, school, 'agency-agency-1', [first]).expectRefusal(workingNormRules.NormDayIsReal);
    for (const effectiveFrom of ['2021-08-02', '2026-02-30']) publish(command, { effectiveFrom }).expectRefusal(workingNormRules.NormDayIsReal);
    publish(command, { effectiveFrom: '2021-08-03' }).expectTypes([type]);
  });

  it('adds to rules of the Measures', () => {
    for (const provisions of [[], [{ addsTo: 'R9.9-9', text: '放宽' }], [{ addsTo: 'R3.3-4', text: ' ' }]]) publish(command, { provisions }).expectRefusal(workingNormRules.NormAddsToTheMeasures);
  });
});

describe('a city’s centre', () => {
  it('keeps a working norm under its area, and no requirements', () => {
    publish('PublishWorkingNorm', {}, fuzhou, 'center-3501', [], { agency: undefined }).expectFacts([{ type: 'WorkingNormPublished', data: { ...norm, by: 'CENTER', organisation: '3501', version: 1 } }]);
    publish('PublishWorkingNorm', {}, fuzhou, 'center-3502').expectRefusal(workingNormRules.NormIsOfItsKeeper);
    publish('PublishInternalRequirements', {}, fuzhou, 'center-3501').expectRefusal(workingNormRules.RequirementsAreOfTheAgency);
  });
});
