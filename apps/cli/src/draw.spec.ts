import { writeFileSync } from 'node:fs';
import { exportDraw, key, verify } from '#apps/cli/src/draw';
import { Usage } from '#apps/cli/src/output';
import { ownSecretKey } from '#libs/proof/secret-key-file';
import { bytesToHex } from '@noble/hashes/utils.js';
import { SqliteEventStore } from '#libs/sqlite/event-store';
import { completed, FIRST, prepared, PUBLIC_KEY, SECOND } from '#test/support/draw-story';
import { newEvent } from '#test/support/new-event';
import { temporaryFolder } from '#test/support/temporary-folder';

const folder = temporaryFolder();
const data = folder.file('.');

beforeAll(async () => {
  const store = await SqliteEventStore.open(folder.file('events.db'));
  await store.append(`draw-${FIRST}`, 'no_stream', completed(prepared()).map(newEvent));
  await store.append(`draw-${SECOND}`, 'no_stream', prepared().map(newEvent));
  await store.close();
});
afterAll(() => folder.remove());

describe('dudao draw', () => {
  it('exports a completed draw from the log, and re-runs it offline under the announced key', async () => {
    const { lines } = await exportDraw(data, [FIRST]);
    const file = folder.file('record.json');
    writeFileSync(file, `${lines.join('\n')}\n`);
    expect(verify([file], PUBLIC_KEY)).toMatchObject({ ok: true });
    expect(verify([file], 'ab'.repeat(32))).toMatchObject({ ok: false });
  });

  it('has nothing to export before there is a result', async () => {
    await expect(exportDraw(data, [SECOND])).rejects.toThrow('is not completed');
    await expect(exportDraw(data, ['none-1'])).rejects.toThrow('no draw none-1');
    await expect(exportDraw(data, [])).rejects.toThrow(Usage);
  });

  it('prints the public key, and never the secret one', () => {
    const own = ownSecretKey(folder.file('draw.key'));
    const { lines, json } = key(data);
    expect(lines).toEqual([bytesToHex(own.publicKey)]);
    expect(JSON.stringify([lines, json])).not.toContain(bytesToHex(own.secretKey));
  });
});
