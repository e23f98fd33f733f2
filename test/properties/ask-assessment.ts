import { fuzhou, supervisor, system } from '#libs/cases/case-story';
import { CONDUCT_RULES } from '#libs/regulation/codes';
import { addDays } from '#libs/regulation/legal-date';
import { type Assessment, type AssessmentPeriod, assessmentIdOf, openPeriod } from '#libs/supervisors/assessment.evolve';
import { type Ask, ask } from '#test/properties/ask';
import { CASES, chosen, CREDENTIALS, credentialIdOf, personIdOf } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const conduct = Object.keys(CONDUCT_RULES).map((duty) => ({ duty, kept: true }));
const idOf = (no: number): string => assessmentIdOf({ by: 'MUNICIPAL_CENTER', organisation: '3501' }, credentialIdOf(no));

function papers(no: number, { today, sent }: Scene, dice: number, state: Assessment | undefined) {
  const by = (name: string, body: object = {}): Ask => ask(fuzhou, name, idOf(no), body);
  const last = state?.periods.at(-1)?.to;
  const from = last === undefined ? addDays(today, -400) : addDays(last, dice % 3);
  return {
    conduct: by('AssessConduct', { caseId: chosen(CASES, dice), mark: 'GOOD', conduct: conduct.slice(dice % 5 === 0 ? 1 : 0) }),
    commend: by('AddCommendation', { text: '细致', evidence: [] }),
    note: by('AddIssueEntry', { ground: 'S3', description: '迟到', evidence: dice % 4 === 0 ? [] : ['ev-1'] }),
    learn: ask(supervisor(Number(personIdOf(no).slice(2))), 'AddLearningEntry', idOf(no), { title: '规程', hours: 8, completedOn: today }),
    open: by('OpenAssessmentPeriod', { assessmentNo: `考${sent}`, from }),
    conclude: by('ConcludeAssessment', { result: dice % 3 === 0 ? 'PASS' : 'FAIL', reasons: '履职情况' }),
    inform: by('InformSupervisor'),
    object: ask(supervisor(Number(personIdOf(no).slice(2))), 'RaiseObjection', idOf(no), { statement: '不服' }),
    judge: by('DecideObjection', { outcome: dice % 3 === 0 ? 'UPHELD' : 'REJECTED', reasons: '查明' }),
    decide: by('TakeFailDecision', { decision: dice % 2 === 0 ? 'SUSPEND' : 'CANCEL', reasons: '情节' }),
    close: by('CloseAssessmentPeriod'),
    flag: ask(system, 'FlagAssessmentOverdue', idOf(no)),
  };
}

type Paper = keyof ReturnType<typeof papers>;

function waitsFor(period: AssessmentPeriod | undefined): readonly Paper[] {
  if (period === undefined) return ['open', 'open', 'conduct', 'commend', 'note', 'learn'];
  if (!period.informed) return [period.result === undefined ? 'conclude' : 'inform'];
  if (period.objection === 'RAISED') return ['judge'];
  return period.result === 'FAIL' && period.failDecision === undefined ? ['object', 'decide'] : ['close'];
}

export function askOfAssessment(scene: Scene, dice: number, isNatural: boolean): Ask {
  const files = Array.from({ length: CREDENTIALS }, (_none, index) => index + 1).filter((no) => scene.states.of('assessment', idOf(no)) !== undefined);
  const no = files.length === 0 ? 1 : chosen(files.slice(0, 2), dice);
  const state = scene.states.of('assessment', idOf(no));
  const all = papers(no, scene, dice, state);
  const waiting = state !== undefined && isNatural ? waitsFor(openPeriod(state)) : (Object.keys(all) as Paper[]);
  return all[chosen(waiting, Math.floor(dice / 2))];
}
