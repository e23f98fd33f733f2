import { SqliteEventStore } from '#libs/sqlite/event-store';

/** Opens the store named by the first argument, says so or why not, and holds it until the process ends. */
const outcome = await SqliteEventStore.open(process.argv[2] ?? '').then(
  () => 'open',
  (error: unknown) => (error instanceof Error ? error.name : String(error)),
);
process.stdout.write(`${outcome}\n`);
process.stdin.resume();
