import type { Fact, LegalDate } from '#libs/event-sourcing/event';

/** The one register of the province's draw keys. */
export const DRAW_KEYS = 'FJ';
export const DRAW_KEYS_STREAM = `drawkeys-${DRAW_KEYS}`;

/** 公布抽取公钥: before the first draw under it, so that no key can be chosen for its outcome. */
export type DrawKeyRegistered = Fact<
  'DrawKeyRegistered',
  {
    /** 32 bytes in hexadecimal. */
    readonly publicKey: string;
    /** First day on which a draw may use it. */
    readonly usableFrom: LegalDate;
  }
>;

/** 停用抽取公钥: for ever. A draw that still waits under it is void. */
export type DrawKeyRetired = Fact<'DrawKeyRetired', { readonly publicKey: string; readonly reason: string }>;

export type DrawKeyEvent = DrawKeyRegistered | DrawKeyRetired;

export const drawKeyBasis: Readonly<Record<DrawKeyEvent['type'], readonly string[]>> = {
  DrawKeyRegistered: ['R2.5-2'],
  DrawKeyRetired: ['R2.5-2'],
};
