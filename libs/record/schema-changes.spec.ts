import { Ajv } from 'ajv';
import fc from 'fast-check';
import { breakingChanges, type JsonSchema } from '#libs/record/schema-changes';

const words = { type: 'string' } as const;
const object = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[] = Object.keys(properties)): JsonSchema =>
  ({ type: 'object', properties, required, additionalProperties: false });
const demand = object({ text: words, dueOn: { ...words, format: 'date' } });
const opinion = object({ number: words, demands: { type: 'array', items: demand }, reason: words }, ['number', 'demands']);
const withDemand = (items: JsonSchema): JsonSchema => object({ ...opinion.properties, demands: { type: 'array', items } }, ['number', 'demands']);

describe('a change of a published schema breaks it', () => {
  it.each<[string, JsonSchema, JsonSchema, string]>([
    ['a member that goes', opinion, withDemand(object({ text: words })), '`demands[].dueOn` was required, now missing'],
    ['an optional member that goes', opinion, object({ number: words, demands: { type: 'array', items: demand } }), '`reason` was optional, now missing'],
    ['a new member that is required', opinion, object({ ...opinion.properties, kind: words }, ['number', 'demands', 'kind']), '`kind` is new and required'],
    ['a member that becomes required', opinion, object(opinion.properties ?? {}), '`reason` was optional, now required'],
    ['a member that becomes optional', opinion, object(opinion.properties ?? {}, ['demands']), '`number` was required, now optional'],
    ['another type', words, { type: 'number' }, 'the data was "string", now "number"'],
    ['a value that goes', { ...words, enum: ['A', 'B'] }, { ...words, enum: ['A'] }, 'the data could be "B", now it cannot'],
    ['an open text that closes', words, { ...words, enum: ['A'] }, 'the data was open, now it is one of ["A"]'],
    ['another format', words, { ...words, format: 'date' }, 'format of the data was nothing, now "date"'],
    ['an alternative that goes', { anyOf: [object({ kind: { const: 'A' } }), object({ kind: { const: 'B' } })] }, object({ kind: { const: 'A' } }), 'the data could be kind "B", now it cannot'],
    [
      'an alternative that asks for more',
      { anyOf: [object({ kind: { const: 'A' } }), words] },
      { anyOf: [object({ kind: { const: 'A' }, no: words }), words] },
      '`no` is new and required',
    ],
    ['an object that opens', opinion, { ...opinion, additionalProperties: true }, 'further members of the data were false, now true'],
  ])('%s', (_case, before, after, sentence) => {
    expect(breakingChanges(before, after)).toEqual([sentence]);
  });

  it('once for each place', () => {
    const renamed = withDemand(object({ words, dueOn: { type: 'number' } }));
    expect(breakingChanges(opinion, renamed)).toEqual([
      '`demands[].text` was required, now missing',
      '`demands[].dueOn` was "string", now "number"',
      'format of `demands[].dueOn` was "date", now nothing',
      '`demands[].words` is new and required',
    ]);
  });
});

describe('a change of a published schema only adds to it', () => {
  it.each<[string, JsonSchema, JsonSchema]>([
    ['an optional member', opinion, object({ ...opinion.properties, note: words }, ['number', 'demands'])],
    ['a value of an enum', { ...words, const: 'SPECIAL' }, { ...words, enum: ['SPECIAL', 'DAILY'] }],
    ['an alternative', demand, { anyOf: [object({ kind: { const: 'B' } }), demand] }],
    ['other words in a description', { ...words, description: 'a name' }, { ...words, description: 'the name' }],
    ['another order of members', demand, object({ dueOn: { ...words, format: 'date' }, text: words })],
  ])('%s', (_case, before, after) => {
    expect(breakingChanges(before, after)).toEqual([]);
  });
});

const leaf = fc.constantFrom<JsonSchema>(words, { type: 'number' }, { ...words, enum: ['A', 'B'] }, { ...words, enum: ['A', 'B', 'C'] }, { ...words, const: 'A' });
const { schema } = fc.letrec<{ schema: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({ type: fc.constant('array' as const), items: tie('schema') }),
    fc.tuple(fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'), { noNullPrototype: true }), fc.subarray(['a', 'b', 'c']))
      .map(([members, required]) => object(members, required.filter((member) => member in members))),
    fc.array(tie('schema'), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
  ),
}));

/** A value that the schema allows. */
function valueOf(of: JsonSchema): fc.Arbitrary<unknown> {
  if (of.anyOf !== undefined) return fc.oneof(...of.anyOf.map(valueOf));
  if ('const' in of) return fc.constant(of.const);
  if (of.enum !== undefined) return fc.constantFrom(...of.enum);
  if (of.type === 'array') return fc.array(valueOf(of.items ?? {}), { maxLength: 2 });
  if (of.type === 'number') return fc.integer();
  if (of.type === 'string') return fc.constantFrom('A', 'B', 'x');
  const members = Object.fromEntries(Object.entries(of.properties ?? {}).map(([member, inner]) => [member, valueOf(inner)]));
  return fc.record(members, { requiredKeys: [...(of.required ?? [])], noNullPrototype: true });
}

/** The same schema with something added to it. */
function grown(of: JsonSchema): JsonSchema {
  const inner = {
    ...(of.items && { items: grown(of.items) }),
    ...(of.anyOf && { anyOf: [...of.anyOf.map(grown), { type: 'boolean' }] }),
    ...(of.enum && { enum: [...of.enum, 'D'] }),
    ...(of.properties && { properties: { ...Object.fromEntries(Object.entries(of.properties).map(([member, each]) => [member, grown(each)])), more: words } }),
  };
  return { ...of, ...inner, description: 'grown' };
}

const ajv = new Ajv({ strictTypes: false });
const isValid = (of: JsonSchema, value: unknown): boolean => ajv.validate(of, value);

describe('the comparison of any two schemas', () => {
  it('finds nothing where something was only added', () => {
    fc.assert(fc.property(schema, (before) => {
      expect(breakingChanges(before, grown(before))).toEqual([]);
    }));
  });

  it('finds nothing only where what was valid stays valid', () => {
    const pair = fc.tuple(schema, schema, fc.boolean()).map(([before, other, grows]) => ({ before, after: grows ? grown(before) : other }));
    const case_ = pair.chain(({ before, after }) => valueOf(before).map((value) => ({ before, after, value })));
    let kept = 0;
    fc.assert(fc.property(case_, ({ before, after, value }) => {
      expect(isValid(before, value)).toBe(true);
      if (breakingChanges(before, after).length > 0) return;
      kept += 1;
      expect(isValid(after, value)).toBe(true);
    }), { numRuns: 300 });
    expect(kept).toBeGreaterThan(20);
  });

  it('finds a member that went, wherever it was', () => {
    fc.assert(fc.property(schema, (inner) => {
      const before = object({ list: { type: 'array', items: object({ inner, kept: words }) } });
      const after = object({ list: { type: 'array', items: object({ kept: words }) } });
      expect(breakingChanges(before, after)).toEqual(['`list[].inner` was required, now missing']);
    }));
  });
});
