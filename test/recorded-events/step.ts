import type { Actor, Instant } from '#libs/event-sourcing/event';

/** One command of the story. Together, target, name, person and instant are told once. */
export interface Step {
  readonly at: Instant;
  readonly by: Actor;
  readonly name: string;
  readonly target: string;
  readonly body: object;
  /** True where the record keeps that the command was refused. */
  readonly isRefused?: true;
}

export type About = (day: string, by: Actor, name: string, body?: object) => Step;

/** Steps about one thing, at ten o'clock of a day in Asia/Shanghai. */
export const about = (target: string): About => (day, by, name, body = {}) => ({ at: `${day}T02:00:00.000Z`, by, name, target, body });
