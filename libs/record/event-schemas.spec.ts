import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { eventValidator } from '#test/support/event-validator';
import { EVENT_TYPES, schemaFile, schemaOf, versionsOf } from '#libs/record/event-schemas';
import { DECIDERS } from '#libs/record/record';
import type { JsonSchema } from '#libs/record/schema-changes';

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

  it('are each named after their type and version, and in Chinese', () => {
    for (const { type, version } of published) {
      expect(schemaOf(type, version)).toMatchObject({ $id: `urn:dudao:event:${type}:v${version}`, title: expect.stringMatching(/^\p{Script=Han}/u) as string });
    }
  });

  it('are closed at every depth: an object has the members that are named, and no others', () => {
    for (const { type, version } of published) {
      const open = [...within(schemaOf(type, version))].filter((each) => each.type === 'object' && each.properties !== undefined && each.additionalProperties !== false);
      expect([type, open]).toEqual([type, []]);
    }
  });

  it('say of the data what the types say', () => {
    const faults = (data: object) => eventValidator('AgencyRegistered', 1)?.(data);
    const school = { name: '甲校', agencyType: 'SCHOOL', division: '350102', area: '3501', isCentralBranch: false, filedOn: '2026-01-05' };
    expect(faults(school)).toBeUndefined();
    expect(faults({ ...school, filedOn: '2026-02-30' })).toBe('data/filedOn must match format "date"');
    expect(faults({ ...school, area: '4401' })).toMatch(/^data\/area must be equal to one of the allowed values/);
    expect(faults({ ...school, phone: '1' })).toMatch(/must NOT have additional properties/);
  });
});
