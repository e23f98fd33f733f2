import type { Case } from '#libs/cases/case.evolve';
import type { Seat } from '#libs/cases/case-group.evolve';
import { ask as askByChance, type Ask as Chance } from '#libs/cases/case-chance';
import { acceptance, fuzhou, opening, school, supervisor } from '#libs/cases/case-story';
import { drawIdOf } from '#libs/draws/draw-id';
import type { Actor } from '#libs/event-sourcing/event';
import { addDays } from '#libs/regulation/legal-date';
import { type Ask, ask } from '#test/properties/ask';
import { AGENCIES, CASES, centerOf, CENTERS, chosen, COMPLAINTS, schoolOf, someActor } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

/** What only a draw brings: nobody can send it, so the draw is asked for instead. */
const BY_THE_DRAW = ['SeatDrawnSupervisors', 'SeatSubstitute', 'LeaveSeatVacant'];

const areaOf = (index: number): string => ['3501', '3502', 'PT', 'FJ'][index] ?? 'FJ';

function open(caseId: string, { today }: Scene, dice: number): Ask {
  const index = dice % 10 < 6 ? 0 : dice % AGENCIES.length;
  const from = addDays(today, 1 + (dice % 30));
  const competent = centerOf(dice % 5 === 0 ? 'FJ' : areaOf(index));
  const dispatcher = dice % 11 === 0 ? chosen(CENTERS, Math.floor(dice / 11)) : competent;
  return ask(dispatcher, 'OpenSpecialSupervision', caseId, { ...opening, agencyId: chosen(AGENCIES, index).agencyId, onSiteFrom: from, onSiteTo: addDays(from, dice % 4) });
}

/** The next draw of the case: by its centre, by the province where that had nobody. */
function draw(caseId: string, { states }: Scene, { dispatcher }: Case, dice: number, isNatural: boolean): Ask {
  let ordinal = 1;
  while (states.of('draw', drawIdOf(caseId, ordinal)) !== undefined) ordinal += 1;
  const hasFailed = states.of('draw', drawIdOf(caseId, ordinal - 1))?.stage === 'FAILED';
  if (isNatural) return ask(centerOf(hasFailed ? 'FJ' : dispatcher), 'PrepareDraw', drawIdOf(caseId, ordinal), { caseId });
  const odd = { caseId, ...(dice % 3 === 0 && { k: 1 + (dice % 5) }), ...(dice % 4 === 0 && { scope: chosen(['OWN_APPOINTED', 'PROVINCE'], dice) }) };
  return ask(centerOf(chosen(['FJ', dispatcher, '3502'], dice)), 'PrepareDraw', drawIdOf(caseId, Math.max(1, ordinal - 1 + (dice % 3))), odd);
}

const FOUND = [
  { result: 'PROBLEM', severity: 'ORDINARY', facts: '收费无公示依据', evidenceIds: ['ev-1'] },
  { result: 'CONFORMS', facts: '秩序良好', evidenceIds: [] },
] as const;

/** Complaints that the case may verify. */
function acceptedFor({ agencyId }: Case, { states }: Scene): readonly string[] {
  return COMPLAINTS.filter((id) => {
    const complaint = states.of('complaint', id);
    return complaint?.stage === 'ACCEPTED' && complaint.agencyId === agencyId;
  });
}

/** Matters with a complaint that the case may verify, now and then with any; as told where there is none. */
function matters(body: object, state: Case, scene: Scene, dice: number): object {
  const known = dice % 16 === 0 ? COMPLAINTS : acceptedFor(state, scene);
  return known.length === 0 ? body : { matters: [{ item: 'C2.03' }, { item: 'C2.05' }, { item: 'C3' }], complaintRef: chosen(known, dice) };
}

/** A complaint that comes in while the case is open becomes a matter of it. */
function widenByComplaint(caseId: string, scene: Scene, state: Case, dice: number): Ask | undefined {
  const isOpen = ['MATTERS_DEFINED', 'GROUP_FORMED', 'NOTIFIED', 'SELF_REPORT_CLOSED', 'ON_SITE'].includes(state.stage);
  const [complaintRef] = acceptedFor(state, scene);
  if (!isOpen || complaintRef === undefined || dice % 8 > 0 || state.matters.some(({ item }) => item === 'C3')) return undefined;
  return ask(centerOf(state.dispatcher), 'WidenMatters', caseId, { matters: [{ item: 'C3' }], complaintRef, reason: '收到举报', notice: '增加督导事项' });
}

