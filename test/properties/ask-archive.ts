import { type Archive, type ArchiveStateName } from '#libs/archives/archive.evolve';
import { system } from '#libs/cases/case-story';
import { addDays, addYears } from '#libs/regulation/legal-date';
import { type Ask, ask } from '#test/properties/ask';
import { askOfComplaint } from '#test/properties/ask-complaint';
import { centerOf, chosen, someActor } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

interface ClosedFile {
  /** Of its stream, which is the name of its archive. */
  readonly id: string;
  readonly keeper: string;
}

const closedFiles = ({ states }: Scene): readonly ClosedFile[] => [
  ...states.all('complaint').flatMap(([id, { stage, holder }]) => (stage === 'CLOSED' ? [{ id: `complaint-${id}`, keeper: holder }] : [])),
  ...states.all('daily').flatMap(([id, { stage, dispatcher }]) => (stage === 'CLOSED' ? [{ id: `daily-${id}`, keeper: dispatcher }] : [])),
  ...states.all('case').flatMap(([id, { stage, dispatcher }]) => (stage === 'CLOSED' ? [{ id: `case-${id}`, keeper: dispatcher }] : [])),
];

type Paper = 'seal' | 'access' | 'extend' | 'flag' | 'propose' | 'confirm';

const WAITS_FOR: Readonly<Record<ArchiveStateName, readonly Paper[]>> = {
  SEALED: ['access', 'access', 'extend', 'seal', 'propose'],
  RETENTION_ENDED: ['propose', 'propose', 'propose', 'extend', 'seal'],
  DISPOSAL_PROPOSED: ['confirm', 'confirm', 'confirm', 'confirm', 'extend', 'propose'],
  DISPOSED: ['confirm', 'access', 'seal', 'extend'],
};

function papersOf({ id, keeper }: ClosedFile, archive: Archive | undefined, { today }: Scene, dice: number): Readonly<Record<Paper, Ask>> {
  const clerk = centerOf(dice % 9 === 0 ? '3502' : keeper);
  const second = dice % 5 === 0 ? clerk : { ...clerk, person: `${clerk.person}-second` };
  const by = dice % 6 === 0 ? someActor(dice) : clerk;
  return {
    seal: ask(clerk, 'SealArchivePackage', id),
    access: ask(by, 'AccessArchive', id, { reason: '复核' }),
    extend: ask(clerk, 'ExtendArchiveRetention', id, { keepUntil: addDays(addYears(archive?.retention.date ?? today, dice % 2), (dice % 40) - 9), reason: '有利用价值' }),
    flag: ask(system, 'FlagRetentionEnded', id),
    propose: ask(clerk, 'ProposeArchiveDisposal', id, { appraisal: '已无保存价值' }),
    confirm: ask(second, 'ConfirmArchiveDisposal', id),
  };
}

/** About a closed file; where there is none, a complaint, which comes to its end soonest. Now and then it goes on after its sealing. */
export function askOfArchive(scene: Scene, dice: number, isNatural: boolean): Ask {
  const files = closedFiles(scene);
  if (files.length === 0 || dice % 9 === 0) return askOfComplaint(scene, dice, isNatural);
  const rest = Math.floor(dice / 9);
  const waits = files.filter(({ id }) => ['RETENTION_ENDED', 'DISPOSAL_PROPOSED'].includes(scene.states.of('archive', id)?.state ?? ''));
  const file = chosen(waits.length > 0 && dice % 4 > 0 ? waits : files, rest);
  const archive = scene.states.of('archive', file.id);
  const papers = papersOf(file, archive, scene, Math.floor(rest / 3));
  const waiting = isNatural ? (archive === undefined ? (['seal'] as const) : WAITS_FOR[archive.state]) : (Object.keys(papers) as Paper[]);
  return papers[chosen(waiting, Math.floor(rest / 3))];
}
