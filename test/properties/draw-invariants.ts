import type { DrawFile } from '#libs/draws/draw-file.view';
import { drawFile } from '#libs/draws/draw-file.view';
import { recordOf } from '#libs/draws/draw-export';
import { verifyDraw } from '#libs/draws/verify-draw';
import type { LegalDate, RecordedEvent } from '#libs/event-sourcing/event';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import { allOf, type AnyEvent, at, before, idIn, type Invariant, inStream, isOf, type Log, type Logged, type Of, sameText, supervisionOf, unless } from '#test/properties/typed-log';

const one = <T extends AnyEvent['type']>(log: Log, type: T): Of<T> | undefined => allOf(log, type)[0];

/** The seats that the event gives, each as supervision, draw, supervisor and person. */
function seats(event: Of<'SupervisorsDrawn' | 'SubstituteSeated'>) {
  const members = isOf(event, 'SupervisorsDrawn') ? event.data.members : [event.data.substitute];
  return members.map((member) => ({ ...member, supervision: event.stream, drawId: event.data.drawId }));
}

function givenByTheDraw(log: Log, event: Of<'SupervisorsDrawn' | 'SubstituteSeated'>): boolean {
  const draw = inStream(before(log, event), `draw-${event.data.drawId}`);
  const isForTheCase = supervisionOf(one(draw, 'DrawPrepared')?.data.purpose) === event.stream;
  if (isOf(event, 'SupervisorsDrawn')) return isForTheCase && sameText(one(draw, 'DrawCompleted')?.data.drawn, event.data.members);
  const { leaving, substitute } = event.data;
  return isForTheCase && allOf(draw, 'MemberReplaced').some(({ data }) => data.leaving === leaving && sameText(data.substitute, substitute));
}

function drawnForSession(log: Log, event: Of<'InternalSupervisorAssigned'>): boolean {
  const completed = one(inStream(before(log, event), `draw-${event.data.drawId}`), 'DrawCompleted');
  return completed?.data.drawn.some(({ supervisorId, personId }) => supervisorId === event.data.supervisorId && personId === event.data.personId) === true;
}

function replays(log: Log, completed: Of<'DrawCompleted'>): boolean {
  const draw = inStream(log, completed.stream);
  const file = draw.reduce<DrawFile | null>((made, event) => drawFile.apply(made, event as unknown as RecordedEvent, idIn(completed)), null);
  const record = file === null ? undefined : recordOf(file);
  const announced = allOf(before(log, completed), 'DrawKeyRegistered').find(({ data }) => data.publicKey === record?.publicKey);
  return record !== undefined && announced !== undefined && announced.data.usableFrom <= legalDateOf(record.preparedAt) && verifyDraw(record, { publicKey: announced.data.publicKey }).ok;
}

/** 1: every assignment is of one draw that gave it; a draw is made once, and gives the same again. */
export const assignmentsAreDrawn: Invariant = (log) => {
  const given = allOf(log, 'SupervisorsDrawn', 'SubstituteSeated');
  const taken = new Set<string>();
  const twice = given.flatMap((event) => seats(event).flatMap(({ supervision, supervisorId }) => {
    const seat = `${supervision} ${supervisorId}`;
    const isNew = !taken.has(seat);
    taken.add(seat);
    return unless(isNew, event, `${supervisorId} has a seat already`);
  }));
  const completed = allOf(log, 'DrawCompleted');
  return [
    ...given.flatMap((event) => unless(givenByTheDraw(log, event), event, 'no draw gave this')),
    ...allOf(log, 'InternalSupervisorAssigned').flatMap((event) => unless(drawnForSession(log, event), event, 'no draw gave this')),
    ...twice,
    ...completed.flatMap((event) => unless(inStream(log, event.stream).filter(({ type }) => type === 'DrawCompleted').length === 1, event, 'drawn twice')),
    ...completed.flatMap((event) => unless(replays(log, event), event, 'the draw does not give this again')),
    ...allOf(log, 'AssignmentAccepted', 'AssignmentDeclined').flatMap((event) => unless(taken.has(`${event.stream} ${event.data.supervisorId}`), event, 'without a seat')),
  ];
};

const ENDS = ['ApplicationRejected', 'SupervisorResigned', 'QualificationCancelled', 'RenewalRefused'];

/** Why the holder of the credential could not be sent on the day, as far as its facts say. */
function unfit(facts: Log, day: LegalDate, center: string): string | undefined {
  const gone = new Set(allOf(facts, 'CardVoided', 'CardReturned', 'CardReplaced').map(({ data }) => ('oldNumber' in data ? data.oldNumber : data.number)));
  const cards = allOf(facts, 'CardIssued', 'CardReplaced').filter(({ data }) => !gone.has(data.number) && data.validFrom <= day && day <= data.validUntil);
  const terms = allOf(facts, 'SupervisorAppointed', 'AppointmentRenewed').filter(({ data }) => data.termStart <= day && day <= data.termEnd);
  const isResumed = (suspension: Of<'DispatchSuspended'>): boolean =>
    allOf(facts, 'DispatchResumed').some((resumed) => resumed.revision > suspension.revision && resumed.data.suspendedBy === suspension.data.decidedBy);
  const suspensions = allOf(facts, 'DispatchSuspended').filter(({ data }) => day <= data.endsOn && (data.scope === 'ALL' || data.decidedBy === center));
  if (facts.some(({ type }) => ENDS.includes(type))) return 'ended';
  if (terms.length === 0) return 'out of term';
  if (cards.length === 0) return 'no card';
  return suspensions.every(isResumed) ? undefined : 'suspended';
}

