import fc from 'fast-check';

import type { Unlinked } from '#libs/event-sourcing/envelope';
import { type ChainReport, eventHash, GENESIS, link, type StoredEvent, verifyStore, verifyStream } from '#libs/proof/hash-chain';

const unlinked = (index: number, text: string): Unlinked => ({
  id: `01990000-0000-8000-8000-${String(index).padStart(12, '0')}`,
  type: 'AgencyRegistered',
  data: { name: `样例学校${text}`, index },
  meta: {
    schemaVersion: '1', occurredAt: '2026-03-02T02:00:00.000Z', recordedAt: '2026-03-02T02:00:00.000Z', command: 'RegisterAgency',
    commandId: `c-${index}`, commandHash: 'h', causationId: '', correlationId: '', actor: 'p-1', role: 'MUNICIPAL_CENTER',
    organisation: '3501', basis: 'R1.5-3', area: '3501',
  },
});

function stored(stream: string, texts: readonly string[]): StoredEvent[] {
  const rows: StoredEvent[] = [];
  let prevHash: string | undefined;
  for (const [revision, text] of texts.entries()) {
    const { id, type, data, meta } = link(stream, revision, prevHash, unlinked(revision, text));
    rows.push({ stream, revision, id, type, dataText: JSON.stringify(data), metaText: JSON.stringify(meta) });
    prevHash = meta.hash;
  }
  return rows;
}

async function* each<T>(items: readonly T[]) {
  yield* items;
}
const walk = (rows: readonly StoredEvent[]): Promise<ChainReport> => verifyStream(each(rows));

const streams = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 12 }).map((texts) => stored('agency-1', texts));
const streamAndPlace = streams.chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1)));

/** Text whose UTF-8 bytes differ in one bit, as a store would hand it out. */
function flippedText(text: string, bit: number): string {
  const bytes = Buffer.from(text);
  const at = bit % (bytes.length * 8);
  bytes.writeUInt8(bytes.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
  return bytes.toString();
}

describe('linking', () => {
  it('puts the previous hash and the hash at the end of the metadata, in this order', () => {
    const first = link('agency-1', 0, undefined, unlinked(0, ''));
    const second = link('agency-1', 1, first.meta.hash, unlinked(1, ''));
    expect(Object.keys(second.meta).slice(-2)).toEqual(['prevHash', 'hash']);
    expect([first.meta.prevHash, second.meta.prevHash]).toEqual([GENESIS, first.meta.hash]);
  });

  it('hashes the bytes that a second implementation, in another language, hashes', () => {
    const parts = { stream: 'agency-1', revision: 7, id: 'i', type: 'T', metaWithoutHashText: '{"a":"甲"}', dataText: '{}' };
    expect(eventHash(parts)).toBe('172e46d5c5d71efbf426a8a31a03b18f7dcee2574f5e86adda124c95fa8d96a2');
  });

  it('gives a retry the same bytes', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, revision) => {
      const write = () => JSON.stringify(link('agency-1', revision, GENESIS, unlinked(revision, text)));
      expect(write()).toBe(write());
    }));
  });
});

