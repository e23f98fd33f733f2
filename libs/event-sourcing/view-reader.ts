import type { Find, StoredDocument } from '#libs/event-sourcing/document-store';
import type { GlobalPosition } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';

export interface ReadOptions {
  /** Wait until the view has folded the event at this position. */
  readonly minPosition?: GlobalPosition | undefined;
}

/** How far a view is behind the log. */
export interface Lag {
  readonly view: string;
  readonly position: GlobalPosition | undefined;
  /** Events not yet folded. */
  readonly behind: number;
  /** Documents that stopped at an event they could not fold. */
  readonly parked: number;
}

/** The view did not reach the position in time. */
export class ViewBehind extends Error {
  constructor(readonly view: string, readonly position: GlobalPosition | undefined, readonly wanted: GlobalPosition) {
    super(`view ${view} is at ${position ?? 'nothing'}, wanted ${wanted}`);
    this.name = 'ViewBehind';
  }
}

/** Reads of live views. */
export interface ViewReader {
  get<D extends object>(view: View<D>, key: string, options?: ReadOptions): Promise<StoredDocument<D> | undefined>;
  find<D extends object>(view: View<D>, query: Find, options?: ReadOptions): Promise<readonly StoredDocument<D>[]>;
  lag(): Promise<readonly Lag[]>;
}
