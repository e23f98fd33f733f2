import { supervisor, system } from '#libs/cases/case-story';
import { addDays } from '#libs/regulation/legal-date';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { cardOfLatestTerm, type Standing, standingOn } from '#libs/supervisors/standing.evolve';
import { department, neglect, province, reviews } from '#libs/supervisors/supervisor-story';
import { type Ask, ask } from '#test/properties/ask';
import { areaOfCredential, CASES, centerOf, chosen, credentialIdOf, credentialNo, personIdOf, secondOf } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

type Naming = (name: string, body?: object) => Ask;

/** What a sanction rests on: grounds of every severity, or a failed assessment. */
function causes({ sent }: Scene, dice: number) {
  const severity = chosen(['SERIOUS', 'ORDINARY', 'SERIOUS'], dice);
  const finding = dice % 4 === 0 ? { ...neglect, ground: 'S1', form: 'UNJUSTIFIED_DECLINE', caseId: chosen(CASES, dice) } : neglect;
  const decision = { decisionNo: `处${sent}`, reasons: '事实清楚' };
  const failed = { ...decision, assessment: { assessmentId: 'none', assessmentNo: `考${dice % 3}` } };
  return { decision, failed, sanction: { ...decision, grounds: { severity, findings: [finding] } } };
}

/** What the credential holds, or something that it does not. */
function held(credential: Credential | undefined) {
  const proposal = credential?.proposals.findLast(({ open }) => open);
  const number = credential?.cards.at(-1)?.number ?? 'R35260001';
  return { number, proposalNo: proposal?.proposalNo ?? '无', decides: proposal?.proposes === 'RENEWAL_REFUSED' ? 'RefuseRenewal' : 'CancelQualification' };
}

/** Papers about a credential, by who usually sends them. */
function papers(no: number, scene: Scene, dice: number, credential: Credential | undefined) {
  const { today } = scene;
  const id = credentialIdOf(no);
  const own = centerOf(areaOfCredential(no));
  const by = (actor: Ask['actor']): Naming => (name, body = {}) => ask(actor, name, id, body);
  const [byProvince, byCenter, byPerson] = [by(province), by(own), by(supervisor(Number(personIdOf(no).slice(2))))];
  const { decision, failed, sanction } = causes(scene, dice);
  const { number, proposalNo, decides } = held(credential);
  return {
    apply: byCenter('ApplyAsSupervisor', { personId: personIdOf(no), supervisorType: 'EXTERNAL', area: areaOfCredential(no) }),
    confirm: byProvince('ConfirmConditions', { reviews }),
    reject: byProvince('RejectApplication', { reviews: [{ condition: 'E4', met: false }], reason: '表达能力不足' }),
    enrol: byProvince('EnrolInTraining', { trainingClass: '第1期', startsOn: today }),
    exam: byProvince('RecordExamResult', { score: dice % 3 === 0 ? 41 : 88, examinedOn: today }),
    again: byProvince('AllowReExam', { reason: '补考' }),
    appoint: byCenter('AppointSupervisor', { termStart: addDays(today, dice % 20) }),
    applyForRenewal: byPerson('ApplyForRenewal'),
    renew: byProvince('RenewAppointment'),
    expire: by(system)('ExpireAppointment'),
    issue: byProvince('IssueCard'),
    replace: byProvince('ReplaceCard', { number, reason: '遗失' }),
    void: byProvince('VoidCard', { number, reason: '损坏' }),
    return: byProvince('ReturnCard', { number }),
    resign: byPerson('ResignSupervisor', { reason: '工作调动' }),
    criticise: byCenter('GiveCriticism', sanction),
    suspend: byCenter('SuspendDispatch', { ...(dice % 2 === 0 ? sanction : failed), scope: 'ALL', until: addDays(today, dice % 90) }),
    suspendOwn: by(centerOf(chosen(['3502', 'PT', 'FJ'], dice)))('SuspendDispatch', { ...failed, scope: 'OWN' }),
    resume: byCenter('ResumeDispatch', { reasons: '已改正' }),
    lapse: by(system)('LapseSuspension', { suspendedBy: own.organisation }),
    propose: byCenter('ProposeDisqualification', { ...sanction, proposes: dice % 2 === 0 ? 'QUALIFICATION_CANCELLED' : 'RENEWAL_REFUSED' }),
    decide: byProvince(decides, { ...decision, proposalNo }),
    dismiss: byProvince('DismissDisqualification', { proposalNo, reasons: '证据不足' }),
    notify: byCenter('NotifyEmployer', { employer: '某单位(样例)', noticeNo: `通${dice}` }),
    reverse: ask(department, 'ReverseBar', personIdOf(no), { credentialId: id, outcomeOf: 'COURT', documentNo: `判${dice}`, reasons: '事实不清' }),
  };
}

