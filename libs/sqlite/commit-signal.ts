/** Wakes whoever waits for the next commit. Nothing runs while nobody commits. */
export class CommitSignal {
  private readonly waiting = new Set<() => void>();

  raise(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at the next `raise`, or when the signal aborts. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
