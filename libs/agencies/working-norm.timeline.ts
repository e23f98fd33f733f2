import type { WorkingNormEvent } from '#libs/agencies/working-norm.events';
import { type Sentences, telling } from '#libs/event-sourcing/telling';
import { chineseDate } from '#libs/regulation/legal-date';

const SENTENCES: Sentences<WorkingNormEvent> = {
  WorkingNormPublished: ({ title, version, effectiveFrom }) => `发布工作规范《${title}》第${version}版,自${chineseDate(effectiveFrom)}施行`,
  InternalRequirementsPublished: ({ title, version, effectiveFrom }) => `发布规范管理内督要求《${title}》第${version}版,自${chineseDate(effectiveFrom)}施行`,
};

/** 工作规范的历程. */
export const tellWorkingNorms = telling(SENTENCES);
