import { bytesToHex } from '@noble/hashes/utils.js';
import { about, type Step } from '#test/recorded-events/step';
import { appointed } from '#test/recorded-events/supervisors.story';
import { fuzhou, opening, province, school, supervisor, xiamen } from '#libs/cases/case-story';
import { plan } from '#libs/cases/daily-story';
import { registration } from '#test/support/session-story';
import { DRAW_KEYS } from '#libs/draws/draw-key.events';
import { ecvrfKeyPair } from '#libs/proof/ecvrf';

/** The key under which the story draws, and another that never draws. */
export const STORY_KEY = ecvrfKeyPair(new Uint8Array(32).fill(7));
const publicKey = bytesToHex(STORY_KEY.publicKey);
const otherKey = bytesToHex(ecvrfKeyPair(new Uint8Array(32).fill(8)).publicKey);
const keys = about(DRAW_KEYS);
const { reason: _chosen, ...unreasoned } = plan;

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

/** Of two sessions of a week one is drawn to be supervised, and of the agencies of a month more are asked for than there are. */
function targets(): readonly Step[] {
  const week = { venueDivision: '350203', startsAt: '2026-07-08T01:00:00.000Z', endsAt: '2026-07-08T09:00:00.000Z' };
  const session = (id: string, venue: string): Step => about(id)('2026-06-15', school, 'RegisterSession', { ...registration, ...week, venue });
  return [
    session('target-one', '厦门实训楼一层'),
    session('target-two', '厦门实训楼二层'),
    about('target-two')('2026-06-16', school, 'CancelSession', { reason: '报名人数不足' }),
    about('3502-sessions-2026-07-06-t1')('2026-06-17', xiamen, 'PrepareTargetDraw', { of: 'SESSIONS', period: '2026-07-06', k: 1 }),
    about('daily-target')('2026-06-18', xiamen, 'PlanDailySupervision', { ...unreasoned, sessionId: 'target-one', targetSelection: 'RANDOM_DRAW', targetDrawId: '3502-sessions-2026-07-06-t1' }),
    about('3502-agencies-2026-07-t1')('2026-06-17', xiamen, 'PrepareTargetDraw', { of: 'AGENCIES', period: '2026-07', k: 20 }),
  ];
}

export const drawsStory: readonly Step[] = [
  keys('2026-05-01', province, 'RegisterDrawKey', { publicKey }),
  keys('2026-05-02', province, 'RegisterDrawKey', { publicKey: otherKey }),
  keys('2026-05-03', province, 'RetireDrawKey', { publicKey: otherKey, reason: '保管人调离' }),
  ...drawn(),
  ...targets(),
  ...opened('too-few'),
  about('too-few-1')('2026-06-02', fuzhou, 'PrepareDraw', { caseId: 'too-few', k: 20 }),
];
