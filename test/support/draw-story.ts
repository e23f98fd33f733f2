import { bytesToHex } from '@noble/hashes/utils.js';
import { caseDecider } from '#libs/cases/case.decide';
import type { Case } from '#libs/cases/case.evolve';
import { at, CASE_ID, fuzhou, through, type Told } from '#libs/cases/case-story';
import { drawDecider } from '#libs/draws/draw.decide';
import type { CaseDraw, DrawEvent } from '#libs/draws/draw.events';
import type { Draw } from '#libs/draws/draw.evolve';
import { recordOf } from '#libs/draws/draw-export';
import { type DrawFile, drawFile } from '#libs/draws/draw-file.view';
import type { DrawRecord } from '#libs/draws/draw-record';
import { drawIdOf } from '#libs/draws/draw-id';
import type { KnownForDraw } from '#libs/draws/draw-preparation.decide';
import type { RosterEntry } from '#libs/supervisors/roster.evolve';
import { alphaOf } from '#libs/draws/tickets';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { ecvrfKeyPair, prove } from '#libs/proof/ecvrf';
import type { Credential } from '#libs/supervisors/credential.evolve';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { renewedCarded } from '#libs/supervisors/supervisor-story';

/** A draw of 2026 by 福州 for the case of `case-story`, whose days on site are the 23rd and 24th of March. */
export const KEY = ecvrfKeyPair(new Uint8Array(32).fill(9));
export const PUBLIC_KEY = bytesToHex(KEY.publicKey);
export const OTHER_KEY = ecvrfKeyPair(new Uint8Array(32).fill(10));
export const NOW = at('03-02', 12);
export const FIRST = drawIdOf(CASE_ID, 1);
export const SECOND = drawIdOf(CASE_ID, 2);

export const caseAfter = (events: readonly Told[]): Case => given(caseDecider, events).about(CASE_ID).state() as Case;
export const MATTERS = caseAfter(through('DefineMatters'));

const credentialOf = (story: readonly SupervisorEvent[]): Credential => given(supervisorDecider, story).state() as Credential;

/** A supervisor of 福州 in term and with a card in March 2026, unless the story says otherwise. */
export const entry = (no: number, story: readonly SupervisorEvent[] = renewedCarded, change: Partial<RosterEntry> = {}): RosterEntry => ({
  supervisorId: `s-${no}`, credential: { ...credentialOf(story), personId: `p-${no}` }, barred: false, barFollowed: false, agencyId: '', isOfDepartment: false, ...change,
});
export const entries = (count: number): readonly RosterEntry[] => Array.from({ length: count }, (_, index) => entry(index + 1));

const KEYS = [{ publicKey: PUBLIC_KEY, usableFrom: '2026-03-02', retired: false }];

/** What is known before the first draw: five who can be drawn, a key that is old enough today, no number yet. */
export const known = (change: Partial<KnownForDraw> = {}): KnownForDraw => ({
  theCase: MATTERS, earlier: undefined, exhausted: undefined, keys: KEYS, taken: {}, roster: entries(5), tasks: [], engaged: [], ...change,
});

export interface Asked {
  readonly by?: Actor;
  readonly target?: string;
  readonly body?: object;
  readonly now?: Instant;
}

/** `PrepareDraw` with what is known. */
export const prepare = (knowing: KnownForDraw = known(), { by = fuzhou, target = FIRST, body = {}, now = NOW }: Asked = {}) =>
  given(drawDecider).about(target).by(by).at(now).knowing(knowing)
    .afterPreparing(recorded({ type: 'NumberTaken', data: { year: 2026, serial: 7, holder: `draw-${target}` } }))
    .when('PrepareDraw', { caseId: CASE_ID, ...body });

/** The facts of a draw that was prepared. Throws its refusal. */
export function prepared(knowing?: KnownForDraw, asked?: Asked): readonly DrawEvent[] {
  const { facts, refusal } = prepare(knowing, asked);
  if (refusal !== undefined) throw refusal;
  return facts;
}

export const drawAfter = (events: readonly DrawEvent[], target = FIRST) => given(drawDecider, events).about(target).state() as CaseDraw & Draw;

/** The one proof that the key gives for the pool. */
export const proofOf = (events: readonly DrawEvent[], { secretKey } = KEY): string => {
  const pool = drawAfter(events).frozen?.pool;
  if (pool === undefined) throw new Error('no pool is frozen');
  return bytesToHex(prove(secretKey, alphaOf(pool)));
};

export const complete = (events: readonly DrawEvent[], proof: string, keys = KEYS) => given(drawDecider, events).about(FIRST).at(NOW).knowing({ keys }).when('CompleteDraw', { proof });

export function completed(events: readonly DrawEvent[]): readonly DrawEvent[] {
  const { facts, refusal } = complete(events, proofOf(events));
  if (refusal !== undefined) throw refusal;
  return [...events, ...facts];
}

/** The record that the log of the draw exports. */
export function exportedFrom(events: readonly DrawEvent[]): DrawRecord | undefined {
  const file = events.reduce<DrawFile | null>((before, fact, revision) => drawFile.apply(before, recorded(fact, { stream: `draw-${FIRST}`, revision }), FIRST), null);
  return file === null ? undefined : recordOf(file);
}
