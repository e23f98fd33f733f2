import type { Type } from '@nestjs/common';
import { appModule, type Parts } from '#apps/server/src/app.module';
import { kebabCase } from '#apps/server/src/http/command-route';
import { COMMAND, type CommandOfRoute } from '#apps/server/src/http/origin';
import { DECIDERS } from '#libs/record/deciders';

/** Commands that only timers, reactions and other commands send: nobody reaches them over HTTP. */
const OF_THE_SYSTEM: readonly string[] = [
  'SeatDailySupervisors', 'SeatDailySubstitute', 'LeaveDailySeatVacant', 'EndDailyAsPlanned', 'FollowSession', 'FlagRecordOverdue', 'RecomputeRecordDue',
  'EnterViolationCase', 'LinkCaseToSanction', 'LinkDailyToSanction', 'RecomputeSanctionDues', 'LapseStatement', 'FlagCorrectionOverdue', 'FlagCorrectionDecisionOverdue',
  'AssignBlankCard', 'ClaimInternalCardNumber', 'ClaimCredential', 'ReleaseCredential', 'RecordBar', 'ExpireAppointment', 'LapseSuspension',
  'RemindOfTraining', 'RemindOfFiling', 'RecomputeFilingDue', 'OpenAssessmentFile', 'AddTaskEntry', 'FlagAssessmentOverdue', 'TaintSupervision', 'TaintDailySupervision',
  'CompleteDraw', 'ReplaceMember', 'CloseDraw', 'SeatDrawnSupervisors', 'SeatSubstitute', 'LeaveSeatVacant', 'TakeNumber', 'RecordSelfReportMissing', 'FlagPreliminaryOverdue', 'LapseDefence',
  'FlagOpinionOverdue', 'FlagRectificationOverdue', 'FlagVerificationOverdue', 'FlagReceiptOverdue', 'FlagComplaintOverdue', 'RecomputeComplaintDues',
  'ReserveDailyTask', 'ReleaseDailyTask', 'ClaimSessionSlot', 'ReleaseSessionSlot', 'ClaimSessionRoles', 'ReleaseSessionRole', 'EndSessionAsPlanned', 'AssignDrawnSupervisors', 'FlagNotCovered', 'FlagScoreSheetOverdue', 'RecomputeScoreSheetDue',
  'OpenPublication', 'FlagPublicationOverdue', 'RecomputePublicationDue',
  'FlagRetentionEnded', 'EraseReporterWithArchive',
  'SuspendFailingWebhook', 'LapseWebhookSuspension',
];

interface Route extends CommandOfRoute {
  readonly method: string;
  readonly bodies: readonly string[];
}

const controllers = Reflect.getMetadata('controllers', appModule({} as Parts, 'api').module) as readonly Type[];
const methodsOf = (controller: Type): readonly string[] => Object.getOwnPropertyNames(controller.prototype).filter((name) => name !== 'constructor');

const routes: readonly Route[] = controllers.flatMap((controller) =>
  methodsOf(controller).flatMap((method) => {
    const prototype = controller.prototype as Record<string, object>;
    const command = Reflect.getMetadata(COMMAND, prototype[method] ?? {}) as CommandOfRoute | undefined;
    const parameters = Reflect.getMetadata('design:paramtypes', prototype, method) as readonly Type[];
    return command === undefined ? [] : [{ ...command, method, bodies: parameters.map(({ name }) => name) }];
  }),
);

describe('routes of commands', () => {
  const known = DECIDERS.flatMap(({ commands }) => Object.keys(commands)).filter((name) => !OF_THE_SYSTEM.includes(name));

  it('are one for each command of the record, but those of the system', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual([...known].sort());
  });

  it('take the class of their command as body, and are named after it', () => {
    for (const { name, method, bodies } of routes) {
      expect([name, bodies]).toEqual([name, expect.arrayContaining([name])]);
      expect(kebabCase(name)).toBe(kebabCase(`${method.charAt(0).toUpperCase()}${method.slice(1)}`));
    }
  });

  it('derive their path from the name', () => {
    expect(kebabCase('RegisterAgency')).toBe('register-agency');
    expect(kebabCase('EndOnSite')).toBe('end-on-site');
  });
});
