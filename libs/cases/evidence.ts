/** Who may see a piece of evidence; the public view never contains the last three (R2.7(五)). */
export const EVIDENCE_CLASSES = ['PUBLIC', 'INTERNAL', 'WORK_SECRET', 'TRADE_SECRET', 'PERSONAL'] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];

/** A file that proves something: its bytes are kept outside the log, its digest inside. */
export interface Evidence {
  readonly evidenceId: string;
  /** What it is, in words without personal data. */
  readonly title: string;
  /** SHA-256 of the bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly classification: EvidenceClass;
}
