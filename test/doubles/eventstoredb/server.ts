import { createInterface } from 'node:readline';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featureMessages from '@eventstore/db-client/generated/serverfeatures_pb.js';
import services from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { appendService } from '#test/doubles/eventstoredb/append-service';
import { batchAppendService } from '#test/doubles/eventstoredb/batch-append-service';
import { Faults, type Order } from '#test/doubles/eventstoredb/faults';
import { ReadService } from '#test/doubles/eventstoredb/read-service';
import { ServerLog } from '#test/doubles/eventstoredb/server-log';

/**
 * Speaks the part of EventStoreDB's protocol that the driver uses, with a log that outlives the process. It proves the
 * driver, not the server. Arguments: file of the log, port (0 for any). Prints the port, then one line an order.
 */
const [path = '', wanted = '0'] = process.argv.slice(2);
let port = Number(wanted);
const faults = new Faults();
const log = new ServerLog(path);
const reading = new ReadService(log, faults, () => port);

const server = new Server();
server.addService(services.StreamsService, {
  append: appendService(log, faults, () => port),
  read: reading.read,
  batchAppend: batchAppendService(log, faults, () => port),
});
server.addService(features.ServerFeaturesService, {
  getSupportedMethods: (_call: unknown, answer: (error: null, methods: unknown) => void) => {
    const batchAppend = new featureMessages.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName('batchappend');
    answer(null, new featureMessages.SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList([batchAppend]));
  },
});
server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
  if (error !== null) throw error;
  port = bound;
  process.stdout.write(`${port}\n`);
});

function obey(order: Order): string {
  switch (order.order) {
    case 'fail':
      faults.add(order.call, order.misfortune, order.times);
      return 'waiting';
    case 'release':
      faults.release();
      return 'released';
    case 'dropSubscriptions':
      return String(reading.drop(order.misfortune));
    case 'count':
      return JSON.stringify(faults.calls);
  }
}

createInterface({ input: process.stdin })
  .on('line', (line) => process.stdout.write(`${obey(JSON.parse(line) as Order)}\n`))
  .on('close', () => process.exit(0));
