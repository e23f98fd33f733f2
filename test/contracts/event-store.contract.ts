import { appendContract } from '#test/contracts/event-store-append.contract';
import { concurrencyContract } from '#test/contracts/event-store-concurrency.contract';
import { readContract } from '#test/contracts/event-store-read.contract';
import { subscribeContract } from '#test/contracts/event-store-subscribe.contract';
import { type OpenEventStore, openedForEachTest } from '#test/support/opened-store';

/** What every driver of the log promises. `open` gives an empty log each time. */
export function eventStoreContract(name: string, open: OpenEventStore): void {
  describe(`the event store on ${name}`, () => {
    const opened = openedForEachTest(open);
    appendContract(opened);
    concurrencyContract(opened);
    readContract(opened);
    subscribeContract(opened);
  });
}
