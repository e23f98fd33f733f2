import { Controller, Inject, Query } from '@nestjs/common';
import { ViewQuery } from '#apps/server/src/http/page.queries';
import { VIEWS } from '#apps/server/src/http/ports';
import { By, QueryRoute } from '#apps/server/src/http/read-route';
import { mayAudit } from '#libs/access/policy';
import type { Actor } from '#libs/event-sourcing/event';
import type { ReadOptions, ViewReader } from '#libs/event-sourcing/view-reader';
import { RULE_USES } from '#libs/record/views';
import { RULE_TRACE, type TracedRule } from '#libs/record/rule-trace';
import { MEASURES } from '#libs/regulation/articles';
import type { Item } from '#libs/regulation/parse-measures';

/** A rule with how often facts rested on it; who may not read the log is told no counts. */
export interface UsedRule extends TracedRule {
  readonly uses: Readonly<Record<string, number>> | null;
}

/** An article as it was issued, then the rules that were read out of it. */
export interface RuledItem extends Item {
  readonly rules: readonly UsedRule[];
}

export interface Regulation {
  readonly title: string;
  readonly issuedBy: string;
  readonly issuedOn: string;
  readonly preamble: string;
  readonly chapters: readonly { readonly number: string; readonly title: string; readonly items: readonly RuledItem[] }[];
  /** Rules that belong to no article: of the preamble and of the attachments. */
  readonly otherRules: readonly UsedRule[];
}

type Counts = ReadonlyMap<string, Readonly<Record<string, number>>> | undefined;

/** More than there are rules. */
const ALL = 1_000;

@Controller('v1')
export class RegulationController {
  constructor(@Inject(VIEWS) private readonly views: ViewReader) {}

  /** 办法条款、规则与适用次数 */
  @QueryRoute('regulation', 'ReadRegulation')
  async regulation(@By() actor: Actor, @Query() { minPosition }: ViewQuery): Promise<Regulation> {
    const counts = mayAudit(actor) ? await this.counts({ minPosition }) : undefined;
    const rulesOf = (keeps: (rule: TracedRule) => boolean) => RULE_TRACE.filter(keeps).map((rule) => ({ ...rule, uses: usesOf(rule, counts) }));
    const articles = new Set(MEASURES.chapters.flatMap(({ items }) => items.map(({ article }) => article)));
    const { title, issuedBy, issuedOn, preamble } = MEASURES;
    const chapters = MEASURES.chapters.map(({ items, ...chapter }) => ({
      ...chapter,
      items: items.map((item) => ({ ...item, rules: rulesOf(({ article }) => article === item.article) })),
    }));
    return { title, issuedBy, issuedOn, preamble, chapters, otherRules: rulesOf(({ article }) => !articles.has(article)) };
  }

  private async counts(options: ReadOptions): Promise<Counts> {
    const found = await this.views.find(RULE_USES, { where: {}, limit: ALL }, options);
    return new Map(found.flatMap(({ body }) => (body === null ? [] : [[body.ruleId, body.events]])));
  }
}

const usesOf = ({ id }: TracedRule, counts: Counts): UsedRule['uses'] => (counts === undefined ? null : (counts.get(id) ?? {}));
