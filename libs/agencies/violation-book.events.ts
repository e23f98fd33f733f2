import type { Fact } from '#libs/event-sourcing/event';

/** 登记违规案件: entered before the case is opened, so that every case about the agency is found in its book. */
export type ViolationCaseEntered = Fact<'ViolationCaseEntered', { readonly sanctionId: string }>;

export type ViolationBookEvent = ViolationCaseEntered;

export const violationBookBasis: Readonly<Record<ViolationBookEvent['type'], readonly string[]>> = { ViolationCaseEntered: ['R4.2-1'] };
