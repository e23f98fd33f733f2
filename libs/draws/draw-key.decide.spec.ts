import { bytesToHex } from '@noble/hashes/utils.js';
import { department, fuzhou, province } from '#libs/supervisors/supervisor-story';
import { drawKeyDecider } from '#libs/draws/draw-key.decide';
import type { DrawKeyEvent } from '#libs/draws/draw-key.events';
import { drawKeyRules } from '#libs/draws/draw-key.rules';
import { drawKeyRegister } from '#libs/draws/draw-key.view';
import type { Actor } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { OTHER_KEY, PUBLIC_KEY } from '#test/support/draw-story';

/** Half past midnight of the 2nd of March in Fujian. */
const NOW = '2026-03-01T16:30:00.000Z';
const registered: DrawKeyEvent = { type: 'DrawKeyRegistered', data: { publicKey: PUBLIC_KEY, usableFrom: '2026-03-09' } };
const retired: DrawKeyEvent = { type: 'DrawKeyRetired', data: { publicKey: PUBLIC_KEY, reason: '更换设备' } };
const ask = (events: readonly DrawKeyEvent[], name: string, body: object, by: Actor = province, target = 'FJ') =>
  given(drawKeyDecider, events).about(target).by(by).at(NOW).when(name, body);
const register = (events: readonly DrawKeyEvent[], publicKey: string, by?: Actor, target?: string) => ask(events, 'RegisterDrawKey', { publicKey }, by, target);
const retire = (events: readonly DrawKeyEvent[], publicKey: string) => ask(events, 'RetireDrawKey', { publicKey, reason: '更换设备' });

describe('announcing a draw key', () => {
  it('lets it be used a week later, by the department or the provincial centre', () => {
    for (const by of [department, province]) register([], PUBLIC_KEY, by).expectFacts([registered]);
    register([], PUBLIC_KEY, fuzhou).expectRefusal(drawKeyRules.ProvinceAnnouncesDrawKeys);
    register([], PUBLIC_KEY, province, '3501').expectRefusal(drawKeyRules.ProvinceKeepsOneKeyRegister);
  });

  it('happens once for a key; another may follow', () => {
    register([registered], PUBLIC_KEY).expectFacts([]);
    register([registered], bytesToHex(OTHER_KEY.publicKey)).expectTypes(['DrawKeyRegistered']);
  });

  it('refuses what would leave its holder a choice', () => {
    const [identity, notOnTheCurve] = [`01${'00'.repeat(31)}`, `02${'00'.repeat(31)}`];
    for (const publicKey of [identity, notOnTheCurve]) register([], publicKey).expectRefusal(drawKeyRules.PublicKeyIsSound);
  });
});

describe('retiring a draw key', () => {
  it('is for ever', () => {
    retire([registered], PUBLIC_KEY).expectFacts([retired]);
    retire([registered, retired], PUBLIC_KEY).expectRefusal(drawKeyRules.DrawKeyIsInUse);
    register([registered, retired], PUBLIC_KEY).expectRefusal(drawKeyRules.DrawKeyIsInUse);
  });

  it('is about a key that was announced', () => {
    retire([registered], bytesToHex(OTHER_KEY.publicKey)).expectRefusal(drawKeyRules.DrawKeyIsInUse);
  });
});

describe('the register of draw keys', () => {
  it('shows each key with its days', () => {
    const [first, second] = [registered, retired].map((fact) => recorded(fact, { stream: 'drawkeys-FJ', occurredAt: NOW }));
    if (first === undefined || second === undefined) throw new Error('two events');
    expect(drawKeyRegister.keys(first)).toEqual([PUBLIC_KEY]);
    const entry = drawKeyRegister.apply(null, first, PUBLIC_KEY);
    expect(entry).toEqual({ publicKey: PUBLIC_KEY, announcedOn: '2026-03-02', usableFrom: '2026-03-09', retired: false });
    expect(drawKeyRegister.apply(entry, second, PUBLIC_KEY)).toEqual({ ...entry, retired: true, retiredOn: '2026-03-02', retiredBecause: '更换设备' });
    expect(drawKeyRegister.apply(null, second, PUBLIC_KEY)).toBeNull();
  });
});
