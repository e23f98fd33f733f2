import { about, type Step } from '#test/recorded-events/step';
import { fuzhou } from '#libs/cases/case-story';
import { publicationIdOf } from '#libs/publication/publication-id';

const second = { ...fuzhou, person: 'reviewer-3501' };
const words = { findings: '1名考生收费无公示依据,已退费并公示', guidance: '完善收费公示制度', cut: [{ what: 'CANDIDATE', reason: '考生姓名与公开无关' }] };
const step = about(publicationIdOf('SPECIAL', 'rectified'));

/** A result is published after it came back once, corrected, and withdrawn; others are published by nobody. */
export const publicationsStory: readonly Step[] = [
  step('2026-05-13', fuzhou, 'ProposePublication', { ...words, guidance: '' }),
  step('2026-05-13', second, 'ReturnPublication', { reason: '补充指导内容' }),
  step('2026-05-14', fuzhou, 'ProposePublication', words),
  step('2026-05-15', second, 'ApprovePublication', { visibleFrom: '2026-05-18' }),
  step('2026-06-01', fuzhou, 'ProposePublication', { ...words, findings: '1名考生收费未公示依据,已退费并公示', reason: '更正表述' }),
  step('2026-06-12', second, 'ApprovePublication', { visibleFrom: '2026-06-12' }),
  step('2026-07-01', fuzhou, 'WithdrawPublication', { reason: '公示期满' }),
];
