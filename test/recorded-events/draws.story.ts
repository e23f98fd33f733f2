import { bytesToHex } from '@noble/hashes/utils.js';
import { about, type Step } from '#test/recorded-events/step';
import { appointed } from '#test/recorded-events/supervisors.story';
import { fuzhou, opening, province, supervisor } from '#libs/cases/case-story';
import { DRAW_KEYS } from '#libs/draws/draw-key.events';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';

/** The key under which the story draws, and another that never draws. */
export const STORY_KEY = ecvrfKeyPair(new Uint8Array(32).fill(7));
const publicKey = bytesToHex(STORY_KEY.publicKey);
const otherKey = bytesToHex(ecvrfKeyPair(new Uint8Array(32).fill(8)).publicKey);
const keys = about(DRAW_KEYS);

const opened = (caseId: string): readonly Step[] => {
  const step = about(caseId);
  return [
    step('2026-06-01', fuzhou, 'OpenSpecialSupervision', { ...opening, onSiteFrom: '2026-06-22', onSiteTo: '2026-06-23' }),
    step('2026-06-01', fuzhou, 'DefineMatters', { matters: [{ item: 'C2.03' }] }),
  ];
};

/** Four may be drawn for three seats: one who leaves is replaced, the next is not, and the case ends. */
function drawn(): readonly Step[] {
  const step = about('drawn');
  return [
    ...[1, 2, 3, 4].flatMap((no) => appointed(String(no), 2025)),
    ...opened('drawn'),
    about('drawn-1')('2026-06-02', fuzhou, 'PrepareDraw', { caseId: 'drawn' }),
    step('2026-06-03', supervisor(1), 'DeclineAssignment', { reason: '出差在外' }),
    step('2026-06-04', supervisor(2), 'DeclineAssignment', { reason: '住院' }),
    step('2026-06-05', fuzhou, 'CancelSupervision', { reason: '机构停业' }),
  ];
}

export const drawsStory: readonly Step[] = [
  keys('2026-05-01', province, 'RegisterDrawKey', { publicKey }),
  keys('2026-05-02', province, 'RegisterDrawKey', { publicKey: otherKey }),
  keys('2026-05-03', province, 'RetireDrawKey', { publicKey: otherKey, reason: '保管人调离' }),
  ...drawn(),
  ...opened('too-few'),
  about('too-few-1')('2026-06-02', fuzhou, 'PrepareDraw', { caseId: 'too-few', k: 20 }),
];
