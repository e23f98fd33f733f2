import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { Outcome } from '#libs/event-sourcing/envelope';

export const etagOf = ({ stream, revision }: { readonly stream: string; readonly revision: number }): string => `"${stream}@${revision}"`;

/** A command answers with the ETag of what it wrote to, and 201 where it opened the stream. */
@Injectable()
export class OutcomeHeaders implements NestInterceptor<Outcome, Outcome> {
  intercept(context: ExecutionContext, next: CallHandler<Outcome>): Observable<Outcome> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((outcome) => {
        void reply.header('etag', etagOf(outcome)).status(outcome.events[0]?.revision === 0 ? 201 : 200);
        return outcome;
      }),
    );
  }
}
