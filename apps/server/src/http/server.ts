import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { appModule, type Parts } from '#apps/server/src/app.module';
import { serveOpenApi } from '#apps/server/src/http/open-api';
import { problem } from '#apps/server/src/http/problem';
import { clientErrorHandler } from '#apps/server/src/http/unparsable';
import { sendProblem } from '#apps/server/src/http/problem-filter';
import { answerOf } from '#apps/server/src/http/problem-of';
import { answeredHook, receivedHook, traceIdOf } from '#apps/server/src/telemetry/requests';

/** Greatest body taken, in bytes: files travel by hash. */
export const MAX_BODY_BYTES = 256 * 1024;

const MAX_PARAMETER = 128;

/** The router refuses some URLs before any hook or filter of Nest runs. */
const frameworkErrors = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void =>
  sendProblem(request, reply, answerOf(error) ?? { problem: problem('unreadable-request') });

const CSP = { directives: { 'upgrade-insecure-requests': null } };

export interface ServerOptions {
  readonly logger?: LoggerService | false;
  /** A worker serves its health and its metrics only. */
  readonly serves?: 'api' | 'health';
  /** Called with every route of the router before the server listens. */
  readonly onRoute?: (route: { readonly method: string | string[]; readonly url: string }) => void;
}

/** The HTTP server, ready to listen. */
export async function createServer(parts: Parts, { logger = new ConsoleLogger(), serves = 'api', onRoute }: ServerOptions = {}): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: MAX_BODY_BYTES, genReqId: traceIdOf, routerOptions: { maxParamLength: MAX_PARAMETER }, frameworkErrors, clientErrorHandler });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  fastify.addHook('onRequest', receivedHook);
  fastify.addHook('onResponse', answeredHook(parts.metrics));
  if (onRoute !== undefined) fastify.addHook('onRoute', onRoute);
  const app = await NestFactory.create<NestFastifyApplication>(appModule(parts, serves), adapter, { bodyParser: false, logger });
  app.useSecurityHeaders({ contentSecurityPolicy: CSP });
  if (serves === 'api') serveOpenApi(app);
  return app;
}
