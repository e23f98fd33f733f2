import { Controller, Header } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import { asyncApi } from '#apps/server/src/catalog/async-api';
import { notFound } from '#apps/server/src/http/read-document';
import { Id, QueryRoute } from '#apps/server/src/http/read-route';
import { type Catalog, eventCatalog } from '#libs/record/event-catalog';
import type { EventSchema } from '#libs/record/event-schemas';

/** What the record can say, for whoever reads it by program. Nothing of what it does say. */
@Controller('v1')
export class CatalogController {
  /** 事件目录 */
  @QueryRoute('catalog', 'ReadCatalog')
  catalog(): Catalog {
    return eventCatalog();
  }

  /** 一种事件一个版本的结构 */
  @QueryRoute('catalog/:type/:version', 'ReadEventSchema')
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @ApiProduces('application/schema+json')
  schema(@Id('type') type: string, @Id('version') version: string): EventSchema {
    const entry = eventCatalog().items.find((candidate) => candidate.type === type);
    const found = entry?.versions.find((candidate) => `v${candidate.version}` === version);
    if (found === undefined) throw notFound();
    return found.schema;
  }

  /** 一种事件对外推送的结构 */
  @QueryRoute('catalog/:type/:version/released', 'ReadReleasedSchema')
  @Header('Content-Type', 'application/schema+json; charset=utf-8')
  @ApiProduces('application/schema+json')
  released(@Id('type') type: string, @Id('version') version: string): EventSchema {
    const entry = eventCatalog().items.find((candidate) => candidate.type === type && `v${candidate.version}` === version);
    if (entry === undefined || 'withheld' in entry.feed) throw notFound();
    return entry.feed.schema;
  }

  /** 事件推送的 AsyncAPI 说明 */
  @QueryRoute('asyncapi.json', 'ReadAsyncApi', { type: 'object', required: ['asyncapi'], additionalProperties: true })
  asyncApi(): object {
    return asyncApi();
  }
}
