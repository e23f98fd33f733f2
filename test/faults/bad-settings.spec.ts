import { temporaryFolder } from '#test/support/temporary-folder';
import { ServerProcess } from '#test/support/server-process';

/** sysexits.h: EX_CONFIG */
const EXIT_CONFIG = 78;

describe('a server whose settings are wrong', () => {
  it('ends with 78 and the table of them, the wrong ones marked and no password shown, before it touches a store', async () => {
    const folder = temporaryFolder();
    const settings = { DATA_DIR: folder.file('data'), ROLE: 'both', EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: 'esdb://clerk:very-secret@127.0.0.1:1?tls=false' };
    const ended = await ServerProcess.start(settings).catch((error: unknown) => error);
    folder.remove();
    const { message } = ended as Error;
    expect(message).toContain(`the server ended with ${EXIT_CONFIG}`);
    for (const line of [/✗ ROLE +both +应当是/, /^✗ DOCUMENT_STORE +sqlite +.*须设 DOCUMENT_STORE=mongodb$/m, /^✗ VAULT_KEY_FILE/m, /^ {2}EVENTSTORE_URL +esdb:\/\/clerk:\*\*\*@/m]) expect(message).toMatch(line);
    expect(message).not.toContain('very-secret');
  });

  it('ends with 78 and one line where its folder cannot be made', async () => {
    const ended = await ServerProcess.start({ DATA_DIR: '/dev/null/data' }).catch((error: unknown) => error);
    expect((ended as Error).message).toBe(`the server ended with ${EXIT_CONFIG}: ✗ DATA_DIR /dev/null/data 无法建立或者写入(ENOTDIR)\n`);
  });
});
