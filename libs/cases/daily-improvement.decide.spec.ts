import { accessRules } from '#libs/access/access.rules';
import { at, fuzhou, school, system } from '#libs/cases/case-story';
import { dailyMeasuresRules } from '#libs/cases/daily-measures.rules';
import { afterDaily, andDaily, type DailyTold, improvement, throughDaily } from '#libs/cases/daily-story';

const measure = 'REMINDER_LETTER';
const demanded = throughDaily('IssueReminderLetter');
const reminder = { measure, text: '请于五个工作日内说明' };
const refusal = (ground: string) => ({ measure, ground, reasons: '经核实拒不改进' });
const by = (events: readonly DailyTold[], day: string, name: string, body: object, actor = fuzhou) => afterDaily(events, actor, at(day)).when(name, body);
const reminded = andDaily(demanded, fuzhou, at('04-01'), 'RemindImprovement', reminder);

describe('a demand of a talk or a letter that is not followed (R4.2(三))', () => {
  it('is reminded of once, by the dispatcher, while the agency has said nothing', () => {
    by(demanded, '04-01', 'RemindImprovement', reminder, school).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    by(throughDaily('ReviewRecord'), '04-01', 'RemindImprovement', reminder).expectRefusal(dailyMeasuresRules.ReminderFollowsTheDemand);
    by(throughDaily('ReportImprovement'), '04-01', 'RemindImprovement', reminder).expectRefusal(dailyMeasuresRules.ReminderFollowsTheDemand);
    expect(reminded.at(-1)?.data).toMatchObject({ measure, answerDue: { kind: 'WD', days: 5 } });
    by(reminded, '04-02', 'RemindImprovement', reminder).expectRefusal(dailyMeasuresRules.ReminderFollowsTheDemand);
  });

  it('is refused expressly, or by silence after the reminder, once', () => {
    by(demanded, '04-01', 'RecordImprovementRefusal', refusal('SILENT_AFTER_REMINDER')).expectRefusal(dailyMeasuresRules.ImprovementIsRefusedExpresslyOrBySilence);
    by(demanded, '04-01', 'RecordImprovementRefusal', refusal('EXPRESS_REFUSAL')).expectTypes(['ImprovementRefused']);
    by(reminded, '04-09', 'RecordImprovementRefusal', refusal('SILENT_AFTER_REMINDER')).expectRefusal(dailyMeasuresRules.ImprovementIsRefusedExpresslyOrBySilence);
    const refused = andDaily(reminded, fuzhou, at('04-10'), 'RecordImprovementRefusal', refusal('SILENT_AFTER_REMINDER'));
    by(refused, '04-10', 'RecordImprovementRefusal', refusal('EXPRESS_REFUSAL')).expectRefusal(dailyMeasuresRules.ImprovementIsRefusedExpresslyOrBySilence);
    by(throughDaily('ConfirmImprovement'), '04-10', 'RecordImprovementRefusal', refusal('EXPRESS_REFUSAL')).expectRefusal(dailyMeasuresRules.ImprovementIsRefusedExpresslyOrBySilence);
  });

  it('leaves the agency its word, and the supervision may be closed with it', () => {
    const refused = andDaily(reminded, fuzhou, at('04-10'), 'RecordImprovementRefusal', refusal('EXPRESS_REFUSAL'));
    by(refused, '04-13', 'ReportImprovement', improvement, school).expectTypes(['ImprovementReported']);
    by(refused, '04-13', 'CloseDailySupervision', { summary: '转处罚' }).expectRefusal(dailyMeasuresRules.ClosingFollowsTheImprovement);
    const both = andDaily(refused, fuzhou, at('04-10'), 'RecordImprovementRefusal', { ...refusal('EXPRESS_REFUSAL'), measure: 'ADMONITORY_TALK' });
    by(both, '04-13', 'CloseDailySupervision', { summary: '转处罚' }).expectTypes(['DailySupervisionClosed']);
    by(andDaily(both, school, at('04-13'), 'ReportImprovement', improvement), '04-13', 'CloseDailySupervision', { summary: '转处罚' }).expectRefusal(dailyMeasuresRules.ClosingFollowsTheImprovement);
  });

  it('is linked to the sanction case that rests on it, by the system, once', () => {
    const link = { sanctionId: 'x-1', grounds: ['G3'] };
    by(demanded, '04-10', 'LinkDailyToSanction', link).expectRefusal(accessRules.OnlyTheSystem);
    const linked = andDaily(demanded, system, at('04-10'), 'LinkDailyToSanction', link);
    expect(linked.at(-1)).toMatchObject({ type: 'CaseLinkedToSanction', data: link });
    by(linked, '04-10', 'LinkDailyToSanction', link, system).expectFacts([]);
  });
});
