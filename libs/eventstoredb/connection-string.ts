import { EventStoreDBClient } from '@eventstore/db-client';

/** Of the options that the client knows, in the form in which it compares them, those that the driver does not rely on. */
const OPTIONS = new Set([
  'usercertfile', 'userkeyfile', 'maxdiscoverattempts', 'connectionname', 'defaultdeadline', 'discoveryinterval', 'gossiptimeout', 'nodepreference', 'tls', 'tlscafile',
  'keepaliveinterval', 'keepalivetimeout',
]);

/** Whether the driver can connect by it. The client prints an option that it does not know, with the whole string and its password: it never sees one. */
export function isConnectionString(url: string): boolean {
  const [place = '', ...more] = url.split('@').toReversed();
  const names = [...place.matchAll(/[?&]([^=&?]*)=/g)].map(([, name = '']) => name.toLowerCase().replace(/[_-]/g, ''));
  if (more.length > 1 || !names.every((name) => OPTIONS.has(name))) return false;
  try {
    credentialsIn(url);
    EventStoreDBClient.connectionString(url);
    return true;
  } catch {
    return false;
  }
}

/** @throws Error for a secure connection without a user */
export function credentialsIn(url: string): { readonly username: string; readonly password: string } {
  const [, username, password] = /^[a-z+]+:\/\/([^:@/]+):([^@]+)@/.exec(url) ?? [];
  if (username !== undefined && password !== undefined) return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  // Never sent over an insecure connection.
  if (/[?&]tls=false\b/i.test(url)) return { username: 'nobody', password: 'none' };
  throw new Error('a secure connection to the event store needs esdb://user:password@host');
}
