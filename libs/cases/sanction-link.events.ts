import type { Fact } from '#libs/event-sourcing/event';
import type { AgencyGround } from '#libs/regulation/codes';

/** 转处罚: a sanction case against the agency rests on this supervision. Nothing of it reaches the agency from here. */
export type CaseLinkedToSanction = Fact<'CaseLinkedToSanction', { readonly sanctionId: string; readonly grounds: readonly AgencyGround[] }>;
