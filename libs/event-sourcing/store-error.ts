/** The store was closed, or closed itself after a failure (then with a cause). */
export class StoreClosed extends Error {
  constructor(cause?: unknown) {
    super('the store is closed', cause === undefined ? undefined : { cause });
    this.name = 'StoreClosed';
  }
}

/** No answer, or not in time: whether a write took place is unknown. It may be asked again: what is guarded is written once. */
export class StoreUnavailable extends Error {
  constructor(store: string, cause: Error) {
    super(`${store} did not answer: ${cause.message}`, { cause });
    this.name = 'StoreUnavailable';
  }
}
