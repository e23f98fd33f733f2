import type { Rule } from '#libs/event-sourcing/rule';

/** Every kind of answer that is not a success: its status, and its title for the person who reads it. */
export const PROBLEMS = {
  'invalid-input': { status: 400, title: '填写内容不符合要求' },
  'unreadable-request': { status: 400, title: '请求无法读取' },
  unauthenticated: { status: 401, title: '请先登录' },
  'not-allowed': { status: 403, title: '无权办理' },
  'not-found': { status: 404, title: '没有找到' },
  'already-exists': { status: 409, title: '已经存在' },
  contended: { status: 409, title: '同一记录正被多人办理' },
  'revision-mismatch': { status: 412, title: '记录已被更新' },
  'too-large': { status: 413, title: '内容过大' },
  'unsupported-media-type': { status: 415, title: '只接受 JSON' },
  'rule-refused': { status: 422, title: '规定不允许' },
  'key-reused': { status: 422, title: '幂等键已用于另一请求' },
  'occurs-in-future': { status: 422, title: '发生时间晚于当前时间' },
  internal: { status: 500, title: '系统内部错误' },
  'view-behind': { status: 503, title: '数据正在更新' },
  unavailable: { status: 503, title: '暂时无法办理' },
} as const;

export type ProblemName = keyof typeof PROBLEMS;
export const PROBLEM_NAMES = Object.keys(PROBLEMS) as readonly ProblemName[];

/** Where in the request the fault lies: a JSON Pointer into the body, or the name of a parameter or header. */
export type FaultPlace = { readonly pointer: string } | { readonly parameter: string } | { readonly header: string };

export type Fault = FaultPlace & {
  /** Name of the check that failed, as in class-validator: `isIn`, `length`. */
  readonly check: string;
  readonly detail: string;
};

/** RFC 9457, with members of our own. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: readonly Fault[];
  readonly rule?: Rule;
  readonly [member: string]: unknown;
}

export const problem = (name: ProblemName, members: Partial<Problem> = {}): Problem => ({ type: `urn:dudao:problem:${name}`, ...PROBLEMS[name], ...members });

/** An answer that is a problem, thrown by the HTTP layer itself. */
export class HttpProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.title);
    this.name = 'HttpProblem';
  }
}

export const invalidInput = (errors: readonly Fault[]): HttpProblem => new HttpProblem(problem('invalid-input', { errors }));
