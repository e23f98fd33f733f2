import { documentStoreContract } from '#test/contracts/document-store.contract';
import { onEveryDocumentStore, openedInPlace } from '#test/support/document-places';

onEveryDocumentStore((newPlace) => documentStoreContract(() => openedInPlace(newPlace)));
