import { applyDecorators, createParamDecorator, type ExecutionContext, Get, Header, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '#apps/server/src/http/actor-guard';
import { idIn } from '#apps/server/src/http/origin';
import { DocumentHeaders, PageHeaders } from '#apps/server/src/http/read-headers';
import { answerOf, answersProblems, ETAG_HEADER, idSchema, pageSchema } from '#apps/server/src/http/schemas';
import type { Actor } from '#libs/event-sourcing/event';

/** Who asks. */
export const By = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => actorOf(context.switchToHttp().getRequest<FastifyRequest>()));

/** An id in the path, checked. */
export const Id = createParamDecorator((parameter: string, context: ExecutionContext): string => idIn(context.switchToHttp().getRequest<FastifyRequest>(), parameter));

/** The name of a stream in the path: a category, then an id. */
export const StreamName = createParamDecorator((parameter: string, context: ExecutionContext): string =>
  idIn(context.switchToHttp().getRequest<FastifyRequest>(), parameter, /^[a-z]{1,32}-[0-9a-zA-Z-]{1,80}$/),
);

const parametersOf = (path: string): readonly string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');

/** Any query: its name is its operationId, by which its answer is known; answers are never kept by caches. */
export const QueryRoute = (path: string, operationId: string, said?: object, headers?: typeof ETAG_HEADER): MethodDecorator =>
  applyDecorators(
    Get(path),
    Header('Cache-Control', 'no-store'),
    ApiOperation({ operationId }),
    ...parametersOf(path).map((name) => ApiParam({ name, schema: idSchema(name) })),
    ApiOkResponse({ schema: answerOf(operationId, said), ...(headers === undefined ? {} : { headers }) }),
    answersProblems(400, 401, 403, 404, 414, 503),
  );

/** A query whose answer is one document with a version. */
export const DocumentRoute = (path: string, operationId: string): MethodDecorator =>
  applyDecorators(QueryRoute(path, operationId, undefined, ETAG_HEADER), UseInterceptors(DocumentHeaders));

/** A query whose answer is a page of documents. */
export const PageRoute = (path: string, operationId: string): MethodDecorator =>
  applyDecorators(QueryRoute(path, operationId, pageSchema), UseInterceptors(PageHeaders));
