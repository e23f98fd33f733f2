import { Body, Controller, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { From, type Origin } from '#apps/server/src/http/origin';
import { PageQuery } from '#apps/server/src/http/page.queries';
import { By, PageRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { Submit } from '#apps/server/src/http/submit';
import type { Actor } from '#libs/event-sourcing/event';
import { PublishScoreSheetTemplate } from '#libs/sessions/score-sheet-template.commands';
import type { ScoreSheetTemplate } from '#libs/sessions/score-sheet-template.evolve';
import { scoreSheetTemplates } from '#libs/sessions/score-sheet-template.view';

/** A published form is for everybody. */
const templates: Readable<ScoreSheetTemplate> = { view: scoreSheetTemplates, sight: { open: true }, category: 'scoresheets' };

@Controller('v1/score-sheet-templates')
export class ScoreSheetTemplatesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 内部督导评分表模板,新的在前 */
  @PageRoute('', 'ListScoreSheetTemplates')
  list(@By() actor: Actor, @Query() query: PageQuery) {
    return this.queries.execute(new FindDocuments(templates, actor, query, { order: { member: 'validFrom', descending: true } }));
  }

  /** 发布内部督导评分表模板: under the id FJ */
  @CommandRoute('templatesId', PublishScoreSheetTemplate)
  publishScoreSheetTemplate(@From() origin: Origin, @Body() body: PublishScoreSheetTemplate) {
    return this.commands.execute(new Submit(origin, body));
  }
}
