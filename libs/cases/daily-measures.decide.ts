import { byDailyDispatcher, type DailyRule } from '#libs/cases/daily.access';
import type { Daily } from '#libs/cases/daily.evolve';
import type {
  CloseDailySupervision, DecideNoMeasure, HoldAdmonitoryTalk, IssueQualityBulletin, IssueReminderLetter, OpenVerification, ReviewRecord,
} from '#libs/cases/daily-measures.commands';
import type { MeasureWords } from '#libs/cases/daily-measures.events';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import type { Context } from '#libs/event-sourcing/decider';
import type { Instant, LegalDate } from '#libs/event-sourcing/event';
import { require } from '#libs/event-sourcing/rule';
import type { DailyMeasure } from '#libs/regulation/codes';
import { LEGAL_BASES } from '#libs/regulation/legal-bases';
import { addYears, isLegalDate, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';
import { gatherNumbers, type KnowsNumbers, type NumberBearer, takenNumber, takeNumber } from '#libs/regulation/taken-number';

const keepUntil = (now: Instant): LegalDate => addYears(legalDateOf(now), parameter('retention.electronicYears', legalDateOf(now)));

const reviewRecord: DailyRule<ReviewRecord> = {
  authorise: byDailyDispatcher,
  guard: (_command, { stage }) => require(stage === 'RECORD_SUBMITTED', dailyMeasuresRules.ReviewFollowsTheRecord),
  decide: ({ reasons }, { records }) => [{ type: 'RecordReviewed', data: { version: records, reasons } }],
};

const decideNoMeasure: DailyRule<DecideNoMeasure> = {
  authorise: byDailyDispatcher,
  guard: (_command, { stage }) => {
    require(stage !== 'MEASURES_OPEN', dailyMeasuresRules.NoMeasureStandsAlone);
    require(stage === 'REVIEWED', dailyMeasuresRules.DecisionFollowsTheReview);
  },
  decide: ({ reasons }, _state, { now }) => [{ type: 'NoMeasureDecided', data: { reasons, keepUntil: keepUntil(now) } }],
};

/** Any set of measures, each once. */
const guardMeasure = (measure: DailyMeasure) => ({ bases, findings, guidance }: OpenVerification, { stage, measures, problems }: Daily): void => {
  require(stage === 'REVIEWED' || stage === 'MEASURES_OPEN', dailyMeasuresRules.DecisionFollowsTheReview);
  require(!measures.includes(measure), dailyMeasuresRules.MeasureIsTakenOnce);
  const named = new Set(findings.map(({ item }) => item));
  require(named.size === findings.length && named.isSubsetOf(new Set(problems)), dailyMeasuresRules.MeasureRestsOnTheRecord);
  require(bases === undefined || bases.length > 0, dailyMeasuresRules.MeasureNamesItsBases);
  require(guidance.length > 0 || findings.length === 0, dailyMeasuresRules.GuidanceAccompaniesTheMeasure);
};

const words = ({ text, bases, findings, guidance }: OpenVerification, { agencyId, sessionId }: Daily): MeasureWords =>
  ({ agencyId, sessionId, text, bases: bases ?? LEGAL_BASES, findings, guidance });

const openVerification: DailyRule<OpenVerification> = {
  authorise: byDailyDispatcher,
  guard: guardMeasure('VERIFICATION'),
  decide: (command, state) => [{ type: 'VerificationOpened', data: words(command, state) }],
};

const holdAdmonitoryTalk: DailyRule<HoldAdmonitoryTalk> = {
  authorise: byDailyDispatcher,
  guard: (command, state, { now }) => {
    guardMeasure('ADMONITORY_TALK')(command, state);
    const { heldOn } = command;
    const isInTime = isLegalDate(heldOn) && state.reviewedOn !== undefined && state.reviewedOn <= heldOn && heldOn <= legalDateOf(now);
    require(isInTime, dailyMeasuresRules.TalkFollowsTheReview, heldOn);
  },
  decide: (command, state) => [{ type: 'AdmonitoryTalkHeld', data: { ...words(command, state), heldOn: command.heldOn } }],
};

type Numbered = 'REMINDER_LETTER' | 'QUALITY_BULLETIN';

const bearer = (kind: Numbered, { dispatcher }: Daily, { target, known: { taken } }: Context<KnowsNumbers>): NumberBearer =>
  ({ series: { kind, center: dispatcher }, holder: `daily-${target}`, taken });

/** A measure that is a document with a number of its own series. */
const issue = (kind: Numbered, type: 'ReminderLetterIssued' | 'QualityBulletinIssued'): DailyRule<IssueReminderLetter | IssueQualityBulletin, KnowsNumbers> => ({
  gather: async (_command, { dispatcher }, lookup) => ({ taken: await gatherNumbers({ kind, center: dispatcher }, lookup) }),
  authorise: byDailyDispatcher,
  guard: guardMeasure(kind),
  prepare: (_command, state, context) => takeNumber(bearer(kind, state, context), context),
  decide: (command, state, context) => [{ type, data: { documentNumber: takenNumber(bearer(kind, state, context), context), ...words(command, state) } }],
});

/** A step of its own: a verification or a bulletin asks for no improvement whose confirmation could end the supervision. */
const closeDailySupervision: DailyRule<CloseDailySupervision> = {
  authorise: byDailyDispatcher,
  guard: (_command, { stage, improvements }) => {
    const isSettled = stage === 'MEASURES_OPEN' && Object.values(improvements).every(({ confirmed, refused }) => confirmed || refused);
    require(isSettled, dailyMeasuresRules.ClosingFollowsTheImprovement);
  },
  decide: ({ summary }, _state, { now }) => [{ type: 'DailySupervisionClosed', data: { summary, keepUntil: keepUntil(now) } }],
};

export const dailyMeasures = {
  ReviewRecord: reviewRecord,
  DecideNoMeasure: decideNoMeasure,
  OpenVerification: openVerification,
  HoldAdmonitoryTalk: holdAdmonitoryTalk,
  IssueReminderLetter: issue('REMINDER_LETTER', 'ReminderLetterIssued'),
  IssueQualityBulletin: issue('QUALITY_BULLETIN', 'QualityBulletinIssued'),
  CloseDailySupervision: closeDailySupervision,
};
