import { type AnyMembers, outgoing } from '#libs/event-sourcing/feed';
import { releasedSchemaId } from '#libs/record/cloud-event';
import { type EventSchema, schemaOf, versionsOf } from '#libs/record/event-schemas';
import { membersLeaving } from '#libs/record/feeds';
import type { JsonSchema } from '#libs/record/schema-changes';

/**
 * The schema of the data as it leaves, made from the schema and the members by which the data itself is cut: what is
 * delivered is what it says. Events leave in their newest version; undefined for others, and for what stays inside.
 */
export function releasedSchema(type: string, version: number): EventSchema | undefined {
  const members = membersLeaving(type);
  if (members === undefined || version !== versionsOf(type).length) return undefined;
  const { examples, ...whole } = schemaOf(type, version);
  const left = examples.map((example) => outgoing(example, members) as object);
  return { ...whole, ...leaving(whole, members), $id: releasedSchemaId(type, version), examples: left };
}

function leaving(schema: JsonSchema, members: AnyMembers): JsonSchema {
  if (members === true) return schema;
  if (schema.anyOf !== undefined) return { ...schema, anyOf: schema.anyOf.map((one) => leaving(one, members)) };
  if (schema.items !== undefined) return { ...schema, items: leaving(schema.items, members) };
  if (schema.properties === undefined) return schema;
  const properties = Object.entries(schema.properties).flatMap(([name, member]) => {
    const inner = Object.hasOwn(members, name) ? members[name] : undefined;
    return inner === undefined ? [] : [[name, leaving(member, inner)] as const];
  });
  const required = schema.required?.filter((name) => Object.hasOwn(members, name));
  return { ...schema, properties: Object.fromEntries(properties), ...(required !== undefined && { required }) };
}