const daysBetween = (from: LegalDate, to: LegalDate): readonly LegalDate[] => (from > to ? [] : [from, ...daysBetween(addDays(from, 1), to)]);
const later = (one: LegalDate, other: LegalDate): LegalDate => (one > other ? one : other);

/** Those whom the event assigns, and when they were judged: a pool when it was frozen. */
function assigned(log: Log, event: Of<'DrawCompleted' | 'MemberReplaced'>) {
  const draw = inStream(log, event.stream);
  const frozen = one(draw, 'PoolFrozen');
  return isOf(event, 'DrawCompleted') ? { judged: frozen, members: event.data.drawn } : { judged: event, members: [event.data.substitute] };
}

/** First and last day of the supervision, as they stood then. */
function taskDays(known: Log, stream: string): readonly [from: LegalDate, to: LegalDate] | undefined {
  const told = allOf(inStream(known, stream), 'SpecialSupervisionOpened', 'DailySupervisionPlanned', 'DailyDatesMoved').at(-1);
  if (told === undefined) return undefined;
  return isOf(told, 'SpecialSupervisionOpened') ? [told.data.onSiteFrom, told.data.onSiteTo] : [legalDateOf(told.data.startsAt), legalDateOf(told.data.endsAt)];
}

/** 2: on every day of the task the assigned had a card and a term, and were neither suspended nor barred, as things stood when they were judged. */
export const assignedWereEligible: Invariant = (log) =>
  allOf(log, 'DrawCompleted', 'MemberReplaced').filter(({ data }) => supervisionOf(data.purpose) !== undefined).flatMap((event) => {
    const { judged, members } = assigned(log, event);
    const prepared = one(inStream(log, event.stream), 'DrawPrepared');
    const known = judged === undefined ? [] : before(log, judged);
    const task = taskDays(known, supervisionOf(event.data.purpose) ?? '');
    if (judged === undefined || prepared === undefined || !('dispatcher' in prepared.data) || task === undefined) return [`${at(event)}: nobody was judged`];
    const today = legalDateOf(judged.meta.recordedAt);
    const days = [today, ...daysBetween(later(task[0], today), later(task[1], today))];
    const { dispatcher } = prepared.data;
    return members.flatMap(({ supervisorId, personId }) => days.flatMap((day) => {
      const reason = unfit(inStream(known, `supervisor-${supervisorId}`), day, dispatcher) ?? (barredPersons(known).has(personId) ? 'barred' : undefined);
      return unless(reason === undefined, event, `${supervisorId} on ${day}: ${reason}`);
    }));
  });

/** Persons barred after the events: from the sanction itself on, until every one is reversed. */
function barredPersons(log: Log): ReadonlySet<string> {
  const bars = new Map<string, string>();
  for (const event of log) {
    if (isOf(event, 'QualificationCancelled', 'RenewalRefused')) bars.set(idIn(event), event.data.personId);
    if (isOf(event, 'BarReversed')) bars.delete(event.data.credentialId);
  }
  return new Set(bars.values());
}

const isOwn = (sanction: Of<'QualificationCancelled' | 'RenewalRefused'>) => (event: Logged): boolean => isOf(event, 'BarRecorded') && event.data.credentialId === idIn(sanction);

/** 4: nobody barred is in a frozen pool; every sanction that bars has reached the person, once. */
export const barredAreNeverDrawn: Invariant = (log) => [
  ...allOf(log, 'PoolFrozen').flatMap((event) => {
    const barred = barredPersons(before(log, event));
    return event.data.candidates.flatMap(({ personId }) => unless(!barred.has(personId), event, `${personId} is barred`));
  }),
  ...allOf(log, 'QualificationCancelled', 'RenewalRefused').flatMap((event) =>
    unless(inStream(log, `person-${event.data.personId}`).filter(isOwn(event)).length === 1, event, 'the bar was not recorded once')),
];

/** The other half of 双随机: a supervision of random choice is of what its own centre drew before. */
export const randomTargetsWereDrawn: Invariant = (log) =>
  allOf(log, 'DailySupervisionPlanned', 'SpecialSupervisionOpened').filter(({ data }) => data.targetSelection === 'RANDOM_DRAW').flatMap((event) => {
    const target = isOf(event, 'DailySupervisionPlanned') ? event.data.sessionId : event.data.agencyId;
    const draw = inStream(before(log, event), `draw-${event.data.targetDrawId}`);
    const isOwn = one(draw, 'DrawPrepared')?.data.area === event.data.dispatcher;
    return unless(isOwn && one(draw, 'DrawCompleted')?.data.order.some(({ candidateId }) => candidateId === target) === true, event, 'its target was not drawn');
  });
