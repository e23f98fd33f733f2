import type { handleBidiStreamingCall } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusMessages from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Faults, isRefusal, refusal } from '#test/doubles/eventstoredb/faults';
import { type Decision, type Expected, NO_STREAM, proposed, type ServerLog } from '#test/doubles/eventstoredb/server-log';

/** The `BatchAppend` call: one stream of requests for many appends, each in parts, answered by its correlation id. */
export const batchAppendService = (log: ServerLog, faults: Faults, port: () => number): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> => (call) => {
  const parts = new Map<string, BatchAppendReq[]>();
  call.on('data', (part: BatchAppendReq) => {
    const id = part.getCorrelationId()?.getString() ?? '';
    const whole = [...(parts.get(id) ?? []), part];
    parts.set(id, whole);
    if (!part.getIsFinal()) return;
    parts.delete(id);
    const store = (): Decision => log.append(streamOf(whole), expectedBy(whole), whole.flatMap((each) => each.getProposedMessagesList()).map(proposed));
    const respond = (): void => void call.write(response(whole, store()));
    const misfortune = faults.next('batchAppend');
    if (misfortune === undefined) respond();
    else if (misfortune === 'held') faults.hold(respond);
    else if (misfortune === 'silentAfterCommit') store();
    else if (isRefusal(misfortune)) call.emit('error', refusal(misfortune, port()));
  });
  call.on('end', () => call.end());
};

function options([first]: readonly BatchAppendReq[]) {
  const found = first?.getOptions();
  if (found === undefined) throw new Error('an append without options');
  return found;
}

const streamOf = (parts: readonly BatchAppendReq[]): string => Buffer.from(options(parts).getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');

function expectedBy(parts: readonly BatchAppendReq[]): Expected {
  const found = options(parts);
  if (found.hasNoStream()) return 'no_stream';
  return found.hasStreamPosition() ? Number(found.getStreamPosition()) : 'any';
}

function response(parts: readonly BatchAppendReq[], decision: Decision): BatchAppendResp {
  const answer = new streams.BatchAppendResp().setCorrelationId(parts[0]?.getCorrelationId()).setStreamIdentifier(options(parts).getStreamIdentifier());
  if (decision.kind === 'stored') {
    const position = new shared.AllStreamPosition().setCommitPosition(String(decision.position)).setPreparePosition(String(decision.position));
    return answer.setSuccess(new streams.BatchAppendResp.Success().setCurrentRevision(String(decision.revision)).setPosition(position));
  }
  const wrong = new shared.WrongExpectedVersion();
  if (decision.actual === NO_STREAM) wrong.setCurrentNoStream(new shared.Empty() as never);
  else wrong.setCurrentStreamRevision(String(decision.actual));
  const details = new any.Any();
  details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return answer.setError(new statusMessages.Status().setMessage('wrong expected version').setDetails(details));
}
