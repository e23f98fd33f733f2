import type { Matter } from '#libs/cases/case-intake.events';
import type {
  AddEvidence, AnswerInquiry, ProvideMaterial, RaiseInquiry, RecommendRewardOrPenalty, RefuseMaterial, ReportImproperRequest, ReportObstruction, RequestMaterial, SubmitResearchReport,
} from '#libs/cases/powers.commands';
import type { PowerEvent } from '#libs/cases/powers.events';
import type { Ask } from '#libs/cases/powers.evolve';
import { powersRules } from '#libs/cases/powers.rules';
import type { Supervision } from '#libs/cases/supervision.evolve';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { require, type Rule } from '#libs/event-sourcing/rule';
import { isLate } from '#libs/regulation/deadline';
import { gatherCalendar, type KnowsCalendar, workingDaysAfter } from '#libs/regulation/known-calendar';
import { legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

type Authorise<S> = (command: unknown, state: S, context: Context) => void;

/** How one kind of supervision has the powers: who acts, and when. */
interface Powers<S extends Supervision> {
  readonly bySupervisor: Authorise<S>;
  readonly byAgency: Authorise<S>;
  /** Whether the supervision has begun, and its result is still open. */
  readonly isUnderWay: (state: S) => boolean;
  readonly isCovert: (state: S) => boolean;
}
type PowerRule<C, S, K = unknown> = CommandRule<C, S, PowerEvent, K>;

const isWithin = ({ matters }: Supervision, { item }: Pick<Matter, 'item'>): boolean => matters.some((matter) => matter.item === item);

function answerable({ asks }: Supervision, kind: Ask['kind'], no: number): Ask | undefined {
  return asks.find((ask) => ask.kind === kind && ask.no === no && ask.status !== 'ANSWERED');
}
const wasLate = ({ asks }: Supervision, asked: number, { now }: Context): boolean => asks.some(({ no, answerDue }) => no === asked && isLate(answerDue, now));

function asking<S extends Supervision>(type: 'InquiryRaised' | 'MaterialRequested', rule: Rule, { bySupervisor, isUnderWay, isCovert }: Powers<S>): PowerRule<RaiseInquiry | RequestMaterial, S, KnowsCalendar> {
  return {
    gather: gatherCalendar,
    authorise: bySupervisor,
    guard: (command, state) => {
      require(isUnderWay(state), powersRules.PowersBelongToTheTask);
      require(!isCovert(state), powersRules.NothingIsAskedCovertly);
      require(isWithin(state, command), rule, command.item);
    },
    decide: ({ item, text }, { asks }, { now, known }) => [
      { type, data: { no: asks.length + 1, item, text, answerDue: workingDaysAfter(known, now, 'inquiry.answerWorkingDays') } },
    ],
  };
}

function answering<S extends Supervision>({ bySupervisor, byAgency }: Powers<S>) {
  const answerInquiry: PowerRule<AnswerInquiry, S> = {
    authorise: byAgency,
    guard: ({ no }, state) => require(answerable(state, 'INQUIRY', no), powersRules.InquiryAwaitsAnAnswer),
    decide: ({ no, answer, evidence }, state, context) => [{ type: 'InquiryAnswered', data: { no, answer, evidence, late: wasLate(state, no, context) } }],
  };
  const provideMaterial: PowerRule<ProvideMaterial, S> = {
    authorise: byAgency,
    guard: ({ no }, state) => require(answerable(state, 'MATERIAL', no), powersRules.MaterialAwaitsAnAnswer),
    decide: ({ no, evidence }, state, context) => [{ type: 'MaterialProvided', data: { no, evidence, late: wasLate(state, no, context) } }],
  };
  const refuseMaterial: PowerRule<RefuseMaterial, S> = {
    authorise: (command, state, context) => (context.actor.role === 'AGENCY' ? byAgency : bySupervisor)(command, state, context),
    guard: ({ no }, state) => require(answerable(state, 'MATERIAL', no)?.status === 'OPEN', powersRules.MaterialAwaitsAnAnswer),
    decide: ({ no, reason }) => [{ type: 'MaterialRefused', data: { no, reason } }],
  };
  return { AnswerInquiry: answerInquiry, ProvideMaterial: provideMaterial, RefuseMaterial: refuseMaterial };
}

function addEvidence<S extends Supervision>({ bySupervisor, isUnderWay }: Powers<S>): PowerRule<AddEvidence, S> {
  return {
    authorise: bySupervisor,
    guard: (command, state) => {
      require(isUnderWay(state), powersRules.PowersBelongToTheTask);
      require(isWithin(state, command), powersRules.EvidenceStaysWithinTheMatters, command.item);
    },
    decide: ({ means, item, note, evidence }) => [{ type: 'EvidenceAdded', data: { means, item, note, evidence } }],
  };
}

/** What is told to the dispatcher; it may come as late as the case is open. */
function reporting<S extends Supervision>({ bySupervisor }: Powers<S>) {
  const recommend: PowerRule<RecommendRewardOrPenalty, S> = {
    authorise: bySupervisor,
    guard: ({ subject, personRef }) => require((subject === 'RESPONSIBLE_PERSON') === (personRef !== undefined), powersRules.RecommendationNamesItsSubject),
    decide: ({ kind, subject, personRef, reasons }) => [
      { type: 'RewardOrPenaltyRecommended', data: { kind, subject, ...(personRef === undefined ? {} : { personRef }), reasons } },
    ],
  };
  const reportObstruction: PowerRule<ReportObstruction, S> = {
    authorise: bySupervisor,
    guard: ({ by, personRefs }) => require((by === 'STAFF') === personRefs.length > 0, powersRules.ObstructionNamesItsPersons),
    decide: ({ by, personRefs, facts, evidence }) => [{ type: 'ObstructionReported', data: { by, personRefs, facts, evidence } }],
  };
  const reportImproperRequest: PowerRule<ReportImproperRequest, S> = {
    authorise: bySupervisor,
    guard: ({ facts }, _state, { now }) =>
      require([...facts].length >= parameter('catchAll.minimumCharacters', legalDateOf(now)), powersRules.ImproperRequestIsDescribed),
    decide: ({ from, facts, evidence }) => [{ type: 'ImproperRequestReported', data: { from, facts, evidence } }],
  };
  const submitResearchReport: PowerRule<SubmitResearchReport, S> = {
    authorise: bySupervisor,
    guard: ({ recommendations }, state) => {
      require(isWithin(state, { item: 'C4' }), powersRules.ResearchIsAMatter);
      require(recommendations.length > 0, powersRules.ResearchRecommends);
    },
    decide: ({ report, recommendations, evidence }) => [{ type: 'ResearchReported', data: { report, recommendations, evidence } }],
  };
  return { SubmitResearchReport: submitResearchReport, RecommendRewardOrPenalty: recommend, ReportObstruction: reportObstruction, ReportImproperRequest: reportImproperRequest };
}

/** The powers of 第二章六, and the reports to the dispatcher, for one kind of supervision. */
export const powerCommands = <S extends Supervision>(powers: Powers<S>) => ({
  RaiseInquiry: asking('InquiryRaised', powersRules.InquiryStaysWithinTheMatters, powers),
  RequestMaterial: asking('MaterialRequested', powersRules.MaterialStaysWithinTheMatters, powers),
  AddEvidence: addEvidence(powers),
  ...answering(powers),
  ...reporting(powers),
});
