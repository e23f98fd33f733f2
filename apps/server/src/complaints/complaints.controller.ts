import { complaintFiles } from '#apps/server/src/complaints/complaints.readable';
import { Controller, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListComplaints } from '#apps/server/src/complaints/complaints.queries';
import { FindDocuments } from '#apps/server/src/http/find-documents';
import { ReadDifference, ReadPast } from '#apps/server/src/http/history';
import { AsOf, Between } from '#apps/server/src/http/history.queries';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { CLOCK } from '#apps/server/src/http/ports';
import { ReadDocument } from '#apps/server/src/http/read-document';
import { By, DocumentRoute, Id, PageRoute, QueryRoute } from '#apps/server/src/http/read-route';
import { pageSchema } from '#apps/server/src/http/schemas';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { tellComplaint } from '#libs/complaints/complaint.timeline';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';


@Controller('v1/complaints')
export class ComplaintsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 举报列表 */
  @PageRoute('', 'ListComplaints')
  list(@By() actor: Actor, @Query() query: ListComplaints) {
    const { holder, stage, agencyId, overdue } = query;
    const where = { holder, stage, agencyId };
    const late = { where, range: { member: 'dueAt', from: '0', to: this.clock.now() }, order: { member: 'dueAt' } };
    return this.queries.execute(new FindDocuments(complaintFiles, actor, query, overdue === true ? late : { where, order: { member: 'receivedOn', descending: true } }));
  }

  /** 举报 */
  @DocumentRoute(':complaintId', 'GetComplaint')
  get(@By() actor: Actor, @Id('complaintId') complaintId: string, @Query() query: ViewQuery) {
    return this.queries.execute(new ReadDocument(complaintFiles, actor, complaintId, query));
  }

  /** 举报办理历程 */
  @QueryRoute(':complaintId/timeline', 'GetComplaintTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('complaintId') complaintId: string) {
    return this.queries.execute(new ReadTimeline(complaintFiles, tellComplaint, actor, complaintId));
  }

  /** 某一时点的举报 */
  @QueryRoute(':complaintId/as-of', 'GetComplaintAsOf')
  asOf(@By() actor: Actor, @Id('complaintId') complaintId: string, @Query() asOf: AsOf) {
    return this.queries.execute(new ReadPast(complaintFiles, actor, complaintId, asOf));
  }

  /** 两个版本之间的变化 */
  @QueryRoute(':complaintId/difference', 'GetComplaintDifference')
  difference(@By() actor: Actor, @Id('complaintId') complaintId: string, @Query() between: Between) {
    return this.queries.execute(new ReadDifference(complaintFiles, actor, complaintId, between));
  }
}
