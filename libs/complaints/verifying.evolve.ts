import type { CaseEvent } from '#libs/cases/case.events';
import type { DailyEvent } from '#libs/cases/daily.events';
import type { Lookup } from '#libs/event-sourcing/decider';

/** What a supervision says of the complaint it verifies. */
export interface Verifying {
  readonly agencyId?: string;
  readonly complaints: readonly string[];
  readonly over: boolean;
}

const NOTHING: Verifying = { complaints: [], over: false };

function verifyingBy(known: Verifying, event: CaseEvent | DailyEvent): Verifying {
  switch (event.type) {
    case 'SpecialSupervisionOpened':
      return { ...known, agencyId: event.data.agencyId };
    case 'DailySupervisionPlanned':
      return { ...known, agencyId: event.data.agencyId, complaints: event.data.complaintRef === undefined ? [] : [event.data.complaintRef] };
    case 'MattersDefined':
    case 'MattersWidened':
      return event.data.complaintRef === undefined ? known : { ...known, complaints: [...known.complaints, event.data.complaintRef] };
    case 'SupervisionCancelled':
      return { ...known, over: true };
    default:
      return known;
  }
}

/** A special supervision, or a daily one. */
export async function readVerifying(caseId: string, lookup: Lookup): Promise<Verifying> {
  const read = (stream: string) => lookup.fold<Verifying, CaseEvent | DailyEvent>(stream, NOTHING, verifyingBy);
  const special = await read(`case-${caseId}`);
  return special.agencyId === undefined ? read(`daily-${caseId}`) : special;
}
