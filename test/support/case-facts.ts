import { v5 } from 'uuid';
import type { CaseEvent } from '#libs/cases/case.events';
import type { NewEvent } from '#libs/event-sourcing/event';
import type { EventStore } from '#libs/event-sourcing/event-store';
import type { Told } from '#libs/cases/case-story';
import { link } from '#libs/proof/hash-chain';
import { testMeta } from '#test/support/new-event';

const BY_AGENCY: readonly CaseEvent['type'][] = ['SelfReportSubmitted', 'InquiryAnswered', 'MaterialProvided', 'DefenceSubmitted', 'DefenceWaived', 'RectificationReportSubmitted'];
const AGENCY = { actor: 'clerk-school', role: 'AGENCY', organisation: 'agency-1' };
const CENTER = { actor: 'clerk-3501', role: 'MUNICIPAL_CENTER', organisation: '3501' };

/** Facts of a case as events to append: their ids follow from their content and its place, so that equal histories have equal ids. */
export function asEvents(caseId: string, facts: readonly Told[]): readonly NewEvent[] {
  const stream = `case-${caseId}`;
  const events: NewEvent[] = [];
  for (const [revision, { type, data, occurredAt }] of facts.entries()) {
    const by = BY_AGENCY.includes(type) ? AGENCY : CENTER;
    const { prevHash: _prev, hash: _hash, ...meta } = { ...testMeta, ...by, area: '3501', occurredAt, recordedAt: occurredAt, basis: 'R2.5-1 R3.4-2' };
    events.push(link(stream, revision, events.at(-1)?.meta.hash, { id: v5(`${revision} ${JSON.stringify(data)}`, v5.URL), type, data, meta: { ...meta, causationId: `cause-${revision}` } }));
  }
  return events;
}

/** The history of a case, written straight into the log. */
export const appendFacts = (events: EventStore, caseId: string, facts: readonly Told[]) => events.append(`case-${caseId}`, 'no_stream', asEvents(caseId, facts));
