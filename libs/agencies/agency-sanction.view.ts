import type { AgencySanctionEvent, ViolationCaseOpened } from '#libs/agencies/agency-sanction.events';
import { type AgencySanctionCase, type AgencySanctionState, evolveAgencySanction } from '#libs/agencies/agency-sanction.evolve';
import { AGENCY_SANCTION_STAGES, type AgencySanctionStage, stageOf } from '#libs/agencies/agency-sanction.stage';
import type { SanctionDecision } from '#libs/agencies/sanction-decision.events';
import type { Instant, LegalDate, Recorded } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** A numbered paper of the case. */
export interface SanctionDocument extends Omit<SanctionDecision, 'agencyId' | 'center' | 'grounds'> {
  readonly type: AgencySanctionEvent['type'];
  readonly on: LegalDate;
}

/** 机构处理案件: one document a sanction case, for the centres. */
export interface AgencySanctionFile extends AgencySanctionCase, Pick<ViolationCaseOpened['data'], 'violations' | 'severityReasons' | 'persons' | 'repeatedGrounds'> {
  readonly sanctionId: string;
  readonly stage: AgencySanctionStage;
  readonly stageName: string;
  readonly openedOn: LegalDate;
  readonly documents: readonly SanctionDocument[];
  /** End of the period that runs. */
  readonly dueAt?: Instant | undefined;
}

/** End of the period that the case waits for; nothing once it is over. */
export function dueOf({ ended, notice, correction }: Pick<AgencySanctionCase, 'ended' | 'notice' | 'correction'>): Instant | undefined {
  if (ended !== undefined) return undefined;
  return notice?.statement === 'OPEN' ? notice.statementDue.dueAt : correction && correctionDueOf(correction);
}

function correctionDueOf({ step, reminder, due, decisionDue }: NonNullable<AgencySanctionCase['correction']>): Instant | undefined {
  if (step === 'ORDERED') return (reminder ?? due).dueAt;
  return step === 'SUBMITTED' ? decisionDue?.dueAt : undefined;
}

const PAPERS = ['PlatformOperationHeld', 'AgencyCriticised', 'QualificationRevoked'] as const;
type Paper = Extract<Recorded<AgencySanctionEvent>, { readonly type: (typeof PAPERS)[number] }>;
const isPaper = (event: Recorded<AgencySanctionEvent>): event is Paper => (PAPERS as readonly string[]).includes(event.type);

export function documentsAfter(documents: readonly SanctionDocument[], event: Recorded<AgencySanctionEvent>): readonly SanctionDocument[] {
  if (!isPaper(event)) return documents;
  const { type, data, meta } = event;
  const { documentNumber, bases, reasons, replyToStatement } = data;
  const reply = replyToStatement === undefined ? {} : { replyToStatement };
  return [...documents, { type, on: legalDateOf(meta.occurredAt), documentNumber, bases, reasons, ...reply }];
}

type Opening = Pick<AgencySanctionFile, 'violations' | 'severityReasons' | 'persons' | 'repeatedGrounds' | 'openedOn'>;

function openingOf(file: AgencySanctionFile | null, event: Recorded<AgencySanctionEvent>): Opening | null {
  if (event.type !== 'ViolationCaseOpened') return file;
  const { violations, severityReasons, persons, repeatedGrounds } = event.data;
  return { violations, severityReasons, persons, repeatedGrounds, openedOn: legalDateOf(event.meta.occurredAt) };
}

function apply(file: AgencySanctionFile | null, event: Recorded<AgencySanctionEvent>, sanctionId: string): AgencySanctionFile | null {
  const state: AgencySanctionState = evolveAgencySanction(file ?? undefined, event);
  const opening = openingOf(file, event);
  if (state === undefined || opening === null) return null;
  const { violations, severityReasons, persons, repeatedGrounds, openedOn } = opening;
  const stage = stageOf(state);
  return {
    ...state, sanctionId, violations, severityReasons, persons, repeatedGrounds, openedOn,
    stage, stageName: AGENCY_SANCTION_STAGES[stage], documents: documentsAfter(file?.documents ?? [], event), dueAt: dueOf(state),
  };
}

export const agencySanctionFile: View<AgencySanctionFile> = {
  name: 'agency-sanction-file',
  version: 3,
  categories: ['agencysanction'],
  indexes: ['area', 'agencyId', 'center', 'stage', 'openedOn', 'dueAt'],
  keys: (event) => [event.stream.slice('agencysanction-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<AgencySanctionEvent>, key),
};
