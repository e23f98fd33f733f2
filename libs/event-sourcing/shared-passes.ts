/** The same work, one pass at a time: callers that come during a pass share the one that follows it. */
export function sharedPasses(work: () => Promise<void>): () => Promise<void> {
  let pass: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  return () => {
    waiting ??= pass.catch(() => undefined).then(() => {
      waiting = undefined;
      pass = work();
      return pass;
    });
    return waiting;
  };
}
