import type { Count, Find, StoredDocument } from '#libs/event-sourcing/document-store';
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
  /** The documents that serve are of another version: the figures are of those that are being built. */
  readonly rebuilding: boolean;
}

/** The documents of the view were made by another version of the fold, or of another log: they must be rebuilt first. */
export class ViewStale extends Error {
  constructor(why: string) {
    super(`${why}: rebuild it`);
    this.name = 'ViewStale';
  }
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
  count(view: View<object>, query: Count): Promise<number>;
  lag(): Promise<readonly Lag[]>;
}
