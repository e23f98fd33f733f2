/** Work that is done once: callers share it, and what failed is begun anew by the next. */
export function onceDone(work: () => Promise<unknown>): () => Promise<void> {
  let under: Promise<unknown> | undefined;
  return async () => {
    under ??= work().catch((error: unknown) => {
      under = undefined;
      throw error;
    });
    await under;
  };
}
