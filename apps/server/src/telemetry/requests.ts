import type { IncomingMessage } from 'node:http';
import { Logger } from '@nestjs/common';
import type { Span } from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import type { Metrics } from '#apps/server/src/telemetry/metrics';
import { startRequest, within } from '#apps/server/src/telemetry/tracing';

/** The trace that the caller began (W3C Trace Context) in the form of a UUID, else one of our own. */
export function traceIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = /^00-([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(headers['traceparent']));
  return given === null ? v7() : given.slice(1).join('-');
}

const spans = new WeakMap<FastifyRequest, Span>();

/** Everything that a request brings about happens within its span. */
export function receivedHook(request: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  const span = startRequest(request.id, request.headers['traceparent'] as string | undefined, `${request.method} ${request.routeOptions.url ?? '(none)'}`);
  spans.set(request, span);
  within(span, done);
}

/** Counts and logs every answer by its route: the ids and texts of a request stay out of both. */
export function answeredHook(metrics: Metrics): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const logger = new Logger('http');
  return async (request, { statusCode: status, elapsedTime }) => {
    const { id: traceId, method } = request;
    const route = request.routeOptions.url ?? '(none)';
    metrics.answered(method, route, status, elapsedTime / 1000);
    logger.log({ method, route, status, milliseconds: Math.round(elapsedTime), traceId });
    spans.get(request)?.setAttribute('http.response.status_code', status).end();
  };
}
