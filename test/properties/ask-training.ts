import type { Training, TrainingStage } from '#libs/agencies/training.evolve';
import { system } from '#libs/cases/case-story';
import { addDays } from '#libs/regulation/legal-date';
import { province } from '#libs/supervisors/supervisor-story';
import { type Ask, ask } from '#test/properties/ask';
import { chosen, CREDENTIALS, credentialIdOf, schoolOf } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

/** The first is the provincial centre's own, the others are of agencies. */
const TRAININGS = ['training-a', 'training-b', 'training-c'] as const;
const PROVIDERS = ['provider-a', 'provider-b'] as const;

const bodyOf = (id: string) =>
  id === TRAININGS[0]
    ? { trainer: province, body: { by: 'PROVINCIAL_CENTER', organisation: 'FJ' } }
    : { trainer: schoolOf(id === TRAININGS[1] ? 'agency-1' : 'agency-2'), body: { by: 'AGENCY', organisation: id === TRAININGS[1] ? 'agency-1' : 'agency-2' } };

/** People who are in training; where nobody is, one who is not. */
function traineesIn({ states }: Scene): readonly string[] {
  const ids = Array.from({ length: CREDENTIALS }, (_none, index) => credentialIdOf(index + 1));
  const inTraining = ids.filter((id) => states.of('supervisor', id)?.qualification?.step === 'IN_TRAINING');
  return inTraining.length > 0 ? inTraining : ids.slice(0, 1);
}

function papers(id: string, scene: Scene, dice: number, state: Training | undefined) {
  const { today } = scene;
  const { trainer, body } = bodyOf(id);
  const by = (name: string, more: object = {}): Ask => ask(trainer, name, id, more);
  const startsOn = addDays(today, dice % 12);
  const providerId = chosen(PROVIDERS, dice);
  const attended = state === undefined || state.attended.length === 0 ? traineesIn(scene) : state.attended;
  return {
    draft: by('DraftTrainingPlan', { ...body, title: '样例培训', content: '政策法规', hours: 6 + (dice % 20), startsOn, endsOn: addDays(startsOn, 2), examForm: 'WRITTEN', places: 10 }),
    file: by('FileTrainingPlan'),
    remind: ask(system, 'RemindOfFiling', id),
    recompute: ask(system, 'RecomputeFilingDue', id),
    send: ask(province, 'ReturnFiling', id, { reasons: '未列明师资' }),
    acknowledge: ask(province, 'AcknowledgeFiling', id),
    qualify: ask(province, 'QualifyProvider', providerId, { name: '样例培训中心', qualificationNo: `资${dice % 9}`, qualifiedFrom: today, qualifiedUntil: addDays(today, 400) }),
    withdraw: ask(province, 'WithdrawProviderQualification', providerId, { reason: '停办' }),
    engage: by('EngageProvider', { providerId }),
    start: by('StartTraining', { startedOn: today }),
    hold: by('HoldTraining', { endedOn: today, hours: 16, attended }),
    exam: by('HoldExam', { examinedOn: today, form: 'ORAL' }),
    results: by('RecordTrainingResults', { scores: attended.map((supervisorId) => ({ supervisorId, score: 40 + (dice % 60) })) }),
    close: by('CloseTraining', { summary: '完' }),
  };
}

type Paper = keyof ReturnType<typeof papers>;

const WAITS_FOR: Readonly<Record<TrainingStage, readonly Paper[]>> = {
  DRAFTED: ['file', 'file', 'qualify', 'engage', 'start', 'start', 'draft'],
  FILED: ['start', 'start', 'send', 'acknowledge', 'qualify', 'engage', 'withdraw'],
  RETURNED: ['file', 'draft'],
  STARTED: ['hold', 'hold', 'acknowledge'],
  HELD: ['exam', 'exam', 'results', 'results', 'close', 'acknowledge'],
  CLOSED: ['acknowledge', 'withdraw'],
};

export function askOfTraining(scene: Scene, dice: number, isNatural: boolean): Ask {
  const id = chosen(TRAININGS, dice % 4);
  const state = scene.states.of('training', id);
  const all = papers(id, scene, Math.floor(dice / 4), state);
  if (state === undefined && isNatural) return all.draft;
  const waiting = state !== undefined && isNatural ? WAITS_FOR[state.stage] : (Object.keys(all) as Paper[]);
  return all[chosen(waiting, Math.floor(dice / 4))];
}
