import type { Fact, Instant, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';

/** What is archived: the category of its stream. */
export const ARCHIVED_KINDS = { case: '专项督导', daily: '日常督导', complaint: '群众举报' } as const;
export type ArchivedKind = keyof typeof ARCHIVED_KINDS;

/** An event of the file as it was sealed: the first of the list has revision 0, the next 1 … */
export interface SealedEvent {
  readonly type: string;
  /** Of the chain, 64 hexadecimal digits: it covers all that came before. */
  readonly hash: string;
}

/** A file that the events name: its bytes are kept outside the log. */
export interface SealedFile {
  readonly evidenceId: string;
  readonly sha256: string;
}

/** 保管期限 */
export interface Retention {
  /** The day of the closing, or of the appraisal that found a longer one. */
  readonly from: LegalDate;
  /** Last day. */
  readonly date: LegalDate;
  /** The first instant after it. */
  readonly dueAt: Instant;
  readonly basis: string;
  /** One Chinese sentence. */
  readonly explanation: string;
}

/**
 * 归档封存: of one closed file, stream `archive-<stream of the file>`. What is written in the file later is in no package until
 * it is sealed again.
 */
export type ArchivePackageSealed = Fact<
  'ArchivePackageSealed',
  {
    /** Stream of the file. */
    readonly subject: string;
    /** 1, 2 … */
    readonly version: number;
    /** The centre that led the matter. */
    readonly keeper: Area;
    readonly closedOn: LegalDate;
    readonly events: readonly SealedEvent[];
    /** Hash of the last of them. */
    readonly lastHash: string;
    readonly files: readonly SealedFile[];
    /** Versions of forms and declarations by which the file was written. */
    readonly templates: readonly string[];
    readonly retention: Retention;
  }
>;

/** 调阅档案: who is in the metadata; written before anything is shown. */
export type ArchiveAccessed = Fact<'ArchiveAccessed', { readonly version: number; readonly reason: string }>;

/** 延长保管期限 */
export type ArchiveRetentionExtended = Fact<'ArchiveRetentionExtended', { readonly retention: Retention; readonly reason: string }>;

/** 保管期限届满 */
export type ArchiveRetentionEnded = Fact<'ArchiveRetentionEnded', { readonly retention: Retention }>;

/** 鉴定并提议销毁档案 */
export type ArchiveDisposalProposed = Fact<'ArchiveDisposalProposed', { readonly appraisal: string }>;

/** 销毁档案: by a second person. Keys of personal data are gone; the events stay, and so does what they prove. */
export type ArchiveDisposed = Fact<'ArchiveDisposed', { readonly appraisal: string }>;

export type ArchiveEvent = ArchivePackageSealed | ArchiveAccessed | ArchiveRetentionExtended | ArchiveRetentionEnded | ArchiveDisposalProposed | ArchiveDisposed;

export const archiveBasis: Readonly<Record<ArchiveEvent['type'], readonly string[]>> = {
  ArchivePackageSealed: ['b.10', 'R3.4(四)a', 'D-13'],
  ArchiveAccessed: ['b.10', 'R2.7(四)'],
  ArchiveRetentionExtended: ['b.10', 'D-13'],
  ArchiveRetentionEnded: ['b.10', 'D-13'],
  ArchiveDisposalProposed: ['b.10', 'D-13'],
  ArchiveDisposed: ['b.10', 'D-13'],
};
