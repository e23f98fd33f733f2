import type { EvidenceClass } from '#libs/regulation/own-codes';

/** A file that proves something: its bytes are kept outside the log, its digest inside. */
export interface Evidence {
  readonly evidenceId: string;
  /** What it is, in words without personal data. */
  readonly title: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  /** The public view never contains the last three classes (R2.7(五)). */
  readonly classification: EvidenceClass;
}
