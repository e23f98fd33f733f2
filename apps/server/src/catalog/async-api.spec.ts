import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { asRecorded, readRecorded } from '#test/recorded-events/recorded';
import { asyncApi } from '#apps/server/src/catalog/async-api';
import { releasedEvent } from '#libs/record/cloud-event';
import { EVENT_TYPES } from '#libs/record/event-schemas';
import { membersLeaving } from '#libs/record/feeds';

interface AsyncApi {
  readonly channels: Readonly<Record<string, { readonly messages: object }>>;
  readonly components: { readonly messages: Readonly<Record<string, { readonly payload: object }>>; readonly schemas: object };
}

const text = JSON.stringify(asyncApi());
const document = JSON.parse(text) as AsyncApi;
const { Parser } = createRequire(import.meta.url)('@asyncapi/parser') as typeof import('@asyncapi/parser');

describe('the AsyncAPI document of the feed', () => {
  it('is AsyncAPI 3.1 without a fault', async () => {
    const { document: parsed, diagnostics } = await new Parser().parse(text);
    expect(diagnostics.map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([]);
    expect(parsed?.version()).toBe('3.1.0');
    expect(parsed?.channels().all().map((channel) => channel.address())).toEqual(['/v1/events', '/v1/events/stream', null]);
  }, 60_000);

  it('would be found faulty', async () => {
    const { diagnostics } = await new Parser().parse(text.replace('"#/channels/pulled"', '"#/channels/pushed"'));
    expect(diagnostics.length).toBeGreaterThan(0);
  }, 60_000);

  it('has a message for every event type that leaves, on every channel', () => {
    for (const { messages } of Object.values(document.channels)) expect(Object.keys(messages).map((key) => key.split('.')[0])).toEqual(EVENT_TYPES.filter((type) => membersLeaving(type) !== undefined));
  });

  it('describes what the feed sends: every recorded event that leaves is one of its messages', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'feed', ...document });
    for (const line of readRecorded()) {
      const event = { ...asRecorded(line), position: '00000000000000000001' };
      const delivered = releasedEvent(event, 'log-1');
      if (delivered === undefined) continue;
      const validate = ajv.getSchema(`feed#/components/messages/${event.type}.v${event.meta.schemaVersion}/payload`);
      expect([event.type, validate?.(delivered), validate?.errors]).toEqual([event.type, true, null]);
      expect(validate?.({ ...delivered, type: 'fj.dudao.Other.v1' })).toBe(false);
    }
  });
});
