import { writeSync } from 'node:fs';
import { Upcasters } from '#libs/event-sourcing/upcasters';
import { upcastingReader } from '#libs/event-sourcing/upcasting';
import { ViewRunner } from '#libs/event-sourcing/view-runner';
import { SqliteDocumentStore } from '#libs/sqlite/document-store';
import { SqliteEventReader } from '#libs/sqlite/event-reader';
import { KILLED_VIEWS } from '#test/faults/killed-views';

/** Folds the log into the views and prints a line for each durable write; then waits to be killed. */
const [log = '', path = ''] = process.argv.slice(2);
const store = upcastingReader(await SqliteEventReader.openReadOnly(log), new Upcasters());
const documents = await SqliteDocumentStore.open(path);
const write = documents.write.bind(documents);
const saveCheckpoint = documents.saveCheckpoint.bind(documents);
documents.write = async (collection, writes) => {
  const missed = await write(collection, writes);
  if (writes.length > 0) writeSync(1, `${collection} ${writes.length}\n`);
  return missed;
};
documents.saveCheckpoint = async (name, checkpoint) => {
  await saveCheckpoint(name, checkpoint);
  writeSync(1, `${name} ${checkpoint.position}\n`);
};
await new ViewRunner({ store, documents }, KILLED_VIEWS).catchUp();
writeSync(1, 'done\n');
process.stdin.resume();
