import { fuzhou, province } from '#libs/cases/case-story';
import { about, type Step } from '#test/recorded-events/step';

const step = about('3501');

/** Daily supervision comes more often, and then more often still. */
export const supervisionFrequenciesStory: readonly Step[] = [
  step('2026-04-03', fuzhou, 'RaiseSupervisionFrequency', { scope: { kind: 'AGENCY', value: 'agency-1' }, timesPerYear: 2, reasons: '群众举报增多' }),
  step('2026-04-06', province, 'RaiseSupervisionFrequency', { scope: { kind: 'AGENCY', value: 'agency-1' }, timesPerYear: 4, reasons: '约谈后未见改善' }),
];
