import { Ajv } from 'ajv';
import { asRecorded, readRecorded } from '#test/recorded-events/recorded';
import { outgoing } from '#libs/event-sourcing/feed';
import { categoryOf } from '#libs/event-sourcing/event';
import { releasedEvent } from '#libs/record/cloud-event';
import { EVENT_TYPES, versionsOf } from '#libs/record/event-schemas';
import { FEED_CATEGORIES, membersLeaving, OUTGOING } from '#libs/record/feeds';
import { releasedSchema } from '#libs/record/released-schema';
import type { JsonSchema } from '#libs/record/schema-changes';

/** Texts that no list of values bounds, and that leave: numbers, references and registered names, nothing that a person writes freely. */
const OPEN_TEXTS = [
  'agencies', 'agencyId', 'beta', 'caseId', 'decisionNo', 'division', 'documentNo', 'documentNumber', 'drawId', 'into', 'name', 'number', 'occupation', 'oldNumber', 'organisation', 'period',
  'poolDigest', 'proof', 'providerId', 'publicKey', 'qualificationNo', 'ruleVersion', 'serial', 'value', 'venueDivision', 'version',
];

/** Names of the members that may hold any text. */
function openTexts(schema: JsonSchema, name = ''): readonly string[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])].flatMap((part) => openTexts(part, name));
  const members = Object.entries(schema.properties ?? {}).flatMap(([member, part]) => openTexts(part, member));
  const isOpen = [schema.type].flat().includes('string') && schema.enum === undefined && !('const' in schema) && schema.format === undefined;
  return [...inner, ...members, ...(isOpen ? [name] : [])];
}

const schemasLeaving = EVENT_TYPES.flatMap((type) => releasedSchema(type, versionsOf(type).length) ?? []);
const recorded = readRecorded().map(asRecorded);

describe('what leaves the house', () => {
  it('is decided for every event type, and for no other', () => {
    expect(Object.keys(OUTGOING).sort()).toEqual(EVENT_TYPES);
    const reasons = Object.values(OUTGOING).filter((decided) => typeof decided === 'string');
    for (const reason of reasons) expect(reason).toMatch(/^\p{Script=Han}[\p{Script=Han},、]+$/u);
  });

  it('holds no text that is written freely, and no person', () => {
    const texts = new Set(schemasLeaving.flatMap((schema) => openTexts(schema)));
    expect([...texts].sort()).toEqual(OPEN_TEXTS);
    const all = JSON.stringify(schemasLeaving.map(({ description: _said, examples: _shown, ...schema }) => schema));
    for (const member of ['personId', 'supervisorId', 'members', 'candidates', 'accused', 'reporter', 'isAnonymous', 'evidence', 'title":{', 'approvedBy', 'complaintRef']) expect(all).not.toContain(`"${member}`);
  });

  it('is nothing of the streams of persons', () => {
    expect(FEED_CATEGORIES).toEqual(['agency', 'agencysanction', 'norms', 'supervisor', 'cards', 'case', 'calendar', 'complaint', 'draw', 'drawkeys', 'publication', 'policy', 'training', 'provider', 'session', 'scoresheets', 'daily', 'frequency']);
    const persons = recorded.filter(({ stream }) => categoryOf(stream) === 'person');
    expect(persons.length).toBeGreaterThan(0);
    for (const event of persons) expect(releasedEvent(event, 'log-1')).toBeUndefined();
  });

  it('is described by a closed schema that every recorded event meets', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    for (const event of recorded) {
      const members = membersLeaving(event.type);
      const schema = releasedSchema(event.type, Number(event.meta.schemaVersion));
      expect([event.type, schema === undefined]).toEqual([event.type, members === undefined]);
      if (members === undefined || schema === undefined) continue;
      const data = outgoing(event.data, members) as object;
      const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
      expect([event.type, validate(data), validate.errors]).toEqual([event.type, true, null]);
      if (schema.properties !== undefined) expect(validate({ ...data, personId: 'p-1' })).toBe(false);
    }
  });

  it('leaves by member: what an object gains later stays inside', () => {
    expect(outgoing({ a: [{ b: 1, c: 2 }], d: null, e: 3 }, { a: { b: true }, d: { x: true } })).toEqual({ a: [{ b: 1 }], d: null });
    expect(outgoing(JSON.parse('{"constructor":1,"toString":2}'), {})).toEqual({});
  });
});
