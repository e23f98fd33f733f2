import { EVENT_TYPES, schemaOf, versionsOf } from '#libs/record/event-schemas';
import type { JsonSchema } from '#libs/record/schema-changes';

// In a draw the candidates are supervisors; who is assessed is an examinee.
const FOREIGN = /examinee|certificate|testPaper|answerSheet/i;

/** Names of all members at any depth. */
function* membersIn(schema: JsonSchema): Generator<string> {
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    yield name;
    yield* membersIn(inner);
  }
  for (const inner of [...(schema.anyOf ?? []), schema.items, schema.additionalProperties]) if (typeof inner === 'object') yield* membersIn(inner);
}

describe('R2.7(三): supervision does not interfere with the assessment', () => {
  it('no fact has a member for an examinee, a paper or a certificate', () => {
    for (const type of EVENT_TYPES) {
      for (const version of versionsOf(type)) expect([type, [...membersIn(schemaOf(type, version))].filter((name) => FOREIGN.test(name))]).toEqual([type, []]);
    }
  });

  it('one that had would be found, however deep', () => {
    const planted = { properties: { staff: { items: { properties: { examineeId: {} } } } } } as unknown as JsonSchema;
    expect([...membersIn(planted)].filter((name) => FOREIGN.test(name))).toEqual(['examineeId']);
  });
});
