import type { Instant } from '#libs/event-sourcing/event';

interface Entry<T> {
  readonly at: Instant;
  readonly order: number;
  readonly item: T;
}

/** What is to be done when: earliest first, and within one instant in the order in which it was entered. A binary heap. */
export class Agenda<T> {
  private readonly heap: Entry<T>[] = [];
  private entered = 0;

  enter(at: Instant, item: T): void {
    this.heap.push({ at, order: (this.entered += 1), item });
    this.rise(this.heap.length - 1);
  }

  /** The instant of what comes first. */
  next(): Instant | undefined {
    return this.heap[0]?.at;
  }

  /** All that is to be done at the first instant. */
  takeFirst(): readonly T[] {
    const at = this.next();
    const items: T[] = [];
    while (at !== undefined && this.next() === at) items.push(this.take());
    return items;
  }

  private take(): T {
    const first = this.heap[0] as Entry<T>;
    const last = this.heap.pop() as Entry<T>;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first.item;
  }

  private rise(index: number): void {
    const parent = (index - 1) >> 1;
    if (index === 0 || !this.precedes(index, parent)) return;
    this.swap(index, parent);
    this.rise(parent);
  }

  private sink(index: number): void {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    let first = index;
    if (left < this.heap.length && this.precedes(left, first)) first = left;
    if (right < this.heap.length && this.precedes(right, first)) first = right;
    if (first === index) return;
    this.swap(index, first);
    this.sink(first);
  }

  private precedes(a: number, b: number): boolean {
    const [one, other] = [this.heap[a] as Entry<T>, this.heap[b] as Entry<T>];
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b] as Entry<T>, this.heap[a] as Entry<T>];
  }
}
