import { HttpException } from '@nestjs/common';
import { HttpProblem, PROBLEMS, type Problem, type ProblemName, problem } from '#apps/server/src/http/problem';
import { CommandIdReused, OccursInFuture, RevisionMismatch, StreamExists, StreamNotFound } from '#libs/event-sourcing/envelope';
import { AppendOutcomeUnknown, EventTooLarge, MAX_EVENT_BYTES, WrongExpectedRevision } from '#libs/event-sourcing/event-store';
import { NotAllowed, Refused } from '#libs/event-sourcing/rule';
import { DiskFull, StoreClosed, StoreUnavailable } from '#libs/event-sourcing/store-error';
import { NewerSchema } from '#libs/event-sourcing/upcasters';
import { ViewBehind, ViewStale } from '#libs/event-sourcing/view-reader';

export interface Answer {
  readonly problem: Problem;
  readonly headers?: Readonly<Record<string, string>>;
}

const RETRY_SOON = { 'retry-after': '1' };

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- constructors of errors differ in their arguments
type ErrorClass<E> = abstract new (...given: any[]) => E;
type Answering = (error: unknown) => Answer | undefined;

const when = <E>(errorClass: ErrorClass<E>, answer: (error: E) => Answer): Answering => (error) => (error instanceof errorClass ? answer(error) : undefined);

const ruled = (name: ProblemName) => ({ rule, detail }: Refused | NotAllowed): Answer => ({
  problem: problem(name, { detail: detail === undefined ? rule.sentence : `${rule.sentence}(${detail})`, rule }),
});

/** What each error of the kernel and the stores means to a caller. */
const ANSWERS: readonly Answering[] = [
  when(HttpProblem, (error) => error),
  when(Refused, ruled('rule-refused')),
  when(NotAllowed, ruled('not-allowed')),
  when(StreamNotFound, () => ({ problem: problem('not-found') })),
  when(StreamExists, () => ({ problem: problem('already-exists', { detail: '这个编号的记录已经存在,请换一个新的编号。' }) })),
  when(RevisionMismatch, movedOn),
  when(CommandIdReused, () => ({ problem: problem('key-reused', { detail: '这个 Idempotency-Key 已随另一份内容提交过,请换一个新的。' }) })),
  when(OccursInFuture, () => ({ problem: problem('occurs-in-future', { errors: [{ pointer: '/occurredAt', check: 'notInFuture', detail: '不能晚于当前时间' }] }) })),
  when(EventTooLarge, () => ({ problem: problem('too-large', { detail: `单条记录不得超过 ${MAX_EVENT_BYTES / 1024} KiB,附件请以摘要引用。` }) })),
  when(ViewBehind, ({ view, position, wanted }) => ({ problem: problem('view-behind', { view, position: position ?? null, wanted }), headers: RETRY_SOON })),
  when(ViewStale, () => ({ problem: problem('unavailable', { detail: '查询数据正在重建,请稍后再试。' }), headers: RETRY_SOON })),
  when(WrongExpectedRevision, () => ({ problem: problem('contended'), headers: RETRY_SOON })),
  when(AppendOutcomeUnknown, () => ({ problem: problem('unavailable', { detail: '尚不知道是否已经记录,请用同一 Idempotency-Key 重试。' }), headers: RETRY_SOON })),
  when(NewerSchema, () => ({ problem: problem('unavailable', { detail: '记录由更新版本的程序写入,请升级后再办理。' }) })),
  when(DiskFull, () => ({ problem: problem('unavailable', { detail: '存储空间不足,暂停记录;查询不受影响。' }), headers: { 'retry-after': '60' } })),
  when(StoreUnavailable, () => ({ problem: problem('unavailable'), headers: RETRY_SOON })),
  when(StoreClosed, () => ({ problem: problem('unavailable'), headers: RETRY_SOON })),
  ofStatus,
];

/** The problem an error is answered with. `undefined`: unknown, so nothing about it may be told. */
export function answerOf(error: unknown): Answer | undefined {
  for (const answering of ANSWERS) {
    const answer = answering(error);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function movedOn({ stream, actual }: RevisionMismatch): Answer {
  if (actual === 'no_stream') return { problem: problem('revision-mismatch', { stream, revision: null, detail: '记录尚不存在。' }) };
  const detail = '您打开之后,记录又有了新的内容,请刷新后再办理。';
  return { problem: problem('revision-mismatch', { stream, revision: actual, detail }), headers: { etag: `"${stream}@${actual}"` } };
}

const BY_STATUS: Readonly<Record<number, ProblemName>> = { 401: 'unauthenticated', 403: 'not-allowed', 404: 'not-found', 413: 'too-large', 415: 'unsupported-media-type', 503: 'unavailable' };

/** Errors of Nest and Fastify themselves: their status is kept, their text is not shown. */
function ofStatus(error: unknown): Answer | undefined {
  const status = error instanceof HttpException ? error.getStatus() : (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status !== 'number' || (status >= 500 && status !== 503)) return undefined;
  const name = BY_STATUS[status] ?? 'unreadable-request';
  return { problem: problem(name, PROBLEMS[name].status === status ? {} : { status }) };
}
