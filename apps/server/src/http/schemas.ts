import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import answers from '#apps/server/src/http/answers.json' with { type: 'json' };
import { problem, PROBLEM_NAMES, PROBLEMS } from '#apps/server/src/http/problem';
import { ARCHIVED_KINDS } from '#libs/archives/archive.events';

const ID = '[0-9a-zA-Z][0-9a-zA-Z-]{0,63}';
/** Longer than any other id: the name of a stream, a kind before an id. */
const ARCHIVE_ID = `(${Object.keys(ARCHIVED_KINDS).join('|')})-${ID}`;

/** What an id in a path looks like, by the parameter that names it. */
export const idSchema = (parameter: string) => ({ type: 'string', pattern: `^${parameter === 'archiveId' ? ARCHIVE_ID : ID}$` }) as const;

export const ETAG_HEADER = { ETag: { description: '"<stream>@<revision>"', schema: { type: 'string' } } } as const;

/** Schemas of what the server answers, made from the types by `npm run answers`. */
export const ANSWER_SCHEMAS: Readonly<Record<string, object>> = answers.schemas;
const OPERATIONS: Readonly<Record<string, object>> = answers.operations;
/** Queries whose answer has a type, by operationId. */
export const ANSWERED = Object.keys(OPERATIONS);

/** What a query answers; for one that the table of answers does not name, what its route says. */
export const answerOf = (operationId: string, said: object = { type: 'object' }): object => OPERATIONS[operationId] ?? said;

const MEANINGS: Readonly<Record<number, string>> = {
  400: '填写内容不符合要求',
  401: '未登录',
  403: '无权办理',
  404: '没有找到',
  409: '已经存在',
  412: '记录已被更新',
  413: '内容过大',
  414: '地址过长',
  415: '只接受 JSON',
  422: '规定不允许',
  503: '暂时无法办理',
};

const examplesOf = (status: number) =>
  Object.fromEntries(PROBLEM_NAMES.filter((name) => PROBLEMS[name].status === status).map((name) => [name, { summary: PROBLEMS[name].title, value: problem(name) }]));

const problemContent = (status: number) => ({ 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: examplesOf(status) } });

/** Documents the problems that a route may answer with. */
export const answersProblems = (...statuses: readonly number[]): MethodDecorator & ClassDecorator =>
  applyDecorators(...statuses.map((status) => ApiResponse({ status, description: MEANINGS[status] ?? '', content: problemContent(status) })));

/** A page of documents whose type the table of answers does not name. */
export const pageSchema = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: { type: 'object' } },
    next: { type: ['string', 'null'], description: 'Cursor of the next page' },
  },
};
