import type { LegalDate } from '#libs/event-sourcing/event';
import { CONDUCT_RULES, type ConductRule } from '#libs/regulation/codes';
import { clerkOf, supervisorActor } from '#libs/simulation/actors';
import type { Career } from '#libs/simulation/careers';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { type Random, randomFor } from '#libs/simulation/random';
import { SHARES } from '#libs/simulation/shares';
import { lookAt, send, type Story, waitUntil } from '#libs/simulation/story';
import type { AssessConduct, ConcludeAssessment, OpenAssessmentPeriod } from '#libs/supervisors/assessment.commands';
import type { AssessmentEvent, DispatchingBody } from '#libs/supervisors/assessment.events';
import { type Assessment, assessmentIdOf, type AssessmentState, evolveAssessment } from '#libs/supervisors/assessment.evolve';

interface File {
  readonly fileId: string;
  readonly file: Assessment;
  readonly career: Career;
  readonly random: Random;
}

const dispatcherOf = ({ area }: Career): DispatchingBody => ({ by: area === 'FJ' ? 'PROVINCIAL_CENTER' : 'MUNICIPAL_CENTER', organisation: area });
const act = <C extends object>({ fileId, career }: File, name: string, body: C) => send(clerkOf(career.area), name, fileId, body);

/** 履职评价 of each task that was delivered. */
function* conductAssessed(one: File): Story {
  const delivered = [...new Set(one.file.entries.map((entry) => entry.split(' ')[0] ?? ''))];
  for (const caseId of delivered) {
    const unkept = one.random.chance(SHARES.assessment.unkept) ? one.random.pick(Object.keys(CONDUCT_RULES) as ConductRule[]) : undefined;
    const body: AssessConduct = {
      caseId, mark: unkept === undefined ? 'GOOD' : 'INSUFFICIENT',
      conduct: (Object.keys(CONDUCT_RULES) as ConductRule[]).map((duty) => ({ duty, kept: duty !== unkept, ...(duty === unkept && { remark: '提醒后改正' }) })),
    };
    yield* act(one, 'AssessConduct', body);
  }
}

function* extras(one: File, on: LegalDate): Story {
  if (one.random.chance(SHARES.assessment.commended)) yield* act(one, 'AddCommendation', { text: '认真负责,发现收费问题', evidence: ['表扬-1'] });
  if (one.random.chance(SHARES.assessment.learnt)) yield* act(one, 'AddLearningEntry', { title: '政策法规学习', hours: 8, completedOn: workingDay(on, -5) });
}

/** 不合格: objected to now and then, and decided. */
function* failed(one: File, on: LegalDate): Story {
  if (one.random.chance(SHARES.assessment.objects)) {
    yield* waitUntil(officeTime(one.random, workingDay(on, 1)));
    yield* send(supervisorActor(one.file.personId), 'RaiseObjection', one.fileId, { statement: '当日系设备故障' });
    yield* waitUntil(officeTime(one.random, workingDay(on, 3)));
    const outcome = one.random.pick(['UPHELD', 'REJECTED'] as const);
    yield* act(one, 'DecideObjection', { outcome, reasons: '经复核' });
    if (outcome === 'UPHELD') return;
  }
  yield* act(one, 'TakeFailDecision', { decision: 'SUSPEND', reasons: '考核期内多次履职不力' });
}

function* assessed(one: File, year: number, on: LegalDate): Story {
  const period: OpenAssessmentPeriod = { assessmentNo: `${year}-${one.career.area}-${one.career.no}`, from: `${year - 1}-12-01` };
  const fails = one.random.chance(SHARES.assessment.fails);
  const conclusion: ConcludeAssessment = { result: fails ? 'FAIL' : 'PASS', reasons: fails ? '多次履职不力' : '按要求完成督导任务' };
  yield* conductAssessed(one);
  yield* extras(one, on);
  yield* act(one, 'OpenAssessmentPeriod', period);
  yield* act(one, 'ConcludeAssessment', conclusion);
  yield* act(one, 'InformSupervisor', {});
  if (fails) yield* failed(one, on);
  yield* act(one, 'CloseAssessmentPeriod', {});
}

/** The yearly assessment by the own centre, in December, of one whom it has sent in the year and not assessed yet. */
export function* assessmentStory(career: Career, year: number, seed: string): Story {
  const random = randomFor(seed, `assessment ${career.no}`);
  const fileId = assessmentIdOf(dispatcherOf(career), career.credentialId);
  const on = workingDay(`${year}-12-01`, random.between(1, 10));
  yield* waitUntil(officeTime(random, on));
  const file = yield* lookAt<AssessmentState, AssessmentEvent>(`assessment-${fileId}`, undefined, evolveAssessment);
  if (file?.periods.length === 0) yield* assessed({ fileId, file, career, random }, year, on);
}
