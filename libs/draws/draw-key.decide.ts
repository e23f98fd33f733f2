import { hexToBytes } from '@noble/hashes/utils.js';
import type { RegisterDrawKey, RetireDrawKey } from '#libs/draws/draw-key.commands';
import { DRAW_KEYS, drawKeyBasis, type DrawKeyEvent } from '#libs/draws/draw-key.events';
import { type DrawKeys, evolveDrawKeys, keyIn } from '#libs/draws/draw-key.evolve';
import { drawKeyRules } from '#libs/draws/draw-key.rules';
import type { CommandRule, Context, Decider } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';
import { isPublicKey } from '#libs/proof/ecvrf';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';
import { parameter } from '#libs/regulation/parameters';

type KeyRule<C> = CommandRule<C, DrawKeys, DrawKeyEvent>;

function authorise(_command: object, _keys: DrawKeys, { actor, target }: Context): void {
  if (!['PROVINCIAL_HR', 'PROVINCIAL_CENTER'].includes(actor.role)) throw new NotAllowed(drawKeyRules.ProvinceAnnouncesDrawKeys);
  require(target === DRAW_KEYS, drawKeyRules.ProvinceKeepsOneKeyRegister, target);
}

const registerDrawKey: KeyRule<RegisterDrawKey> = {
  creates: 'either',
  authorise,
  decide: ({ publicKey }, keys, { now }) => {
    require(isPublicKey(hexToBytes(publicKey)), drawKeyRules.PublicKeyIsSound);
    const known = keyIn(keys, publicKey);
    require(known?.retired !== true, drawKeyRules.DrawKeyIsInUse);
    if (known !== undefined) return [];
    const today = legalDateOf(now);
    return [{ type: 'DrawKeyRegistered', data: { publicKey, usableFrom: addDays(today, parameter('draw.keyNoticeDays', today)) } }];
  },
};

const retireDrawKey: KeyRule<RetireDrawKey> = {
  authorise,
  decide: ({ publicKey, reason }, keys) => {
    require(keyIn(keys, publicKey)?.retired === false, drawKeyRules.DrawKeyIsInUse);
    return [{ type: 'DrawKeyRetired', data: { publicKey, reason } }];
  },
};

export const drawKeyDecider: Decider<DrawKeys, DrawKeyEvent> = {
  category: 'drawkeys',
  initial: [],
  evolve: evolveDrawKeys,
  basis: drawKeyBasis,
  area: () => 'FJ',
  commands: { RegisterDrawKey: registerDrawKey, RetireDrawKey: retireDrawKey },
};
