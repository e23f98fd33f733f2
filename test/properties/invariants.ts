import { derivedId } from '#libs/event-sourcing/ids';
import { archivesHoldTheClosed } from '#test/properties/archive-invariants';
import { publicNamesNobody } from '#test/properties/publication-invariants';
import { assignedWereEligible, assignmentsAreDrawn, barredAreNeverDrawn, randomTargetsWereDrawn } from '#test/properties/draw-invariants';
import { agencyOfSanction, ladderIsClimbed } from '#test/properties/sanction-invariants';
import { deadlinesHold } from '#test/properties/deadline-invariants';
import { measuresRestOnRecords } from '#test/properties/daily-invariants';
import { onePersonOneRole, resultsFollowTheSheet, startedAreCovered } from '#test/properties/session-invariants';
import { allOf, type AnyEvent, at, before, idIn, type Invariant, inStream, isOf, type Log, type Logged, sameText, supervisionOf, unless } from '#test/properties/typed-log';

const PROCEDURE = ['OnSiteEnded', 'ViewsHeard', 'PreliminaryOpinionDelivered'];
const DEFENCES = ['DefenceSubmitted', 'DefenceWaived', 'DefenceLapsed'];

/** 6: an opinion comes after the group, the end on site, the hearing, the preliminary opinion and the defence or its end. */
export const opinionsFollowTheProcedure: Invariant = (log) =>
  allOf(log, 'OpinionIssued').flatMap((event) => {
    const earlier = inStream(before(log, event), event.stream);
    const has = (type: string): boolean => earlier.some((each) => each.type === type);
    const groups = allOf(earlier, 'GroupFormed').map(({ data }) => data.members.length >= 3 || (data.members.length === 2 && data.exception !== undefined));
    return [
      ...PROCEDURE.flatMap((type) => unless(has(type), event, `no ${type} before`)),
      ...unless(DEFENCES.some(has), event, 'nobody was let defend themselves'),
      ...unless(groups.length > 0 && groups.every(Boolean), event, 'no group of enough members'),
    ];
  });

function stockFaults(log: Log): readonly string[] {
  let onHand = 0;
  return log.flatMap((event) => {
    const expected = onHand;
    if (isOf(event, 'BlankCardsReceived')) onHand += event.data.count;
    if (isOf(event, 'BlankCardAssigned')) onHand -= 1;
    if (isOf(event, 'BlankCardsWrittenOff')) onHand -= event.data.count;
    if (isOf(event, 'StockCounted')) onHand = event.data.counted;
    return [...unless(onHand >= 0, event, `${onHand} blank cards`), ...(isOf(event, 'StockCounted') ? unless(event.data.expected === expected, event, `expected were ${expected}`) : [])];
  });
}

/** Each value once, and each taken for its bearer. */
const unique = (entries: readonly (readonly [event: Logged, value: string])[]): readonly string[] =>
  entries.flatMap(([event, value], index) => unless(entries.findIndex((entry) => entry[1] === value) === index, event, `${value} again`));

/** From the province's stock, or, for an internal card, claimed under its own number. */
const wasTaken = (log: Log, event: Logged, number: string): boolean =>
  allOf(before(log, event), 'BlankCardAssigned').some(({ data }) => data.number === number && data.credentialId === idIn(event)) ||
  allOf(before(log, event), 'InternalCardNumberClaimed').some((claimed) => idIn(claimed) === number && claimed.data.credentialId === idIn(event));

/** 8: there are never less than no blank cards; numbers of cards and papers are unique for ever, and taken before they are borne. */
export const numbersAreUnique: Invariant = (log) => {
  const borne = allOf(log, 'CardIssued', 'CardReplaced');
  const taken = allOf(log, 'NumberTaken');
  return [
    ...stockFaults(log),
    ...unique(allOf(log, 'BlankCardAssigned').map((event) => [event, event.data.number] as const)),
    ...unique(borne.map((event) => [event, event.data.number] as const)),
    ...borne.flatMap((event) => unless(wasTaken(log, event, event.data.number), event, `${event.data.number} was not taken`)),
    ...unique(taken.map((event) => [event, `${event.stream} ${event.data.year} ${event.data.serial}`] as const)),
    ...taken.flatMap((event) => unless(event.data.serial === 1 || taken.some(({ stream, data }) => stream === event.stream && data.year === event.data.year && data.serial === event.data.serial - 1), event, 'a gap before')),
    ...unique(allOf(log, 'OpinionIssued').map((event) => [event, event.data.documentNumber] as const)),
    ...unique(allOf(log, 'PlatformOperationHeld', 'AgencyCriticised', 'RevocationProposed').map((event) => [event, event.data.documentNumber] as const)),
    ...unique(allOf(log, 'ReminderLetterIssued', 'QualityBulletinIssued').map((event) => [event, event.data.documentNumber] as const)),
    ...unique(allOf(log, 'ComplaintRegistered').map((event) => [event, event.data.number] as const)),
    ...unique(allOf(log, 'DrawPrepared').map((event) => [event, event.data.serial] as const)),
  ];
};

const ONCE: readonly AnyEvent['type'][] = [
  'SpecialSupervisionOpened', 'MattersDefined', 'SelfReportSubmitted', 'ViewsHeard', 'OnSiteEnded', 'PreliminaryOpinionFormed', 'PreliminaryOpinionDelivered',
  'DefenceAnalysed', 'OpinionIssued', 'OpinionDelivered', 'CaseClosed', 'PoolFrozen', 'ComplaintReceived', 'ComplaintRegistered', 'AgencyRegistered', 'SupervisorApplied',
  'DailySupervisionPlanned', 'DailySupervisionEnded', 'RecordSubmitted', 'RecordReviewed', 'DailySupervisionClosed',
];

