import type { Fact } from '#libs/event-sourcing/event';
import type { SupervisorType } from '#libs/regulation/own-codes';

/** 占用资格名额: the person holds this credential as the one live credential of its type. */
export type CredentialClaimed = Fact<
  'CredentialClaimed',
  { readonly supervisorType: SupervisorType; readonly credentialId: string }
>;

/** 释放资格名额: the credential has ended; the person may claim another of the type. */
export type CredentialReleased = Fact<
  'CredentialReleased',
  { readonly supervisorType: SupervisorType; readonly credentialId: string }
>;

/** 列入不得再从事名单: for ever, whole province, both types. */
export type BarRecorded = Fact<
  'BarRecorded',
  {
    /** The credential that was cancelled or not renewed. */
    readonly credentialId: string;
    readonly decision: 'QUALIFICATION_CANCELLED' | 'RENEWAL_REFUSED';
    readonly decisionNo: string;
    /** Every credential the person has had, of either type: none of them can be drawn. */
    readonly credentials: readonly string[];
  }
>;

/** 撤销处理: by review or court, nothing else. The ended credential stays ended; the person may apply anew. */
export type BarReversed = Fact<
  'BarReversed',
  {
    /** The credential whose cancellation or refusal was set aside. */
    readonly credentialId: string;
    readonly outcomeOf: 'REVIEW' | 'COURT';
    /** Number of the review decision or the judgment. */
    readonly documentNo: string;
    readonly reasons: string;
    /** Every credential the person has had, of either type. */
    readonly credentials: readonly string[];
    /** True where another bar of the person still stands. */
    readonly stillBarred: boolean;
  }
>;

/** Facts about one person across credentials, stream `person-<personId>`. */
export type PersonEvent = CredentialClaimed | CredentialReleased | BarRecorded | BarReversed;

export const personBasis: Readonly<Record<PersonEvent['type'], readonly string[]>> = {
  CredentialClaimed: ['R1.2-1', 'R4.1-3'],
  CredentialReleased: ['R1.2-1'],
  BarRecorded: ['R4.1-3'],
  BarReversed: ['R4.1-3'],
};
