import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

const text = { type: 'string' } as const;
const revision = { type: 'integer', minimum: 0 } as const;

export const ID_SCHEMA = { type: 'string', pattern: '^[0-9a-zA-Z][0-9a-zA-Z-]{0,63}$' } as const;

export const ETAG_HEADER = { ETag: { description: '"<stream>@<revision>"', schema: text } } as const;

export const outcomeSchema = {
  type: 'object',
  required: ['stream', 'revision', 'events', 'repeated'],
  properties: {
    stream: text,
    revision: { ...revision, description: 'Revision of the stream after the command' },
    position: { ...text, description: 'Place in the whole log; a query may ask for at least this position' },
    events: {
      type: 'array',
      items: { type: 'object', required: ['id', 'type', 'revision'], properties: { id: { type: 'string', format: 'uuid' }, type: text, revision } },
    },
    repeated: { type: 'boolean', description: 'This command had been carried out before' },
  },
} as const;

const ruleSchema = { type: 'object', properties: { name: text, id: text, article: text, sentence: text } } as const;

const faultSchema = {
  type: 'object',
  required: ['check', 'detail'],
  properties: { pointer: { ...text, description: 'JSON Pointer into the body' }, parameter: text, header: text, check: text, detail: text },
} as const;

/** RFC 9457 */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    errors: { type: 'array', items: faultSchema },
    rule: ruleSchema,
    revision: { ...revision, type: ['integer', 'null'], description: '412: the current revision' },
    traceId: text,
  },
};

const MEANINGS: Readonly<Record<number, string>> = {
  400: '填写内容不符合要求',
  401: '未登录',
  403: '无权办理',
  404: '没有找到',
  409: '已经存在',
  412: '记录已被更新',
  413: '内容过大',
  415: '只接受 JSON',
  422: '规定不允许',
  503: '暂时无法办理',
};

/** Documents the problems that a route may answer with. */
export const answersProblems = (...statuses: readonly number[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({ status, description: MEANINGS[status] ?? '', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }),
    ),
  );

export const pageSchema = {
  type: 'object',
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', items: { type: 'object' } },
    next: { type: ['string', 'null'], description: 'Cursor of the next page' },
  },
};
