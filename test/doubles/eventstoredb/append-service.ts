import type { handleClientStreamingCall } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type Faults, isRefusal, refusal } from '#test/doubles/eventstoredb/faults';
import { type Decision, type Expected, NO_STREAM, type Proposed, proposed, type ServerLog } from '#test/doubles/eventstoredb/server-log';

/** The `Append` call: options first, then one message an event. */
export const appendService = (log: ServerLog, faults: Faults, port: () => number): handleClientStreamingCall<AppendReq, AppendResp> => (call, answer) => {
  const messages: AppendReq[] = [];
  const store = (): Decision => log.append(streamOf(messages), expectedBy(messages), messages.slice(1).map(eventOf));
  const respond = (): void => answer(null, response(store()));
  call.on('data', (message: AppendReq) => messages.push(message));
  const obey = (): void => {
    // A client that died in the middle of it asked for nothing.
    if (call.cancelled) return;
    const misfortune = faults.next('append');
    if (misfortune === undefined) respond();
    else if (misfortune === 'held') faults.hold(respond);
    else if (misfortune === 'silentAfterCommit') store();
    else if (misfortune === 'empty') answer(null, new streams.AppendResp());
    else if (isRefusal(misfortune)) answer(refusal(misfortune, port()));
  };
  // That the client died is known a turn after its last words.
  call.on('end', () => setImmediate(obey));
};

const options = (messages: readonly AppendReq[]) => {
  const found = messages[0]?.getOptions();
  if (found === undefined) throw new Error('an append without options');
  return found;
};

const streamOf = (messages: readonly AppendReq[]): string => Buffer.from(options(messages).getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');

function expectedBy(messages: readonly AppendReq[]): Expected {
  const found = options(messages);
  if (found.hasNoStream()) return 'no_stream';
  return found.hasRevision() ? Number(found.getRevision()) : 'any';
}

function eventOf(message: AppendReq): Proposed {
  const event = message.getProposedMessage();
  if (event === undefined) throw new Error('a message without an event');
  return proposed(event);
}

function response(decision: Decision): AppendResp {
  const answer = new streams.AppendResp();
  if (decision.kind === 'stored') {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(decision.position)).setPreparePosition(String(decision.position));
    return answer.setSuccess(new streams.AppendResp.Success().setCurrentRevision(String(decision.revision)).setPosition(position));
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (decision.actual === NO_STREAM) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(decision.actual));
  return answer.setWrongExpectedVersion(wrong);
}
