import * as agencyCorrection from '#libs/agencies/agency-correction.commands';
import * as agencyLadder from '#libs/agencies/agency-ladder.commands';
import * as agencySanction from '#libs/agencies/agency-sanction.commands';
import * as agency from '#libs/agencies/agency.commands';
import * as provider from '#libs/agencies/provider.commands';
import * as training from '#libs/agencies/training.commands';
import * as violationBook from '#libs/agencies/violation-book.commands';
import * as workingNorm from '#libs/agencies/working-norm.commands';
import * as archive from '#libs/archives/archive.commands';
import * as calendar from '#libs/calendar/calendar.commands';
import * as caseFindings from '#libs/cases/case-findings.commands';
import * as caseGroup from '#libs/cases/case-group.commands';
import * as caseInputs from '#libs/cases/case-inputs.commands';
import * as caseIntake from '#libs/cases/case-intake.commands';
import * as caseOnsite from '#libs/cases/case-onsite.commands';
import * as caseOpinion from '#libs/cases/case-opinion.commands';
import * as caseRectification from '#libs/cases/case-rectification.commands';
import * as dailyConduct from '#libs/cases/daily-conduct.commands';
import * as dailyDispatch from '#libs/cases/daily-dispatch.commands';
import * as dailyMeasures from '#libs/cases/daily-measures.commands';
import * as dailyPlan from '#libs/cases/daily-plan.commands';
import * as dailyPowers from '#libs/cases/daily-powers.commands';
import * as dailyRecord from '#libs/cases/daily-record.commands';
import * as numbering from '#libs/cases/numbering.commands';
import * as powers from '#libs/cases/powers.commands';
import * as sanctionLink from '#libs/cases/sanction-link.commands';
import * as supervisionFrequency from '#libs/cases/supervision-frequency.commands';
import * as complaint from '#libs/complaints/complaint.commands';
import * as reporter from '#libs/complaints/reporter.commands';
import * as dailyDraw from '#libs/draws/daily-draw.commands';
import * as drawKey from '#libs/draws/draw-key.commands';
import * as draw from '#libs/draws/draw.commands';
import * as internalDraw from '#libs/draws/internal-draw.commands';
import * as targetDraw from '#libs/draws/target-draw.commands';
import * as policy from '#libs/policy/policy.commands';
import * as publication from '#libs/publication/publication.commands';
import * as internalSupervision from '#libs/sessions/internal-supervision.commands';
import * as scoreSheetTemplate from '#libs/sessions/score-sheet-template.commands';
import * as scoreSheet from '#libs/sessions/score-sheet.commands';
import * as session from '#libs/sessions/session.commands';
import * as application from '#libs/supervisors/application.commands';
import * as appointment from '#libs/supervisors/appointment.commands';
import * as assessment from '#libs/supervisors/assessment.commands';
import * as card from '#libs/supervisors/card.commands';
import * as disqualification from '#libs/supervisors/disqualification.commands';
import * as internalCard from '#libs/supervisors/internal-card.commands';
import * as leak from '#libs/supervisors/leak.commands';
import * as person from '#libs/supervisors/person.commands';
import * as sanction from '#libs/supervisors/sanction.commands';
import * as webhook from '#libs/webhooks/webhook.commands';

type CommandClass = new () => object;

const MODULES = [
  agencyCorrection, agencyLadder, agencySanction, agency, provider, training, violationBook, workingNorm, calendar, caseFindings, caseGroup,
  caseInputs, caseIntake, caseOnsite, caseOpinion, caseRectification, dailyConduct, dailyDispatch, dailyMeasures, dailyPlan, dailyPowers, dailyRecord,
  numbering, powers, sanctionLink, supervisionFrequency, complaint, reporter, archive, dailyDraw, drawKey, draw, internalDraw, targetDraw, policy, publication, internalSupervision,
  scoreSheetTemplate, scoreSheet, session, application, appointment, assessment, card, disqualification, internalCard, leak, person, sanction, webhook,
];

/** The class of each command that a request over HTTP may bring, by its name. */
export const COMMAND_CLASSES: ReadonlyMap<string, CommandClass> = new Map(
  MODULES.flatMap((module) => Object.values<unknown>(module))
    .filter((member): member is CommandClass => typeof member === 'function')
    .map((member) => [member.name, member]),
);
