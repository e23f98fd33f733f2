import { theCenter } from '#libs/access/bearers';
import type { ArchiveEvent, Retention } from '#libs/archives/archive.events';
import type { CaseClosed } from '#libs/cases/case-rectification.events';
import type { SpecialSupervisionOpened } from '#libs/cases/case-intake.events';
import type { DailySupervisionClosed, NoMeasureDecided } from '#libs/cases/daily-measures.events';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import type { ComplaintClosed, ComplaintReceived, ComplaintRegistered, ComplaintReopened, ComplaintTransferred } from '#libs/complaints/complaint.events';
import type { RecordedEvent } from '#libs/event-sourcing/event';
import { type Matter, once, todoSource } from '#libs/event-sourcing/todo';
import type { Area } from '#libs/regulation/areas';

type CaseFact = SpecialSupervisionOpened | CaseClosed;
type DailyFact = DailySupervisionPlanned | NoMeasureDecided | DailySupervisionClosed;
type ComplaintFact = ComplaintReceived | ComplaintRegistered | ComplaintTransferred | ComplaintClosed | ComplaintReopened;
type FileFact = ArchiveEvent | CaseFact | DailyFact | ComplaintFact;

interface ArchiveMatter extends Matter {
  readonly area: Area;
}

function matter(before: ArchiveMatter | undefined, event: FileFact): ArchiveMatter | undefined {
  switch (event.type) {
    case 'SpecialSupervisionOpened':
      return { title: `专项督导档案 ${event.data.agencyName}`, area: event.data.dispatcher };
    case 'DailySupervisionPlanned':
      return { title: `日常督导档案 ${event.data.agencyName}`, area: event.data.dispatcher };
    case 'ComplaintReceived':
      return { title: '群众举报档案', area: event.data.holder };
    case 'ComplaintRegistered':
      return before && { ...before, title: `群众举报档案 ${event.data.number}` };
    case 'ComplaintTransferred':
      return before && { ...before, area: event.data.to };
    case 'ArchivePackageSealed':
      return before ?? { title: '督导档案', area: event.data.keeper };
    default:
      return before;
  }
}

/** The archive is named after the stream of the file. */
const among = <E extends FileFact>(...types: readonly E['type'][]) => ({ type, stream }: RecordedEvent): string | undefined =>
  (types as readonly string[]).includes(type) ? stream : undefined;

const falls = ({ area }: ArchiveMatter) => theCenter(area);
/** Work of the day after the period; until then what is coming, with its reason. */
const atTheEnd = ({ retention }: { readonly retention: Retention }) => [{ due: retention, from: retention.dueAt }];

export const archiveTodos = todoSource<FileFact, ArchiveMatter>({
  category: 'archive',
  path: 'archives',
  others: {
    case: among<CaseFact>('SpecialSupervisionOpened', 'CaseClosed'),
    daily: among<DailyFact>('DailySupervisionPlanned', 'NoMeasureDecided', 'DailySupervisionClosed'),
    complaint: among<ComplaintFact>('ComplaintReceived', 'ComplaintRegistered', 'ComplaintTransferred', 'ComplaintClosed', 'ComplaintReopened'),
  },
  matter,
  todos: {
    SealArchivePackage: {
      label: '归档封存', falls,
      opens: { CaseClosed: once, NoMeasureDecided: once, DailySupervisionClosed: once, ComplaintClosed: once },
      ends: ['ArchivePackageSealed', 'ComplaintReopened'],
    },
    ProposeArchiveDisposal: {
      label: '鉴定保管期满的档案:延长保管或者提议销毁', falls,
      opens: { ArchivePackageSealed: atTheEnd, ArchiveRetentionExtended: atTheEnd },
      ends: ['ArchiveDisposalProposed', 'ArchiveDisposed'],
    },
    ConfirmArchiveDisposal: { label: '由第二人确认销毁档案', falls, opens: { ArchiveDisposalProposed: once }, ends: ['ArchiveRetentionExtended', 'ArchiveDisposed'] },
  },
  closes: { ArchiveDisposed: true },
});
