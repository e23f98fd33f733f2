import { asRecorded, readRecorded } from '#test/recorded-events/recorded';
import { cloudEvent } from '#libs/record/cloud-event';

const ORIGIN = 'https://dudao.example';
const events = readRecorded().map((line, index) => ({ ...asRecorded(line), position: String(index).padStart(20, '0') }));
const all = events.map((event) => cloudEvent(event, ORIGIN));

describe('an event as a CloudEvent', () => {
  it('says what it is, where it stands and where its schema is', () => {
    const event = events.find(({ type }) => type === 'AgencyRegistered');
    if (event === undefined) throw new Error('no AgencyRegistered is recorded');
    expect(cloudEvent({ ...event, position: '00000000000000000007' }, ORIGIN)).toEqual({
      specversion: '1.0',
      id: event.id,
      source: 'https://dudao.example/v1/events',
      type: 'fj.dudao.AgencyRegistered.v1',
      subject: 'agency-agency-1',
      time: '2026-01-05T02:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'https://dudao.example/v1/catalog/AgencyRegistered/v1',
      data: event.data,
      revision: 0,
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
    const upcast = cloudEvent({ ...event, meta: { ...event.meta, schemaVersion: '2' } }, ORIGIN);
    expect([upcast.type, upcast.dataschema]).toEqual([`fj.dudao.${event.type}.v2`, `${ORIGIN}/v1/catalog/${event.type}/v2`]);
  });

  it('keeps to CloudEvents 1.0: names of attributes, kinds of values, nothing empty', () => {
    for (const { data, ...attributes } of all) {
      expect(typeof data).toBe('object');
      for (const [name, value] of Object.entries(attributes)) {
        expect(name).toMatch(/^[a-z0-9]{1,20}$/);
        expect([name, typeof value === 'number' ? Number.isInteger(value) && value < 2 ** 31 : value !== '']).toEqual([name, true]);
      }
      expect(new Date(attributes.time).toISOString()).toBe(attributes.time);
      expect(URL.canParse(attributes.source) && URL.canParse(attributes.dataschema)).toBe(true);
    }
  });

  it('is known by source and id', () => {
    expect(new Set(all.map(({ source, id }) => `${source} ${id}`)).size).toBe(events.length);
  });
});
