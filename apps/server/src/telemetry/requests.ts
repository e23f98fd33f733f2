import type { IncomingMessage } from 'node:http';
import { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import type { Metrics } from '#apps/server/src/telemetry/metrics';

/** The trace that the caller began (W3C Trace Context), else one of our own. */
export const traceIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string =>
  /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(headers['traceparent']))?.[1] ?? v7();

/** Counts and logs every answer by its route: the ids and texts of a request stay out of both. */
export function answeredHook(metrics: Metrics): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const logger = new Logger('http');
  return async ({ id: traceId, method, routeOptions }, { statusCode: status, elapsedTime }) => {
    const route = routeOptions.url ?? '(none)';
    metrics.answered(method, route, status, elapsedTime / 1000);
    logger.log({ method, route, status, milliseconds: Math.round(elapsedTime), traceId });
  };
}
