/** The store was closed, or closed itself after a failure (then with a cause). */
export class StoreClosed extends Error {
  constructor(cause?: unknown) {
    super('the store is closed', cause === undefined ? undefined : { cause });
    this.name = 'StoreClosed';
  }
}

/** Nothing was written, reading goes on; writing works again once there is space. */
export class DiskFull extends Error {
  constructor(cause: unknown) {
    super('there is no space left to write', { cause });
    this.name = 'DiskFull';
  }
}

/** No answer, or not in time: whether a write took place is unknown. It may be asked again: what is guarded is written once. */
export class StoreUnavailable extends Error {
  constructor(store: string, cause: Error) {
    super(`${store} did not answer: ${cause.message}`, { cause });
    this.name = 'StoreUnavailable';
  }
}
