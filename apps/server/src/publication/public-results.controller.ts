import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Open } from '#apps/server/src/http/actor-guard';
import { type DocumentPage, FindDocuments } from '#apps/server/src/http/find-documents';
import { CLOCK } from '#apps/server/src/http/ports';
import { notFound, ReadDocument } from '#apps/server/src/http/read-document';
import { Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { ListPublicResults } from '#apps/server/src/publication/publications.queries';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';
import { type PublicDocument, type PublicResult, publicResults, resultOn } from '#libs/publication/public-result.view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** Anybody. */
const PUBLIC: Actor = { person: '', role: 'PUBLIC', organisation: '' };
const results: Readable<PublicDocument> = { view: publicResults, sight: { open: true }, category: 'publication' };

/** 公示: for everybody, without a token. A result that is not public, not yet or no longer, is not there. */
@Open()
@Controller('v1/public-results')
export class PublicResultsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 公示列表 */
  @PageRoute('', 'ListPublicResults')
  async list(@Query() query: ListPublicResults): Promise<DocumentPage<PublicResult>> {
    const { area, kind, agencyId } = query;
    const filter = { where: { area, kind, agencyId }, range: { member: 'visibleFrom', from: '0', to: this.today() }, order: { member: 'visibleFrom', descending: true } };
    const { items, next } = await this.queries.execute(new FindDocuments(results, PUBLIC, query, filter));
    return { items: items.flatMap((document) => resultOn(document as PublicDocument, this.today()) ?? []), next };
  }

  /** 公示的督导结果 */
  @QueryRoute(':resultId', 'GetPublicResult')
  async get(@Id('resultId') resultId: string): Promise<PublicResult> {
    const { document } = await this.queries.execute(new ReadDocument(results, PUBLIC, resultId));
    const result = resultOn(document, this.today());
    if (result === undefined) throw notFound();
    return result;
  }

  private today() {
    return legalDateOf(this.clock.now());
  }
}