type Paper = keyof ReturnType<typeof papers>;

/** What a credential waits for, the likelier the oftener. */
const WAITS_FOR: Readonly<Record<Standing, readonly Paper[]>> = {
  APPLIED: ['confirm', 'confirm', 'confirm', 'reject'],
  CONDITIONS_CONFIRMED: ['enrol'],
  REJECTED: ['apply'],
  IN_TRAINING: ['exam'],
  EXAM_PASSED: ['appoint'],
  EXAM_FAILED: ['again', 'again', 'apply'],
  APPOINTED: ['replace', 'void', 'return', 'criticise', 'suspend', 'suspendOwn', 'propose', 'propose', 'resign', 'applyForRenewal'],
  SUSPENDED: ['resume', 'suspendOwn', 'propose', 'lapse'],
  EXPIRED: ['applyForRenewal', 'return', 'propose', 'applyForRenewal'],
  CANCELLED: ['notify', 'reverse', 'return'],
  RENEWAL_REFUSED: ['notify', 'reverse', 'return'],
  RESIGNED: ['return', 'apply'],
};

const OF_RENEWAL = { APPLIED: ['confirm'], CONDITIONS_CONFIRMED: ['enrol'], IN_TRAINING: ['exam'], EXAM_PASSED: ['renew'], EXAM_FAILED: ['again', 'applyForRenewal'] } as const;

function wanted(credential: Credential | undefined, { today }: Scene): readonly Paper[] {
  if (credential === undefined) return ['apply'];
  const standing = standingOn(credential, today);
  if (standing === 'APPOINTED' && cardOfLatestTerm(credential) === undefined) return ['issue', 'issue', 'issue', 'resign'];
  const open = credential.proposals.some((proposal) => proposal.open) && credential.ended === undefined ? (['decide', 'decide', 'decide', 'dismiss'] as const) : [];
  const renewal = credential.terms.length > 0 && credential.ended === undefined && credential.qualification !== undefined ? OF_RENEWAL[credential.qualification.step] : [];
  return [...WAITS_FOR[standing], ...open, ...open, ...renewal, ...renewal, ...renewal];
}

const WITH_A_SECOND = [8, 7, 6];

/** The second credential of one who was barred by the first: it must never come to a card. Once it is there, it is often asked about. */
function afterABar({ states }: Scene, dice: number): number | undefined {
  const barred = WITH_A_SECOND.find((no) => endedBySanction(states.of('supervisor', credentialIdOf(no))));
  if (barred === undefined) return undefined;
  const isThere = states.of('supervisor', credentialIdOf(secondOf(barred))) !== undefined;
  return dice % (isThere ? 2 : 9) === 0 ? secondOf(barred) : undefined;
}
const endedBySanction = (credential: Credential | undefined): boolean => credential?.ended === 'CANCELLED' || credential?.ended === 'RENEWAL_REFUSED';

/** The credential that the dice choose, or one that is on its way to a card. */
function whose(scene: Scene, dice: number): number {
  const { states } = scene;
  const second = afterABar(scene, dice);
  if (second !== undefined) return second;
  const first = Array.from({ length: 6 }, (_none, index) => index + 1).find((no) => (states.of('supervisor', credentialIdOf(no))?.cards.length ?? 0) === 0);
  return first !== undefined && dice % 4 > 0 ? first : credentialNo(Math.floor(dice / 7));
}

export function askOfCredential(scene: Scene, dice: number, isNatural: boolean): Ask {
  const no = whose(scene, dice);
  const credential = scene.states.of('supervisor', credentialIdOf(no));
  const all = papers(no, scene, dice, credential);
  return all[isNatural ? chosen(wanted(credential, scene), dice) : chosen(Object.keys(all) as Paper[], dice)];
}

/** A paper of a certain kind, where the history is told and not diced. */
export const paperOf = (no: number, scene: Scene, paper: Paper): Ask => papers(no, scene, 1, scene.states.of('supervisor', credentialIdOf(no)))[paper];
