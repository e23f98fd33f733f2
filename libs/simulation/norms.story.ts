import { createHash } from 'node:crypto';
import type { PublishWorkingNorm } from '#libs/agencies/working-norm.commands';
import { agencyActor, clerkOf } from '#libs/simulation/actors';
import type { SimulatedAgency } from '#libs/simulation/agencies';
import { officeTime, workingDay } from '#libs/simulation/office-hours';
import { randomFor } from '#libs/simulation/random';
import { SHARES } from '#libs/simulation/shares';
import { send, type Story, waitUntil } from '#libs/simulation/story';

const norm = (title: string, effectiveFrom: string, text: string): PublishWorkingNorm => ({
  title, effectiveFrom, sha256: createHash('sha256').update(title).digest('hex'), provisions: [{ addsTo: 'R3.3-2', text }],
});

/** 工作规范 of an agency, and sometimes what it asks of its own supervisors. */
export function* agencyNormStory({ agencyId, name }: SimulatedAgency, year: number, seed: string): Story {
  const random = randomFor(seed, `norm ${agencyId}`);
  if (!random.chance(SHARES.norms.agency)) return;
  const on = workingDay(`${year}-01-20`, random.between(0, 60));
  yield* waitUntil(officeTime(random, on));
  yield* send(agencyActor(agencyId), 'PublishWorkingNorm', `agency-${agencyId}`, norm(`${name}内部督导工作规范`, on, '每场认定至少有一名内督全程在场'));
  if (random.chance(SHARES.norms.internalRequirements)) yield* send(agencyActor(agencyId), 'PublishInternalRequirements', `agency-${agencyId}`, norm(`${name}内督管理要求`, on, '内督每季度集中学习一次'));
}

/** 工作规范 of a city's centre. */
export function* centerNormStory(center: SimulatedAgency['center'], year: number, seed: string): Story {
  const random = randomFor(seed, `norm ${center}`);
  if (center === 'FJ' || !random.chance(SHARES.norms.center)) return;
  const on = workingDay(`${year}-01-20`, random.between(0, 20));
  yield* waitUntil(officeTime(random, on));
  yield* send(clerkOf(center), 'PublishWorkingNorm', `center-${center}`, norm('外部督导工作规范', on, '督导结束当日口头反馈'));
}
