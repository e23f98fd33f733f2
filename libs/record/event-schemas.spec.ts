import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { eventFault } from '#test/support/event-validator';
import { newEvent } from '#test/support/new-event';
import { TestServer } from '#test/support/test-server';
import { agencyDecider } from '#libs/agencies/agency.decide';
import type { AgencyEvent } from '#libs/agencies/agency.events';
import { given } from '#libs/event-sourcing/given';
import { EVENT_TYPES, schemaFile, schemaOf, versionsOf } from '#libs/record/event-schemas';
import { DECIDERS } from '#libs/record/deciders';
import type { JsonSchema } from '#libs/record/schema-changes';

const school = { name: '甲校', agencyType: 'SCHOOL', division: '350102', area: '3501', isCentralBranch: false, filedOn: '2026-01-05' };
const published = EVENT_TYPES.flatMap((type) => versionsOf(type).map((version) => ({ type, version })));

/** A schema and all schemas in it. */
function* within(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.anyOf ?? []), ...[schema.items, schema.additionalProperties]];
  for (const each of inner) if (typeof each === 'object') yield* within(each);
}

describe('the schemas of the events', () => {
  it('are there for every type and version of every decider, and for nothing else', () => {
    expect(EVENT_TYPES).toEqual(expect.arrayContaining(DECIDERS.flatMap(({ basis }) => Object.keys(basis))));
    const kept = globSync('libs/record/event-schemas/*').map((file) => basename(file));
    expect(kept.sort()).toEqual(published.map(({ type, version }) => schemaFile(type, version)).sort());
  });

  it('are each named after their type and version, and in Chinese, and show one that was stored', () => {
    for (const { type, version } of published) {
      expect(schemaOf(type, version)).toMatchObject({ $id: `urn:dudao:event:${type}:v${version}`, title: expect.stringMatching(/^\p{Script=Han}/u) as string, examples: [expect.anything()] });
    }
  });

  it('are closed at every depth: an object has the members that are named, and no others', () => {
    for (const { type, version } of published) {
      const open = [...within(schemaOf(type, version))].filter((each) => each.type === 'object' && each.properties !== undefined && each.additionalProperties !== false);
      expect([type, open]).toEqual([type, []]);
    }
  });
});

describe('an event that is not what its type says', () => {
  it('is found by its schema', () => {
    const fault = (changed: object) => eventFault('AgencyRegistered', { ...school, ...changed });
    expect(fault({})).toBeUndefined();
    expect(fault({ filedOn: '2026-02-30' })).toBe('AgencyRegistered.v1: data/filedOn must match format "date"');
    expect(fault({ area: '4401' })).toMatch(/data\/area must be equal to one of the allowed values/);
    expect(fault({ phone: '1' })).toMatch(/must NOT have additional properties/);
  });

  it('fails the decision that brought it', () => {
    const lying = { ...agencyDecider, commands: { Lie: { authorise: () => undefined, decide: () => [{ type: 'AgencyRegistered', data: { ...school, area: '4401' } }] as unknown as AgencyEvent[] } } };
    expect(() => given(lying).when('Lie')).toThrow('the type lies, AgencyRegistered.v1: data/area');
  });

  it('is not taken by the store of the test server', async () => {
    const server = await TestServer.start();
    const lie = newEvent({ type: 'AgencyRegistered', data: { ...school, phone: '1' } });
    await expect(server.record.events.append('agency-1', 'no_stream', [lie])).rejects.toThrow('the type lies, AgencyRegistered.v1');
    await server.close();
  });
});
