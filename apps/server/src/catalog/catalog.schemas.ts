const text = { type: 'string' } as const;
const list = (items: object) => ({ type: 'array', items }) as const;
/** An object with all of its members. */
const all = (properties: Readonly<Record<string, object>>) => ({ type: 'object', required: Object.keys(properties), properties }) as const;

export const jsonSchemaSchema = { type: 'object', required: ['$schema', '$id', 'title'], description: 'JSON Schema (draft-07)', additionalProperties: true } as const;

const ruleSchema = all({ id: text, article: text, quotes: { ...list(text), description: '原文' } });

const versionSchema = all({
  version: { type: 'integer', minimum: 1 },
  cloudEventType: text,
  path: { ...text, description: 'Path of the schema by itself' },
  schema: jsonSchemaSchema,
  example: { type: 'object', additionalProperties: true, description: 'Data that was once stored, of made-up people and places' },
  sentence: { ...text, description: '历程中的说法' },
});

const entrySchema = all({
  type: { ...text, description: 'Stored name, never changed' },
  name: { ...text, description: '中文名称' },
  description: text,
  category: { ...text, description: 'Streams that hold it: `<category>-<id>`' },
  version: { type: 'integer', minimum: 1, description: 'Version in which it is written today' },
  basis: list(ruleSchema),
  versions: list(versionSchema),
});

export const catalogSchema = all({ items: list(entrySchema) });
