import { schemaDrift, type Schemas } from '#libs/record/schema-drift';

const schema = (...required: readonly string[]): string => JSON.stringify({ type: 'object', properties: Object.fromEntries(required.map((member) => [member, {}])), required });
const schemas = (texts: Readonly<Record<string, string>>): Schemas => new Map(Object.entries(texts));
const none = schemas({});
const said = 'Said v1';
const drift = (sources: Partial<Parameters<typeof schemaDrift>[0]>) =>
  schemaDrift({ generated: schemas({ [said]: schema('what') }), kept: schemas({ [said]: schema('what') }), published: none, known: new Set([said]), ...sources });

describe('the kept schemas', () => {
  it('are as the types are, and nothing is to do', () => {
    expect(drift({})).toEqual({ broken: [], unmatched: [], stale: [] });
  });

  it('are written where a type is new, or only its words changed', () => {
    const generated = schemas({ [said]: schema('what').replace('{', '{"description":"more words",'), 'Heard v1': schema() });
    expect(drift({ generated, known: new Set([said, 'Heard v1']) })).toEqual({ broken: [], unmatched: [], stale: [said, 'Heard v1'] });
  });

  it('are broken by a type that changed its published version', () => {
    expect(drift({ generated: schemas({ [said]: schema('which') }) }).broken).toEqual(['Said v1: `what` was required, now missing', 'Said v1: `which` is new and required']);
  });

  it('are broken also where the kept text was changed along with the type, or removed', () => {
    const changed = schemas({ [said]: schema() });
    expect(drift({ generated: changed, kept: changed, published: schemas({ [said]: schema('what') }) }).broken).toEqual(['Said v1: `what` was required, now missing']);
    expect(drift({ generated: none, kept: none, known: new Set(), published: schemas({ [said]: schema('what') }) }).broken).toEqual(['Said v1: was published, now there is none']);
  });

  it('go on beside a new version, and are missed once they are gone', () => {
    const generated = schemas({ 'Said v2': schema('which') });
    const known = new Set([said, 'Said v2']);
    expect(drift({ generated, known })).toEqual({ broken: [], unmatched: [], stale: ['Said v2'] });
    expect(drift({ generated, known, kept: generated }).unmatched).toEqual(['Said v1: the schema of an older version is gone']);
  });

  it('are orphans where no event has the type', () => {
    expect(drift({ generated: none, known: new Set() }).unmatched).toEqual(['Said v1: no event of the record has this type and version']);
  });
});
