import { mayAudit, requireAnyCenter, requireCenter, requireSystem } from '#libs/access/policy';
import type { ArchiveEvent } from '#libs/archives/archive.events';
import type { Archive, ArchiveState } from '#libs/archives/archive.evolve';
import { archiveRules } from '#libs/archives/archive.rules';
import { type ArchivedFile, readArchivedFile } from '#libs/archives/archived-file';
import type { CommandRule, Context } from '#libs/event-sourcing/decider';
import { NotAllowed, require } from '#libs/event-sourcing/rule';

export interface KnowsFile {
  readonly file: ArchivedFile | undefined;
}
type FileContext = Context<KnowsFile>;
export type SealRule<C> = CommandRule<C, ArchiveState, ArchiveEvent, KnowsFile>;
/** A rule about an archive that has been sealed. */
export type ArchiveRule<C> = CommandRule<C, Archive, ArchiveEvent, KnowsFile>;

export const gatherFile: NonNullable<SealRule<object>['gather']> = async (_command, _state, lookup, target) => ({ file: await readArchivedFile(target, lookup) });

function fileOf({ known: { file }, actor }: FileContext): ArchivedFile {
  require(file, archiveRules.OnlyTheClosedIsArchived);
  if (file.accused.includes(actor.person)) throw new NotAllowed(archiveRules.AccusedNeverOpensTheArchive);
  return file;
}

/** The centre that led the matter, and no other. */
export function byKeeper(_command: unknown, _state: unknown, context: FileContext): void {
  const { actor } = context;
  requireAnyCenter(actor, archiveRules.OnlyTheKeeperArchives);
  const file = fileOf(context);
  requireCenter(actor, file, archiveRules.OnlyTheKeeperArchives);
  if (actor.organisation !== file.keeper) throw new NotAllowed(archiveRules.OnlyTheKeeperArchives);
}

/** The keeper, and those who answer for the record as a whole. */
export function byReader(command: unknown, state: unknown, context: FileContext): void {
  if (mayAudit(context.actor)) fileOf(context);
  else if (context.actor.role === 'MUNICIPAL_CENTER') byKeeper(command, state, context);
  else throw new NotAllowed(archiveRules.ArchiveIsForTheKeeperAndAuditors);
}

export const bySystem = (_command: unknown, _state: unknown, { actor }: Context): void => requireSystem(actor);

export const requireKept = (archive: ArchiveState): void => require(archive?.state !== 'DISPOSED', archiveRules.DisposedArchiveStaysClosed);

/** What was sealed is still in the file, as it was. */
export const requireSealedStands = ({ sealed, lastHash }: Archive, file: ArchivedFile | undefined): void =>
  require(file?.events[sealed - 1]?.hash === lastHash, archiveRules.SealedEventsStand);

/** The file is closed, and nothing was written in it after the sealing. */
export function requireWhole(archive: Archive, { known: { file } }: FileContext): void {
  requireSealedStands(archive, file);
  require(file?.closedOn !== undefined && file.events.length === archive.sealed, archiveRules.PackageIsWholeAtTheEnd);
}
