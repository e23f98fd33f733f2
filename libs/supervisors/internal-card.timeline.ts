import { type Sentences, telling } from '#libs/event-sourcing/telling';
import type { InternalCardEvent } from '#libs/supervisors/internal-card.events';

const SENTENCES: Sentences<InternalCardEvent> = {
  InternalCardNumberClaimed: ({ ordinal }) => `编号用于该内督资格的第${ordinal}张证卡。`,
};

/** 一个内督证卡编号的历程 */
export const tellInternalCard = telling(SENTENCES);
