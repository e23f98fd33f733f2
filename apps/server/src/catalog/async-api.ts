import { type CloudEvent, cloudEventType } from '#libs/record/cloud-event';
import { type CatalogEntry, type Delivered, eventCatalog } from '#libs/record/event-catalog';

const text = { type: 'string' } as const;
const instant = { type: 'string', format: 'date-time' } as const;

/** Every member of a CloudEvent: forgetting one does not compile. */
const ATTRIBUTES: Readonly<Record<keyof CloudEvent, object>> = {
  specversion: { const: '1.0' },
  id: { type: 'string', format: 'uuid', description: 'What is delivered twice bears it twice' },
  source: { type: 'string', format: 'uri-reference', description: 'The log' },
  type: text,
  subject: { ...text, description: 'The stream' },
  time: { ...instant, description: 'When it was recorded' },
  datacontenttype: { const: 'application/json' },
  dataschema: { type: 'string', format: 'uri', description: '$id of the schema of the data' },
  data: { type: 'object' },
  position: { ...text, description: 'Place in the whole log: compared as text, increasing, not dense' },
  occurredat: { ...instant, description: 'When it happened' },
  area: { ...text, description: 'Area whose jurisdiction the fact falls under' },
  basis: { ...text, description: 'Rule ids the fact rests on, separated by spaces' },
  causationid: text,
  correlationid: text,
};

const envelope = { type: 'object', title: 'CloudEvent', description: 'CloudEvents 1.0, JSON format', required: Object.keys(ATTRIBUTES), properties: ATTRIBUTES };

/** What the feed delivers, each type in its current version; what stays inside is not described. */
const each = <V>(make: (entry: CatalogEntry, delivered: Delivered) => V): Readonly<Record<string, V>> =>
  Object.fromEntries(eventCatalog().items.flatMap((entry) => ('withheld' in entry.feed ? [] : [[keyOf(entry), make(entry, entry.feed)] as const])));

const keyOf = ({ type, version }: CatalogEntry): string => `${type}.v${version}`;

const message = (entry: CatalogEntry, { schema, isForOverseers }: Delivered): object => ({
  name: cloudEventType(entry.type, entry.version),
  title: entry.name,
  summary: entry.description,
  ...(isForOverseers && { description: '只推送给省级、审计和所辖中心,不推送给业务系统' }),
  contentType: 'application/cloudevents+json',
  payload: {
    allOf: [
      { $ref: '#/components/schemas/CloudEvent' },
      {
        type: 'object',
        properties: {
          type: { const: cloudEventType(entry.type, entry.version) },
          dataschema: { const: schema.$id },
          data: { $ref: `#/components/schemas/${keyOf(entry)}` },
        },
      },
    ],
  },
});

/** The schema of the data as a part of this document: where it stands, it is no document of its own. */
function dataSchema(_entry: CatalogEntry, { schema: { $schema: _dialect, $id: _itself, ...schema } }: Delivered): object {
  return schema;
}

const messages = (): object => each((entry) => ({ $ref: `#/components/messages/${keyOf(entry)}` }));

const sends = (channel: string, method: 'GET' | 'POST', summary: string): object => ({
  action: 'send',
  channel: { $ref: `#/channels/${channel}` },
  summary,
  ...(method === 'GET' && { security: [{ $ref: '#/components/securitySchemes/bearer' }] }),
  bindings: { http: { method, bindingVersion: '0.3.0' } },
});

let document: object | undefined;

/** AsyncAPI 3.1 of the feed: every event type that leaves, in its current version, the same messages on each of the three ways. */
export const asyncApi = (): object =>
  (document ??= {
    asyncapi: '3.1.0',
    info: {
      title: '职业技能等级认定质量督导:事件',
      version: '1',
      description: '每个事件是一个 CloudEvents 1.0 消息,data 的结构见 /v1/catalog。只含对外推送的成员,不含个人、自由文本和证据。至少送达一次,同一记录内按顺序;重复的消息 id 相同。',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      pulled: { address: '/v1/events', title: '拉取', description: '按位置逐页读取,每页为 application/cloudevents-batch+json', messages: messages() },
      streamed: { address: '/v1/events/stream', title: '推流', description: 'Server-Sent Events,每条 data 为一个消息', messages: messages() },
      webhook: { address: null, title: '回调', description: '向订阅时登记的地址发送', messages: messages() },
    },
    operations: {
      PullEvents: sends('pulled', 'GET', '读取某一位置之后的事件'),
      StreamEvents: sends('streamed', 'GET', '跟随某一位置之后的事件'),
      DeliverEvent: sends('webhook', 'POST', '向订阅者送达一个事件'),
    },
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      messages: each(message),
      schemas: { CloudEvent: envelope, ...each(dataSchema) },
    },
  });