/** Numbers of what the opinion speaks about stand as the preliminary opinion gave them. */
function keepsItsFindings(log: Log, event: Logged): boolean {
  if (!isOf(event, 'OpinionIssued')) return true;
  const items = (findings: readonly { readonly no: number; readonly item: string }[]) => findings.map(({ no, item }) => `${no} ${item}`).toSorted();
  const [formed] = allOf(inStream(before(log, event), event.stream), 'PreliminaryOpinionFormed');
  return formed !== undefined && sameText(items(formed.data.findings), items(event.data.findings));
}

/** 9: what was submitted stands: papers come once or under a new version, and nothing follows the end of a case. */
export const submittedPapersStand: Invariant = (log) => {
  const reports = allOf(log, 'RectificationReportSubmitted');
  const corrections = allOf(log, 'RecordCorrected');
  const over = (event: Logged): boolean => event.stream.startsWith('case-') && inStream(before(log, event), event.stream).some(({ type }) => type === 'CaseClosed' || type === 'SupervisionCancelled');
  return [
    ...unique(log.filter(({ type }) => ONCE.includes(type)).map((event) => [event, `${event.type} in ${event.stream}`] as const)),
    ...reports.flatMap((event) => unless(event.data.version === 1 + reports.filter(({ stream, revision }) => stream === event.stream && revision < event.revision).length, event, `version ${event.data.version}`)),
    ...corrections.flatMap((event) => unless(event.data.version === 2 + corrections.filter(({ stream, revision }) => stream === event.stream && revision < event.revision).length, event, `version ${event.data.version}`)),
    ...log.flatMap((event) => unless(!over(event), event, 'after the end of the case')),
    ...log.flatMap((event) => unless(keepsItsFindings(log, event), event, 'other findings than the preliminary opinion')),
  ];
};

/** 350128 is 平潭, all other 3501xx are 福州. */
const areaOf = (division: string): string => (division === '350128' ? 'PT' : division === '350000' ? 'FJ' : division.slice(0, 4));

/** The agency that the event is about, by its supervision; a daily one is where its session is held. */
function agencyOf(log: Log, event: Logged) {
  const purpose = event.stream.startsWith('draw-') && 'purpose' in event.data ? event.data.purpose : undefined;
  const stream = purpose?.kind === 'INTERNAL_SUPERVISION' ? `session-${purpose.sessionId}` : (supervisionOf(purpose) ?? event.stream);
  const [opened] = allOf(inStream(log, stream), 'SessionRegistered', 'SpecialSupervisionOpened', 'DailySupervisionPlanned');
  if (opened !== undefined && isOf(opened, 'DailySupervisionPlanned')) return { ...opened.data, division: opened.data.venueDivision };
  const agencyId = event.stream.startsWith('agency-') ? idIn(event) : (opened?.data.agencyId ?? agencyOfSanction(log, event));
  return allOf(log, 'AgencyRegistered').find((registered) => idIn(registered) === agencyId)?.data;
}

/** A draw of what will be supervised is about a centre's whole area. */
const isOfTargets = ({ data }: Logged): boolean => 'purpose' in data && data.purpose.kind === 'TARGETS';
const isAboutAnAgency = (event: Logged): boolean => /^(?:agency|agencysanction|case|daily|draw)-/.test(event.stream) && !isOfTargets(event);

/** 11: a city's centre acts on no branch of a central body and only in its own area; 350128 is 平潭. */
export const centersKeepToTheirAreas: Invariant = (log) =>
  log.filter(isAboutAnAgency).flatMap((event) => {
    const agency = agencyOf(log, event);
    if (agency === undefined) return [`${at(event)}: about no agency`];
    const { role, organisation, area } = event.meta;
    const area_ = areaOf(agency.division);
    return [
      ...unless(agency.area === area_ && area === area_, event, `${agency.division} is not ${area}`),
      ...unless(role !== 'MUNICIPAL_CENTER' || (organisation === area_ && !agency.isCentralBranch), event, `${organisation} acted on ${agency.division}`),
    ];
  });

/** Every command has one effect: its events stand in one stream, one after the other, under ids that derive from it. */
export const commandsTakeEffectOnce: Invariant = (log) =>
  [...Map.groupBy(log, ({ meta }) => meta.commandId)].flatMap(([commandId, events]) => {
    const [first] = events;
    return events.flatMap((event, index) =>
      unless(event.stream === first?.stream && event.revision === first.revision + index && event.id === derivedId(commandId, String(index)), event, `${commandId} took effect again`));
  });

/** By the number that the list of invariants gives them. */
export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  '1 assignments are drawn': assignmentsAreDrawn,
  '2 assigned were eligible': assignedWereEligible,
  '3 one person, one role': onePersonOneRole,
  '4 barred are never drawn': barredAreNeverDrawn,
  '5 measures rest on records': measuresRestOnRecords,
  '6 opinions follow the procedure': opinionsFollowTheProcedure,
  '7 the ladder is climbed': ladderIsClimbed,
  '8 numbers are unique': numbersAreUnique,
  '9 submitted papers stand': submittedPapersStand,
  '10 deadlines hold': deadlinesHold,
  '11 centres keep to their areas': centersKeepToTheirAreas,
  '12 the public is told of nobody': publicNamesNobody,
  '13 started sessions are covered': startedAreCovered,
  'random targets were drawn': randomTargetsWereDrawn,
  'results follow the score sheet': resultsFollowTheSheet,
  'archives hold the closed': archivesHoldTheClosed,
  'commands take effect once': commandsTakeEffectOnce,
};

/** Every sentence against the log, with the invariant it breaks. */
export const broken = (log: Log): readonly string[] => Object.entries(INVARIANTS).flatMap(([name, holds]) => holds(log).map((fault) => `${name}: ${fault}`));