describe('a chain', () => {
  it('is found good as it was written', async () => {
    await fc.assert(fc.asyncProperty(streams, async (rows) => {
      expect(await walk(rows)).toEqual({ ok: true, events: rows.length, streams: 1 });
    }));
  });

  it('shows a flipped bit of data or metadata, and where', async () => {
    const member = fc.constantFrom('dataText', 'metaText', 'id', 'type');
    await fc.assert(
      fc.asyncProperty(streamAndPlace, member, fc.nat(), async ([rows, at], field, bit) => {
        const bad = rows.map((row, index) => (index === at ? { ...row, [field]: flippedText(row[field], bit) } : row));
        expect(await walk(bad)).toMatchObject({ ok: false, events: at, bad: { stream: 'agency-1', revision: at } });
      }),
      { numRuns: 2_000 },
    );
  });

  it('shows every single flipped bit of one event', async () => {
    const rows = stored('agency-1', ['甲', '乙']);
    const [first] = rows as [StoredEvent];
    for (const field of ['dataText', 'metaText'] as const) {
      for (let bit = 0; bit < Buffer.byteLength(first[field]) * 8; bit += 1) {
        const report = await walk(rows.with(0, { ...first, [field]: flippedText(first[field], bit) }));
        expect(report.bad?.revision).toBe(0);
      }
    }
  });

  it('shows an event removed from the middle or the start, at the one that follows', async () => {
    await fc.assert(fc.asyncProperty(streamAndPlace, async ([rows, at]) => {
      fc.pre(at < rows.length - 1);
      expect(await walk(rows.toSpliced(at, 1))).toMatchObject({ ok: false, events: at, bad: { revision: at + 1, reason: 'GAP' } });
    }));
  });

  it('shows a removed event also when those after it are renumbered', async () => {
    await fc.assert(fc.asyncProperty(streamAndPlace, async ([rows, at]) => {
      fc.pre(at < rows.length - 1);
      const closedUp = rows.toSpliced(at, 1).map((row, revision) => ({ ...row, revision }));
      expect(await walk(closedUp)).toMatchObject({ ok: false, events: at, bad: { revision: at, reason: 'BROKEN_LINK' } });
    }));
  });

  it('shows two events in each other’s place, with their numbers or without', async () => {
    await fc.assert(fc.asyncProperty(streamAndPlace, async ([rows, at]) => {
      fc.pre(at < rows.length - 1);
      const swapped = rows.toSpliced(at, 2, rows[at + 1] as StoredEvent, rows[at] as StoredEvent);
      expect((await walk(swapped)).bad).toMatchObject({ revision: at + 1, reason: 'GAP' });
      const renumbered = swapped.map((row, revision) => ({ ...row, revision }));
      expect((await walk(renumbered)).bad).toMatchObject({ revision: at, reason: 'BROKEN_LINK' });
    }));
  });

  it('shows an event put in between, even one that is well linked to its predecessor', async () => {
    await fc.assert(fc.asyncProperty(streamAndPlace, async ([rows, at]) => {
      fc.pre(at > 0);
      const before = JSON.parse((rows[at - 1] as StoredEvent).metaText) as { hash: string };
      const forged = link('agency-1', at, before.hash, unlinked(99, '伪造'));
      const row = { ...(rows[at] as StoredEvent), id: forged.id, dataText: JSON.stringify(forged.data), metaText: JSON.stringify(forged.meta) };
      const inserted = rows.toSpliced(at, 0, row).map((each, revision) => ({ ...each, revision }));
      expect((await walk(inserted)).bad).toMatchObject({ revision: at + 1, reason: 'BROKEN_LINK' });
      expect((await walk(rows.toSpliced(at, 0, rows[at] as StoredEvent))).bad).toMatchObject({ revision: at, reason: 'GAP' });
    }));
  });

  it('shows an event moved to another stream', async () => {
    const moved = stored('agency-1', ['甲', '乙']).map((row) => ({ ...row, stream: 'agency-2' }));
    expect(await walk(moved)).toMatchObject({ ok: false, bad: { stream: 'agency-2', revision: 0, reason: 'WRONG_HASH' } });
  });

  it('shows metadata that was written again: other spacing, a second member of one name, members after the hash', async () => {
    const rows = stored('agency-1', ['甲']);
    const [{ metaText }] = rows as [StoredEvent];
    const spellings = [` ${metaText}`, metaText.replace('{', '{"role":"AUDITOR",'), metaText.replace(/}$/, ',"more":"1"}'), 'null', '[]', '', '{"hash":null}'];
    for (const spelling of spellings) {
      const report = await walk(rows.map((row) => ({ ...row, metaText: spelling })));
      expect(report.bad).toEqual({ stream: 'agency-1', revision: 0, reason: 'META_NOT_CANONICAL', sentence: '元数据不是写入时的形式' });
    }
  });

  it('does not know of events cut off at its end', async () => {
    expect(await walk(stored('agency-1', ['甲', '乙', '丙']).slice(0, 2))).toEqual({ ok: true, events: 2, streams: 1 });
  });
});

describe('a store', () => {
  const [a, b] = [stored('agency-1', ['甲', '乙', '丙']), stored('case-1', ['丁', '戊'])];
  const mixed = [a[0], b[0], a[1], b[1], a[2]] as StoredEvent[];

  it('is walked page by page, its streams interleaved', async () => {
    const pages = [{ events: mixed.slice(0, 2) }, { events: [] }, { events: mixed.slice(2) }];
    expect(await verifyStore(each(pages))).toEqual({ ok: true, events: 5, streams: 2 });
  });

  it('names stream and revision of the first bad event', async () => {
    const bad = mixed.map((row) => (row === b[1] ? { ...row, dataText: row.dataText.replace('戊', '己') } : row));
    const report = await verifyStore(each([{ events: bad }]));
    expect(report).toEqual({ ok: false, events: 3, streams: 2, bad: { stream: 'case-1', revision: 1, reason: 'WRONG_HASH', sentence: '内容与其哈希不符' } });
  });
});
