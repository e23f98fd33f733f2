import type { Fact, Instant, LegalDate } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { SupervisorGround } from '#libs/regulation/codes';
import type { Holder, Selection } from '#libs/supervisors/application.events';
import type { Card } from '#libs/supervisors/appointment.events';
import type { LeakVerificationConcluded, SanctionCause } from '#libs/supervisors/sanction.events';

/** How far a first application, or a renewal, has come on the way to an appointment. */
export type QualificationStep = 'APPLIED' | 'CONDITIONS_CONFIRMED' | 'IN_TRAINING' | 'EXAM_PASSED' | 'EXAM_FAILED';

export interface Qualification {
  readonly step: QualificationStep;
  /** First day of the class, once enrolled. */
  readonly trainingFrom?: LegalDate;
  /** 内督 only: the training, once enrolled. */
  readonly trainingId?: string | undefined;
  readonly sittings: number;
  readonly reExamsLeft?: number;
  /** Day of the examination that was passed. */
  readonly passedOn?: LegalDate;
}

/** How a credential ended for good. Expiry is no such end: a renewal may follow. */
export type EndOfCredential = 'REJECTED' | 'RESIGNED' | 'CANCELLED' | 'RENEWAL_REFUSED';

export interface HeldCard extends Card {
  readonly voided: boolean;
  readonly returned: boolean;
}

export interface TermDays {
  readonly termStart: LegalDate;
  readonly termEnd: LegalDate;
}

export interface Suspension {
  readonly by: Area;
  /** By the body that selected the internal supervisor, not by the centre of the area. */
  readonly ofBody?: true;
  readonly scope: 'ALL' | 'OWN';
  /** Last day in effect. */
  readonly endsOn: LegalDate;
}

export interface Proposal {
  readonly proposalNo: string;
  /** The dispatching centre that made it; of a body, the area it belongs to. */
  readonly proposedBy: Area;
  readonly proposedOn: LegalDate;
  readonly proposes: 'QUALIFICATION_CANCELLED' | 'RENEWAL_REFUSED';
  readonly cause: SanctionCause;
  readonly open: boolean;
}

/** The decision that ended the credential, and whether the employer was told of it. */
export interface SeriousDecision {
  readonly decisionNo: string;
  readonly cause: SanctionCause;
  readonly employerNotified: boolean;
}

/** What the rules ask of one credential. Reviews, scores and reasons stay in the events. */
export interface Credential extends Holder {
  readonly area: Area;
  /** 内督 only: who selected the person, and for which agencies. */
  readonly selection?: Selection;
  /** Absent when nothing is under way: appointed, or renewed. */
  readonly qualification?: Qualification;
  readonly terms: readonly TermDays[];
  readonly cards: readonly HeldCard[];
  readonly suspensions: readonly Suspension[];
  readonly proposals: readonly Proposal[];
  /** Type of fact by the number of its decision: the same number is the same decision. */
  readonly decisions: Readonly<Record<string, string>>;
  /** Grounds of the criticism and suspensions of the latest term, each once. */
  readonly groundsOfTerm: readonly SupervisorGround[];
  /** What each verification of a leak found, by its number. */
  readonly leakVerifications: Readonly<Record<string, LeakVerificationConcluded['data']['result']>>;
  /** Numbers of the failed assessments that have their one decision. */
  readonly assessments: readonly string[];
  /** Last day of the term whose expiry is recorded. */
  readonly expiredTerm?: LegalDate;
  readonly ended?: EndOfCredential;
  readonly seriousDecision?: SeriousDecision;
}

export type SupervisorState = Credential | undefined;

/** One fold for each type of fact: a forgotten type does not compile. */
export type CredentialFolds<E extends Fact> = {
  readonly [T in E['type']]: (credential: Credential, data: Extract<E, { readonly type: T }>['data'], occurredAt: Instant) => Credential;
};

/** The agency, or the industry department, that selected the person; empty where it is not of the kind. */
export const selectorOf = ({ selection }: Credential): { readonly agencyId: string; readonly departmentId: string } => ({
  agencyId: selection?.by === 'AGENCY' ? selection.organisation : '',
  departmentId: selection?.by === 'INDUSTRY_DEPT' ? selection.organisation : '',
});
