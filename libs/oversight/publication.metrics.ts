import type { LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { Timeliness } from '#libs/oversight/ledger.dimensions';
import { changed, type Metric, streamSource } from '#libs/oversight/ledger.metric';
import type { PublicationDue, PublicationEvent, PublishedKind } from '#libs/publication/publication.events';
import { evolvePublication, type Publication, type PublicationStateName } from '#libs/publication/publication.evolve';
import type { Area } from '#libs/regulation/areas';
import { addDays, legalDateOf } from '#libs/regulation/legal-date';

interface PublicationProgress {
  readonly kind: PublishedKind;
  readonly center: Area;
  readonly state: PublicationStateName;
  readonly visible: boolean;
  readonly due: LegalDate;
  /** Of the first approval. */
  readonly approved?: Timeliness;
}

const METRICS: readonly Metric<PublicationProgress, PublicationEvent>[] = [
  {
    name: 'Publications',
    label: '督导结果公开(按状态)',
    unit: '件',
    definition: '每一应当公开的督导结果计一件,按该日所处状态归类,自结果最终确定而应当公开之日起计。',
    dimensions: ['publicationState', 'supervisionKind', 'center'],
    stands: ({ state, kind }) => [{ publicationState: state, supervisionKind: kind }],
  },
  {
    name: 'PublicationTimeliness',
    label: '督导结果是否按期公开',
    unit: '件',
    definition: '公开期限见分晓的督导结果各计一件:首次批准公开在最后一日及以前的为按期,其后批准的,或者最后一日的次日起仍未批准的,为逾期,不待系统登记。',
    dimensions: ['timeliness', 'supervisionKind', 'center'],
    stands: ({ approved, due, kind }, on) => {
      const timeliness = approved ?? (due < on ? 'LATE' : undefined);
      return timeliness === undefined ? [] : [{ timeliness, supervisionKind: kind }];
    },
  },
];

const opened = ({ data }: PublicationDue): PublicationProgress => ({ kind: data.kind, center: data.dispatcher, state: 'DUE', visible: false, due: data.due.date });

/** Only what the next state of a publication rests on. */
const stateAfter = ({ visible, state }: PublicationProgress, event: Recorded<PublicationEvent>): PublicationStateName =>
  evolvePublication({ state, ...(visible && { visible: { version: 0, from: '' } }) } as Publication, event)?.state ?? state;

function visibleAfter({ visible }: PublicationProgress, { type }: Recorded<PublicationEvent>): boolean {
  return type === 'PublicationApproved' || (visible && type !== 'PublicationWithdrawn');
}

function approvalAfter({ approved, due }: PublicationProgress, { type, meta }: Recorded<PublicationEvent>): Partial<PublicationProgress> {
  if (type !== 'PublicationApproved' || approved !== undefined) return {};
  return { approved: legalDateOf(meta.occurredAt) <= due ? 'ON_TIME' : 'LATE' };
}

export const publicationSource = streamSource<PublicationProgress, PublicationEvent>({
  category: 'publication',
  opened: (event) => (event.type === 'PublicationDue' ? opened(event) : undefined),
  evolve: (before, event) => changed(before, { state: stateAfter(before, event), visible: visibleAfter(before, event), ...approvalAfter(before, event) }),
  turns: ({ due }) => [addDays(due, 1)],
  shared: ({ center }) => ({ center }),
  metrics: METRICS,
});
