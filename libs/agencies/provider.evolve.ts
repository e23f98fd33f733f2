import type { ProviderEvent, TrainerQualification } from '#libs/agencies/provider.events';
import type { LegalDate, Recorded } from '#libs/event-sourcing/event';

export interface Provider extends TrainerQualification {
  /** First day on which the qualification is gone. */
  readonly withdrawnOn?: LegalDate;
}

export type ProviderState = Provider | undefined;

export function evolveProvider(state: ProviderState, event: Recorded<ProviderEvent>): ProviderState {
  switch (event.type) {
    case 'ProviderQualified':
      return event.data;
    case 'ProviderQualificationWithdrawn':
      return state === undefined ? undefined : { ...state, withdrawnOn: event.data.withdrawnOn };
  }
}

/** Whether the unit may train and examine 外督 on every day from one to the other. */
export const isQualified = ({ qualifiedFrom, qualifiedUntil, withdrawnOn }: Provider, from: LegalDate, to: LegalDate): boolean =>
  qualifiedFrom <= from && to <= qualifiedUntil && (withdrawnOn === undefined || to < withdrawnOn);
