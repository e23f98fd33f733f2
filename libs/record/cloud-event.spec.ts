import { asRecorded, readRecorded } from '#test/recorded-events/recorded';
import { releasedEvent } from '#libs/record/cloud-event';

const LOG = 'log-1';
const events = readRecorded().map((line, index) => ({ ...asRecorded(line), position: String(index).padStart(20, '0') }));
const all = events.flatMap((event) => releasedEvent(event, LOG) ?? []);

describe('an event as a CloudEvent', () => {
  it('says what it is, where it stands and where its schema is', () => {
    const event = events.find(({ type }) => type === 'AgencyRegistered');
    if (event === undefined) throw new Error('no AgencyRegistered is recorded');
    expect(releasedEvent({ ...event, position: '00000000000000000007' }, LOG)).toEqual({
      specversion: '1.0',
      id: event.id,
      source: 'urn:dudao:log:log-1',
      type: 'fj.dudao.AgencyRegistered.v1',
      subject: 'agency-agency-1',
      time: '2026-01-05T02:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:dudao:event:AgencyRegistered:v1:released',
      data: event.data,
      position: '00000000000000000007',
      occurredat: '2026-01-05T02:00:00.000Z',
      area: '3501',
      basis: 'R1.5-2 R1.5-3',
      causationid: event.meta.causationId,
      correlationid: event.meta.correlationId,
    });
  });

  it('is of the version that its data is in', () => {
    const [event] = events;
    if (event === undefined) throw new Error('nothing is recorded');
    const upcast = releasedEvent({ ...event, meta: { ...event.meta, schemaVersion: '2' } }, LOG);
    expect([upcast?.type, upcast?.dataschema]).toEqual([`fj.dudao.${event.type}.v2`, `urn:dudao:event:${event.type}:v2:released`]);
  });

  it('keeps to CloudEvents 1.0: names of attributes, kinds of values, nothing empty', () => {
    for (const { data, ...attributes } of all) {
      expect(typeof data).toBe('object');
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        expect([name, value]).toEqual([name, expect.stringMatching(/./)]);
      }
      expect(new Date(attributes.time).toISOString()).toBe(attributes.time);
      expect(URL.canParse(attributes.source) && URL.canParse(attributes.dataschema)).toBe(true);
    }
  });

  it('is known by source and id', () => {
    expect(new Set(all.map(({ source, id }) => `${source} ${id}`)).size).toBe(all.length);
  });
});
