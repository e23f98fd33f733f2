/** Time and chance, as drivers need them. */
export interface Timing {
  /** Calls once, so many milliseconds from now. Returns what calls it off. */
  after(milliseconds: number, then: () => void): () => void;
  /** From 0 up to 1. */
  chance(): number;
}
