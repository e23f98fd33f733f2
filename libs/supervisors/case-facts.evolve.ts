import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Recorded } from '#libs/event-sourcing/event';
import type { RecusalReason } from '#libs/regulation/own-codes';

/** What one supervision proves about its supervisors, by id of the credential. */
export interface CaseFacts {
  readonly dispatcher: string;
  /** All who ever had a seat. */
  readonly seated: readonly string[];
  /** Relations that the signed declaration denies. */
  readonly denied: Readonly<Record<string, readonly RecusalReason[]>>;
  /** Those whose refusal the dispatcher judged unjustified. */
  readonly unjustified: readonly string[];
}

const unknownCase: CaseFacts = { dispatcher: '', seated: [], denied: {}, unjustified: [] };

export function evolveCaseFacts(facts: CaseFacts, event: Recorded<CaseEvent | DailyEvent>): CaseFacts {
  switch (event.type) {
    case 'SpecialSupervisionOpened':
    case 'DailySupervisionPlanned':
      return { ...facts, dispatcher: event.data.dispatcher };
    case 'SupervisorsDrawn':
      return { ...facts, seated: [...facts.seated, ...event.data.members.map(({ supervisorId }) => supervisorId)] };
    case 'SubstituteSeated':
      return { ...facts, seated: [...facts.seated, event.data.substitute.supervisorId] };
    case 'AssignmentAccepted':
      return { ...facts, denied: { ...facts.denied, [event.data.supervisorId]: event.data.declaration.denies } };
    case 'DeclineJudged':
      return event.data.judgement === 'UNJUSTIFIED' ? { ...facts, unjustified: [...facts.unjustified, event.data.supervisorId] } : facts;
    default:
      return facts;
  }
}

/** Whether the id is that of a special supervision; otherwise it is that of a daily one. */
export const isSpecial = async (caseId: string, lookup: Lookup): Promise<boolean> =>
  (await lookup.fold<CaseFacts, CaseEvent>(`case-${caseId}`, unknownCase, evolveCaseFacts)).dispatcher !== '';

/** Of a special supervision or, where there is none of the id, of a daily one. */
export async function gatherCase(caseId: string, lookup: Lookup): Promise<CaseFacts> {
  const special = await lookup.fold<CaseFacts, CaseEvent>(`case-${caseId}`, unknownCase, evolveCaseFacts);
  return special.dispatcher === '' ? lookup.fold<CaseFacts, DailyEvent>(`daily-${caseId}`, unknownCase, evolveCaseFacts) : special;
}
