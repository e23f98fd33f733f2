import { accessRules } from '#libs/access/access.rules';
import type { CancelSupervision, DefineMatters, MatterInput, OpenSpecialSupervision, ServeSupervisionNotice, SubmitSelfReport, WidenMatters } from '#libs/cases/case-intake.commands';
import { intakeRules } from '#libs/cases/case-intake.rules';
import type { LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import { CONTENT_ITEMS, type ContentItemCode } from '#libs/regulation/codes';
import { clerkOf, reviewerOf } from '#libs/simulation/actors';
import { act, agency, caseNow, clerk, evidence, onDay, refusedAct } from '#libs/simulation/case-steps';
import { CATCH_ALL_DETAIL } from '#libs/simulation/case-texts';
import type { SimulatedCase } from '#libs/simulation/cases';
import { minutesLater, workingDay } from '#libs/simulation/office-hours';
import { complaintStory, investigationStory } from '#libs/simulation/complaint.story';
import { begin, expectRefusal, type Story, waitUntil } from '#libs/simulation/story';

const ORDINARY = (Object.keys(CONTENT_ITEMS) as ContentItemCode[]).filter((item) => item === 'C1' || /^C2\.(0|1)/.test(item));

const REASONS = {
  PLANNED: '列入年度专项督导计划', RISK: '认定通过率和投诉量明显高于同类机构', COMPLAINT: '群众举报反映认定中的违规情形', RANDOM_DRAW: undefined,
} as const;

function mattersOf({ selection, dispatcher, random }: SimulatedCase): MatterInput[] {
  const items: ContentItemCode[] = [...random.shuffled(ORDINARY).slice(0, random.between(2, 4))].sort();
  if (selection === 'COMPLAINT') items.push('C3');
  else if (random.chance(0.06)) items.push('C4');
  const matters: MatterInput[] = items.map((item) => ({ item }));
  if (random.chance(0.05)) matters.push({ item: 'C2.99', detail: CATCH_ALL_DETAIL, approvedBy: reviewerOf(dispatcher).person });
  return matters;
}

export interface PlannedDays {
  readonly onSiteFrom: LegalDate;
  readonly onSiteTo: LegalDate;
}

/** 立项. What a centre may not open is tried now and then, and refused. */
function* openCase(one: SimulatedCase, { onSiteFrom, onSiteTo }: PlannedDays): Story {
  const { agency: target, caseId, selection, random, dispatcher } = one;
  const reason = REASONS[selection];
  const body: OpenSpecialSupervision = {
    agencyId: target.agencyId, targetSelection: selection, ...(reason !== undefined && { reason }), onSiteFrom, onSiteTo,
    activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: target.division,
  };
  const lot = random.next();
  if (target.isCentralBranch) yield* expectRefusal(clerkOf(target.area), 'OpenSpecialSupervision', caseId, body, accessRules.CentralBranchesBelongToTheProvince);
  else if (lot < 0.04) yield* expectRefusal(clerkOf(neighbour(target.area)), 'OpenSpecialSupervision', caseId, body, accessRules.CenterActsInItsOwnArea);
  else if (lot < 0.08) yield* expectRefusal(clerkOf(dispatcher), 'OpenSpecialSupervision', caseId, { ...body, venueDivision: '440106' }, intakeRules.VenueIsInFujian);
  yield* act(one, clerk(one), 'OpenSpecialSupervision', body);
}

const neighbour = (area: Area): Area => (area === '3501' ? '3502' : '3501');

/** 立项 and 明确督导事项, within the hour. */
export function* intakeStory(one: SimulatedCase): Story<PlannedDays> {
  const { random, openedOn, openedAt, selection, no } = one;
  const complaintRef = selection === 'COMPLAINT' ? yield* complaintStory(one) : undefined;
  const onSiteFrom = workingDay(openedOn, random.between(24, 32));
  const days = { onSiteFrom, onSiteTo: random.chance(0.6) ? workingDay(onSiteFrom, 1) : onSiteFrom };
  yield* openCase(one, days);
  yield* waitUntil(minutesLater(openedAt, random.between(2, 5) * 5));
  const body: DefineMatters = { matters: mattersOf(one), ...(complaintRef !== undefined && { complaintRef }) };
  yield* act(one, clerk(one), 'DefineMatters', body);
  if (complaintRef !== undefined) yield* begin(`complaint ${no + 1}`, investigationStory(one));
  return days;
}

/** 送达督导通知 */
export function* noticeStory(one: SimulatedCase, day: LegalDate): Story {
  const body: ServeSupervisionNotice = { text: '请就所列督导事项自查,按期提交自评(自查)报告,并做好现场考察准备。' };
  yield* onDay(one, day);
  yield* act(one, clerk(one), 'ServeSupervisionNotice', body);
}

const SILENT = 0.12;

/** 自评(自查)报告: most in time; of the others some come late, some never. Returns the first day on which the group may go. */
export function* selfReportStory(one: SimulatedCase): Story<LegalDate> {
  const { random } = one;
  const due = (yield* caseNow(one)).deadlines.selfReport?.deadline.date ?? one.openedOn;
  const body: SubmitSelfReport = { summary: '已对照督导事项逐项自查,自查情况见附件。', evidence: [evidence(one, '自查', '自评(自查)报告')] };
  if (!random.chance(SILENT)) {
    yield* onDay(one, workingDay(due, -random.between(0, 5)));
    yield* act(one, agency(one), 'SubmitSelfReport', body);
    return workingDay(due, 1);
  }
  if (random.chance(0.6)) {
    yield* onDay(one, workingDay(due, 1));
    yield* act(one, agency(one), 'SubmitSelfReport', body);
  }
  return workingDay(due, 2);
}

/** 增加督导事项 before the visit */
export function* widenStory(one: SimulatedCase): Story {
  const { matters } = yield* caseNow(one);
  const item = ORDINARY.find((candidate) => matters.every(({ item: held }) => held !== candidate));
  const body: WidenMatters = { matters: item === undefined ? [] : [{ item }], reason: '自评(自查)报告反映的情况需要一并核查' };
  yield* act(one, clerk(one), 'WidenMatters', body);
}

export function* cancelCaseStory(one: SimulatedCase, reason: string): Story {
  const body: CancelSupervision = { reason };
  yield* act(one, clerk(one), 'CancelSupervision', body);
}

/** Somebody asks for a step whose time has not come. */
export const noticeTooEarly = (one: SimulatedCase): Story => refusedAct(one, clerk(one), 'ServeSupervisionNotice', { text: '请自查' }, intakeRules.NoticeFollowsTheGroup);
