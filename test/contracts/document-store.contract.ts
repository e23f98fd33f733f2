import { findContract } from '#test/contracts/document-store-find.contract';
import { overlappingWritersContract } from '#test/contracts/document-store-overlap.contract';
import { progressContract } from '#test/contracts/document-store-progress.contract';
import { refusalsContract } from '#test/contracts/document-store-refusals.contract';
import { writeContract } from '#test/contracts/document-store-write.contract';
import { type OpenDocumentStore, openedForEachTest } from '#test/support/opened-store';

/** What every driver of the read models promises. `open` gives an empty store each time. */
export function documentStoreContract(open: OpenDocumentStore): void {
  describe('the document store', () => {
    const opened = openedForEachTest(open);
    writeContract(opened);
    findContract(opened);
    progressContract(opened);
    refusalsContract(opened);
    overlappingWritersContract(opened);
  });
}