/** Bodies with the days, matters and papers of this history. */
function dated(name: string, body: object, scene: Scene, state: Case, dice: number): object {
  const dueOn = addDays(scene.today, 3 + (dice % 60));
  const found = (index: number) => FOUND[index === 0 ? 0 : 1];
  if (name === 'FormPreliminaryOpinion') return { ...body, findings: state.matters.map(({ item }, index) => ({ item, ...found(index) })) };
  if (name === 'IssueOpinion') {
    const demands = (body as { readonly demands: readonly object[] }).demands.map((demand) => ({ ...demand, dueOn }));
    return { ...body, findings: (state.opinion.preliminary?.findings ?? []).map(({ no }, index) => ({ no, ...found(index) })), demands };
  }
  if (name === 'DefineMatters') return matters(body, state, scene, dice);
  return name === 'ReturnRectification' ? { ...body, dueOn } : body;
}

/** Until a group is formed, and where a seat of it is to be filled. */
const needsMembers = ({ stage, group, opinion }: Case, dice: number): boolean =>
  stage === 'MATTERS_DEFINED' || (group.formed !== undefined && opinion.preliminary === undefined && dice % 2 > 0);
const unjudged = ({ status, judged }: Seat): boolean => !judged && (status === 'DECLINED' || status === 'UNANSWERED');

/** The draw, the answers of those drawn, sometimes odd ones, then the group. */
function towardsTheGroup(caseId: string, scene: Scene, state: Case, dice: number): Ask | undefined {
  const { seats, vacant, draws } = state.group;
  if (!needsMembers(state, dice)) return undefined;
  const by = (name: string, body: object): Ask => ask(centerOf(state.dispatcher), name, caseId, body);
  if (draws.length === 0 || (vacant.length > 0 && dice % 3 === 0)) return draw(caseId, scene, state, dice, true);
  const waiting = seats.find(({ status }) => status === 'SEATED');
  if (waiting !== undefined) return answerOf(caseId, waiting, by, dice);
  const left = dice % 3 === 0 ? seats.find(unjudged) : undefined;
  if (left !== undefined) return by('JudgeDecline', { supervisorId: left.supervisorId, judgement: chosen(['JUSTIFIED', 'UNJUSTIFIED'], dice), reasons: '经核实' });
  const leader = seats.find(({ status }) => status === 'ACCEPTED')?.supervisorId;
  return state.stage === 'MATTERS_DEFINED' ? by('FormGroup', { leader, exception: { reason: '人员不足', approvedBy: 'chief' } }) : undefined;
}

function answerOf(caseId: string, { supervisorId, personId }: Seat, by: (name: string, body: object) => Ask, dice: number): Ask {
  const own = supervisor(Number(personId.slice(2)));
  return chosen([
    ...Array.from({ length: 10 }, () => ask(own, 'AcceptAssignment', caseId, acceptance)),
    ask(own, 'DeclineAssignment', caseId, { reason: '住院' }),
    by('RecuseSupervisor', { supervisorId, reason: 'COLLEAGUE', detail: '同事' }),
    by('RemindAssignment', { supervisorId }),
    by('RecordNoAnswer', { supervisorId }),
  ], dice);
}

/** What chance does not know of. */
function moreOf(caseId: string, scene: Scene, state: Case, dice: number): Ask | undefined {
  const { today } = scene;
  const by = (name: string, body: object): Ask => ask(centerOf(state.dispatcher), name, caseId, body);
  const widened = widenByComplaint(caseId, scene, state, dice);
  if (widened !== undefined) return widened;
  if (state.stage !== 'RECTIFYING' || dice % 3 > 0) return towardsTheGroup(caseId, scene, state, dice);
  return chosen([
    by('ExtendRectification', { dueOn: addDays(today, 20 + (dice % 60)), reason: '退费需分批办理' }),
    by('RemindRectification', { text: '请于五个工作日内完成整改' }),
    by('RecordRectificationRefusal', { ground: chosen(['OVERDUE_AFTER_REMINDER', 'EXPRESS_REFUSAL'], dice), reasons: '仍未整改' }),
  ], Math.floor(dice / 3));
}

/** Chance knows one centre and one school: here they are those of the case, or anybody. */
function actorFor([by]: Chance, state: Case, dice: number, isNatural: boolean): Actor {
  if (!isNatural && dice % 3 === 0) return someActor(dice);
  if (by === fuzhou) return centerOf(state.dispatcher);
  return by === school ? schoolOf(state.agencyId) : by;
}

export function askOfCase(scene: Scene, dice: number, isNatural: boolean): Ask {
  const caseId = chosen(CASES, [0, 0, 0, 0, 0, 1, 1, 2, 3][dice % 9] ?? 0);
  const state = scene.states.of('case', caseId);
  const rest = Math.floor(dice / 9);
  if (state === undefined) return open(caseId, scene, rest);
  const more = isNatural ? moreOf(caseId, scene, state, rest) : undefined;
  if (more !== undefined) return more;
  const chance = askByChance(state, rest, isNatural);
  const [, name, body] = chance;
  if (BY_THE_DRAW.includes(name)) return draw(caseId, scene, state, rest, isNatural);
  return ask(actorFor(chance, state, rest, isNatural), name, caseId, dated(name, body, scene, state, rest));
}
