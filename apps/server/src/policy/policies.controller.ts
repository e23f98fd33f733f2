import { Body, Controller, Inject, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { CommandRoute } from '#apps/server/src/http/command-route';
import { From, type Origin } from '#apps/server/src/http/origin';
import { CLOCK, VIEWS } from '#apps/server/src/http/ports';
import { notFound } from '#apps/server/src/http/read-document';
import { By, Id, QueryRoute } from '#apps/server/src/http/read-route';
import type { Readable } from '#apps/server/src/http/readable';
import { pageSchema } from '#apps/server/src/http/schemas';
import { Submit } from '#apps/server/src/http/submit';
import { ReadTimeline } from '#apps/server/src/http/timeline';
import { policyAnswer, type PolicyAnswer } from '#apps/server/src/policy/policy-answer';
import { GetPolicy } from '#apps/server/src/policy/policies.queries';
import { mayAudit } from '#libs/access/policy';
import type { Clock } from '#libs/event-sourcing/clock';
import type { Actor } from '#libs/event-sourcing/event';
import type { ViewReader } from '#libs/event-sourcing/view-reader';
import { ApprovePolicyVersion, ProposePolicyVersion, RejectPolicyVersion } from '#libs/policy/policy.commands';
import { POLICY_ID } from '#libs/policy/policy.events';
import { tellPolicy } from '#libs/policy/policy.timeline';
import { NO_VERSIONS, type PolicyRegister, policyRegister } from '#libs/policy/policy.view';
import { isLegalDate, legalDateOf } from '#libs/regulation/legal-date';

/** How the versions came about is for those who oversee; the versions themselves are for everybody. */
const register: Readable<PolicyRegister> = { view: policyRegister, sight: {}, category: 'policy' };

@Controller('v1/policies')
export class PoliciesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(VIEWS) private readonly views: ViewReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 政策版本和某日有效的参数 */
  @QueryRoute(':policyId', 'GetPolicy')
  async get(@By() actor: Actor, @Id('policyId') policyId: string, @Query() { on, minPosition }: GetPolicy): Promise<PolicyAnswer> {
    const day = on ?? legalDateOf(this.clock.now());
    if (policyId !== POLICY_ID || !isLegalDate(day)) throw notFound();
    const found = await this.views.get(policyRegister, POLICY_ID, { minPosition });
    return policyAnswer(found?.body ?? NO_VERSIONS, day, mayAudit(actor));
  }

  /** 政策版本的历程 */
  @QueryRoute(':policyId/timeline', 'GetPolicyTimeline', pageSchema)
  timeline(@By() actor: Actor, @Id('policyId') policyId: string) {
    return this.queries.execute(new ReadTimeline(register, tellPolicy, actor, policyId));
  }

  /** 拟定政策版本 */
  @CommandRoute('policyId', ProposePolicyVersion)
  proposePolicyVersion(@From() origin: Origin, @Body() body: ProposePolicyVersion) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 批准政策版本 */
  @CommandRoute('policyId', ApprovePolicyVersion)
  approvePolicyVersion(@From() origin: Origin, @Body() body: ApprovePolicyVersion) {
    return this.commands.execute(new Submit(origin, body));
  }

  /** 退回政策版本 */
  @CommandRoute('policyId', RejectPolicyVersion)
  rejectPolicyVersion(@From() origin: Origin, @Body() body: RejectPolicyVersion) {
    return this.commands.execute(new Submit(origin, body));
  }
}
