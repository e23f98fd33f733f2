import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '#apps/server/src/http/problem';
import { type Answer, answerOf } from '#apps/server/src/http/problem-of';

/** Answers every error as RFC 9457. What is not known is logged whole and told not at all. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    sendProblem(request, http.getResponse<FastifyReply>(), answerOf(error) ?? this.unknown(error, request.id));
  }

  private unknown(error: unknown, traceId: string): Answer {
    this.logger.error(`${traceId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { problem: problem('internal', { detail: '请把 traceId 告诉管理员。', traceId }) };
  }
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, { problem: told, headers = {} }: Answer): void {
  if (reply.sent) return;
  const instance = request.url.split('?', 1)[0] ?? request.url;
  void reply.status(told.status).headers(headers).type('application/problem+json').send(JSON.stringify({ ...told, instance }));
}
