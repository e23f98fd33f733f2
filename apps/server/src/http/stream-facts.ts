import { Inject, Injectable } from '@nestjs/common';
import { EVENTS } from '#apps/server/src/http/ports';
import { notFound } from '#apps/server/src/http/read-document';
import { documentOf, maySee, type Readable, toldTo } from '#apps/server/src/http/readable';
import type { Actor, RecordedEvent } from '#libs/event-sourcing/event';
import type { UpcastingReader } from '#libs/event-sourcing/upcasting';

/** The facts that a document is made of, for those who may read it now: who has lost sight of a case has lost its past, too. */
@Injectable()
export class StreamFacts {
  constructor(@Inject(EVENTS) private readonly events: UpcastingReader) {}

  /** @throws HttpProblem not-found where there is nothing, or nothing that the actor may see */
  async of(from: Readable<object>, actor: Actor, key: string): Promise<readonly RecordedEvent[]> {
    const facts: RecordedEvent[] = [];
    for await (const event of this.events.readStream(`${from.category}-${key}`)) facts.push(event);
    const document = documentOf(from, toldTo(from, actor, facts), key);
    if (document === null || !maySee(from, actor, document)) throw notFound();
    return facts;
  }
}
