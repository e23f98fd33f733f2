import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { DocumentPage } from '#apps/server/src/http/find-documents';
import { etagOf } from '#apps/server/src/http/outcome-headers';
import type { Versioned } from '#apps/server/src/http/read-document';

/** Answers with the document alone, its version in the ETag. */
@Injectable()
export class DocumentHeaders implements NestInterceptor<Versioned<object>, object> {
  intercept(context: ExecutionContext, next: CallHandler<Versioned<object>>): Observable<object> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map(({ version, document }) => {
        if (version !== undefined) void reply.header('etag', etagOf(version));
        return document;
      }),
    );
  }
}

/** RFC 8288: a page links to the next, with the same filters. */
@Injectable()
export class PageHeaders implements NestInterceptor<DocumentPage<object>, DocumentPage<object>> {
  intercept(context: ExecutionContext, next: CallHandler<DocumentPage<object>>): Observable<DocumentPage<object>> {
    const http = context.switchToHttp();
    const { url } = http.getRequest<FastifyRequest>();
    return next.handle().pipe(
      map((page) => {
        if (page.next !== null) void http.getResponse<FastifyReply>().header('link', `<${withCursor(url, page.next)}>; rel="next"`);
        return page;
      }),
    );
  }
}

function withCursor(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
