import { about, type Step } from '#test/recorded-events/step';

const held = { person: 'clerk-held', role: 'AGENCY', organisation: 'held' };
const norm = { title: '质量督导工作规范', sha256: 'a'.repeat(64), effectiveFrom: '2026-05-01', provisions: [{ addsTo: 'R3.3-4', text: '评分表应当在一个工作日内上传' }] };
const step = about('agency-held');

/** What an agency asks beyond the Measures. */
export const workingNormsStory: readonly Step[] = [
  step('2026-04-02', held, 'PublishWorkingNorm', norm),
  step('2026-04-02', held, 'PublishInternalRequirements', { ...norm, title: '内督管理要求' }),
];
