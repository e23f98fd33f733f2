import type { AgencySanctionCase } from '#libs/agencies/agency-sanction.evolve';
import type { Training } from '#libs/agencies/training.evolve';
import type { Archive } from '#libs/archives/archive.evolve';
import type { Complaint } from '#libs/complaints/complaint.evolve';
import type { Reporter } from '#libs/complaints/reporter.evolve';
import type { Case } from '#libs/cases/case.evolve';
import type { Daily } from '#libs/cases/daily.evolve';
import type { Draw } from '#libs/draws/draw.evolve';
import { categoryOf, type GlobalPosition, type Instant, type LegalDate, type Recorded } from '#libs/event-sourcing/event';
import type { EventReader } from '#libs/event-sourcing/event-store';
import type { PolicyState } from '#libs/policy/policy.evolve';
import type { Publication } from '#libs/publication/publication.evolve';
import { DECIDERS } from '#libs/record/deciders';
import { legalDateOf } from '#libs/regulation/legal-date';
import type { WorkCalendar } from '#libs/regulation/work-calendar';
import type { ScoreSheetTemplates } from '#libs/sessions/score-sheet-template.evolve';
import type { Session } from '#libs/sessions/session.evolve';
import type { CardStock } from '#libs/supervisors/card.evolve';
import type { Assessment } from '#libs/supervisors/assessment.evolve';
import type { Credential } from '#libs/supervisors/credential.evolve';
import type { PersonState } from '#libs/supervisors/person.evolve';
import type { Webhook } from '#libs/webhooks/webhook.evolve';

/** What stands in a stream of each category. */
export interface StateOf {
  readonly agency: object;
  readonly training: Training;
  readonly agencysanction: AgencySanctionCase;
  readonly supervisor: Credential;
  readonly assessment: Assessment;
  readonly person: PersonState;
  readonly cards: CardStock;
  readonly case: Case;
  readonly daily: Daily;
  readonly complaint: Complaint;
  readonly reporter: Reporter;
  readonly draw: Draw;
  readonly session: Session;
  readonly scoresheets: ScoreSheetTemplates;
  readonly drawkeys: object;
  readonly calendar: WorkCalendar;
  readonly webhook: Webhook;
  readonly publication: Publication;
  readonly policy: PolicyState;
  readonly archive: Archive;
}

type AnyFold = { readonly initial: unknown; readonly evolve: (state: unknown, event: Recorded<never>) => unknown };
const FOLDS = new Map(DECIDERS.map(({ category, initial, evolve }) => [category, { initial, evolve } as unknown as AnyFold]));

/** How things stand: the states of all streams, read after the log. */
export class States {
  private readonly byStream = new Map<string, unknown>();
  private position: GlobalPosition | undefined;

  async catchUp(log: Pick<EventReader, 'readAll'>): Promise<void> {
    for (;;) {
      const { events, scannedTo, atHead } = await log.readAll({ after: this.position, max: 500 });
      for (const event of events) {
        const fold = FOLDS.get(categoryOf(event.stream));
        const state = this.byStream.has(event.stream) ? this.byStream.get(event.stream) : fold?.initial;
        this.byStream.set(event.stream, fold?.evolve(state, event as unknown as Recorded<never>));
      }
      this.position = scannedTo;
      if (atHead) return;
    }
  }

  of<C extends keyof StateOf>(category: C, id: string): StateOf[C] | undefined {
    return this.byStream.get(`${category}-${id}`) as StateOf[C] | undefined;
  }

  /** Every stream of the category, by its id. */
  all<C extends keyof StateOf>(category: C): readonly (readonly [id: string, state: StateOf[C]])[] {
    const prefix = `${category}-`;
    return [...this.byStream].flatMap(([stream, state]) => (stream.startsWith(prefix) ? [[stream.slice(prefix.length), state as StateOf[C]] as const] : []));
  }
}

/** Until an hour after the next of the moments; 1 where none is to come. */
export function hoursToTheNext(moments: readonly Instant[], now: Instant): number {
  const [next] = moments.filter((moment) => moment > now).toSorted();
  return next === undefined ? 1 : 1 + Math.ceil((Date.parse(next) - Date.parse(now)) / 3_600_000);
}

/** What an ask is made from. */
export interface Scene {
  readonly states: States;
  readonly now: Instant;
  readonly today: LegalDate;
  /** How many commands were sent before: makes numbers of papers new. */
  readonly sent: number;
}

export const sceneOf = (states: States, now: Instant, sent: number): Scene => ({ states, now, today: legalDateOf(now), sent });
