import fc from 'fast-check';
import { BSON } from 'mongodb';
import { fromBson, toBson } from '#libs/mongodb/document-body';

const hostile = fc.string({ unit: fc.constantFrom('$', '.', '%', '\0', '\ud800', '\udc00', '🀄', '督', 'a', '0', '2', '4'), maxLength: 6 });
const name = fc.oneof(hostile, fc.constantFrom('__proto__', 'constructor', '%', '%0024', '$set', 'a.b', '_id', ''));
const { body } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, hostile, name, fc.double(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), tie('body')),
  body: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const throughBson = (value: unknown): unknown => fromBson((BSON.deserialize(BSON.serialize({ body: toBson(value as object) })) as { body: object }).body);
const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([member, inner]) => [member, ...namesIn(inner)]) : [];

describe('a body in BSON', () => {
  it('comes back as it would from JSON, whatever its names and texts are', () => {
    fc.assert(
      fc.property(body, (value) => {
        expect(JSON.stringify(throughBson(value))).toBe(JSON.stringify(throughJson(value)));
      }),
      { numRuns: 500 },
    );
  });

  it('has no name that reads as an operator or a path', () => {
    fc.assert(
      fc.property(body, (value) => {
        expect(namesIn(toBson(value as object)).filter((member) => /^\$|[.\0]/.test(member))).toEqual([]);
      }),
    );
  });

  it('is the body itself where nothing is odd', () => {
    const plain = { area: '350100', stages: [{ name: '立案', open: true }, { name: '现场', on: null }], score: -0.5, text: '100% $5 a.b' };
    expect(toBson(plain)).toEqual(plain);
  });
});
