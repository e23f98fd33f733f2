import fc from 'fast-check';
import { FAULTS, type Fault } from '#test/properties/faults';

/** What a command is about. */
export const SUBJECTS = ['CASE', 'CREDENTIAL', 'COMPLAINT', 'FOUNDATION', 'TRAINING', 'SANCTION', 'SESSION', 'ASSESSMENT', 'DAILY', 'OVERSIGHT', 'ARCHIVE'] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * How a command comes: what things wait for, from one who may; anything from anybody; sent twice at once; two different ones
 * at once; some steps after it was written; about a moment that has passed; for a revision that the stream may have left.
 */
export const MANNERS = ['NATURAL', 'ANY', 'TWICE', 'RACING', 'HELD', 'PAST', 'STALE'] as const;
export type Manner = (typeof MANNERS)[number];

/** A step before it is known what there is to do it to: the dice choose among what is possible then. */
export type Step =
  | { readonly kind: 'ask'; readonly about: Subject | 'FOCUS'; readonly manner: Manner; readonly dice: number }
  /** A command of before once more: as it was, or its id with another body. */
  | { readonly kind: 'again'; readonly back: number; readonly changed: boolean }
  | { readonly kind: 'pass'; readonly hours: number; readonly settles: boolean }
  /** Until the next session has begun. */
  | { readonly kind: 'session' }
  /** Until the period of the next archive is over, where archives are what it is about: years pass. */
  | { readonly kind: 'retention' }
  | { readonly kind: 'settle' }
  /** The process ends and another starts. */
  | { readonly kind: 'restart' }
  /** Something goes wrong at the so-manieth call from now. */
  | { readonly kind: 'fault'; readonly fault: Fault; readonly after: number };

export interface Script {
  /** Whether its record lies on files, not in memory. */
  readonly onFiles: boolean;
  /** Whether the province has agencies, supervisors and a key already. */
  readonly staffed: boolean;
  /** What most of its commands are about, so that it gets far. */
  readonly focus: Subject;
  readonly steps: readonly Step[];
}

const weighted = <T>(...entries: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> =>
  fc.oneof(...entries.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

const subject = weighted<Subject>([24, 'CASE'], [6, 'CREDENTIAL'], [6, 'COMPLAINT'], [2, 'FOUNDATION'], [2, 'TRAINING'], [3, 'SANCTION'], [7, 'SESSION'], [3, 'ASSESSMENT'], [16, 'DAILY'], [4, 'OVERSIGHT'], [3, 'ARCHIVE']);
const about = fc.oneof({ weight: 2, arbitrary: fc.constant('FOCUS' as const) }, { weight: 3, arbitrary: subject });
const manner = weighted<Manner>([40, 'NATURAL'], [6, 'ANY'], [3, 'TWICE'], [2, 'RACING'], [1, 'HELD'], [1, 'PAST'], [1, 'STALE']);
/** Mostly hours, now and then weeks, seldom years, so that deadlines and terms run out. */
const hours = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 40 }) },
  { weight: 6, arbitrary: fc.integer({ min: 200, max: 900 }) },
  { weight: 1, arbitrary: fc.integer({ min: 9000, max: 28_000 }) },
);
const dice = fc.nat(999_999);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 40, arbitrary: fc.record({ kind: fc.constant('ask' as const), about, manner, dice }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat(6), changed: weighted([5, false], [1, true]) }) },
  { weight: 9, arbitrary: fc.record({ kind: fc.constant('pass' as const), hours, settles: weighted([3, true], [1, false]) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'session' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'retention' as const }) },
  { weight: 8, arbitrary: fc.constant({ kind: 'settle' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'restart' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS), after: fc.nat(12) }) },
);

/** Mostly what has the longest way to go. */
const focus = weighted<Subject>([3, 'CASE'], [4, 'DAILY'], [3, 'ARCHIVE'], ...SUBJECTS.map((each) => [1, each] as const));

export const anyScript: fc.Arbitrary<Script> = fc.record({
  onFiles: weighted([5, false], [1, true]), staffed: weighted([6, true], [1, false]), focus, steps: fc.array(step, { minLength: 60, maxLength: 360, size: 'max' }),
});
