import { allOf, before, idIn, type Invariant, inStream, isOf, type Log, type Of, unless } from '#test/properties/typed-log';

type Given = Of<'SessionStaffAssigned' | 'InternalSupervisorAssigned'>;

const isGiven = (event: Log[number]): event is Given => isOf(event, 'SessionStaffAssigned', 'InternalSupervisorAssigned');
const isTaken = (event: Log[number]): event is Of<'SessionStaffWithdrawn' | 'InternalSupervisorReleased'> => isOf(event, 'SessionStaffWithdrawn', 'InternalSupervisorReleased');

/** Persons who have a role after the events of a session. */
function inRoles(session: Log): readonly string[] {
  const persons: string[] = [];
  for (const event of session) {
    if (isGiven(event)) persons.push(event.data.personId);
    if (isTaken(event)) persons.splice(persons.indexOf(event.data.personId), 1);
  }
  return persons;
}

/** The claim of the role was made before, and is of the same person. */
const wasClaimed = (log: Log, event: Given): boolean =>
  allOf(inStream(before(log, event), `sessionroles-${idIn(event)}`), 'SessionRoleClaimed').some(({ data }) => data.claimNo === event.data.claimNo && data.personId === event.data.personId);

/** 3: in a session a person has at most one role; each was claimed where all roles of the session are kept. */
export const onePersonOneRole: Invariant = (log) =>
  log.filter(isGiven).flatMap((event) => [
    ...unless(!inRoles(inStream(before(log, event), event.stream)).includes(event.data.personId), event, `${event.data.personId} has a role already`),
    ...unless(wasClaimed(log, event), event, 'the role was not claimed'),
  ]);

function supervisorsAt(log: Log, started: Of<'SessionStarted'>): number {
  const session = inStream(before(log, started), started.stream);
  return allOf(session, 'InternalSupervisorAssigned').length - allOf(session, 'InternalSupervisorReleased').length;
}

/** 13: a session that has started has an internal supervisor, or carries that it has none. */
export const startedAreCovered: Invariant = (log) =>
  allOf(log, 'SessionStarted').flatMap((event) =>
    unless(supervisorsAt(log, event) > 0 || allOf(inStream(log, event.stream), 'SessionNotCovered').some(({ revision }) => revision <= event.revision + 1), event, 'not covered, and not said to be'));

/** Results follow the score sheet, and it the three phases in their order. */
export const resultsFollowTheSheet: Invariant = (log) => {
  const order = ['PreparationChecked', 'ProcessChecked', 'ResultChecked', 'ScoreSheetUploaded', 'ScoreSheetLocked', 'ResultsFinalised'];
  return allOf(log, 'ResultsFinalised').flatMap((event) => {
    const session = inStream(log, event.stream);
    const places = order.map((type) => session.findIndex((each) => each.type === type));
    return unless(places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? 0))), event, 'out of order');
  });
};
