import type { Fact } from '#libs/event-sourcing/event';

/** 占用内督证卡编号: taken for ever, whatever becomes of the card. One stream a number, `internalcard-<number>`. */
export type InternalCardNumberClaimed = Fact<
  'InternalCardNumberClaimed',
  {
    readonly credentialId: string;
    /** 1 for the first card of the credential, 2 for the next … */
    readonly ordinal: number;
  }
>;

export type InternalCardEvent = InternalCardNumberClaimed;

export const internalCardBasis: Readonly<Record<InternalCardEvent['type'], readonly string[]>> = {
  InternalCardNumberClaimed: ['R2.3-5'],
};
