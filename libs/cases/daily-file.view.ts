import { type FileMember, type FileSeats, seatsAfter } from '#libs/cases/case-members.view';
import type { DailyEvent } from '#libs/cases/daily.events';
import { type Daily, evolveDaily, isSeatFact } from '#libs/cases/daily.evolve';
import type { DailySupervisionPlanned } from '#libs/cases/daily-plan.events';
import type { RecordCorrected, RecordSubmitted } from '#libs/cases/daily-record.events';
import { DAILY_STAGES } from '#libs/cases/daily.stage';
import { POWER_PAPERS } from '#libs/cases/power-papers';
import type { Instant, LegalDate, Recorded, Revision } from '#libs/event-sourcing/event';
import type { View } from '#libs/event-sourcing/view';
import { legalDateOf } from '#libs/regulation/legal-date';

/** Whether the record form came in time (D-01). */
export const RECORD_TIMELINESS = { NOT_DUE: '督导尚未结束', PENDING: '待提交', OVERDUE: '逾期未提交', IN_TIME: '按期提交', LATE: '逾期提交' } as const;
export type RecordTimeliness = keyof typeof RECORD_TIMELINESS;

/** One version of the record form: none is overwritten. */
export interface FileRecord extends Pick<RecordSubmitted['data'], 'form' | 'signedBy'>, Partial<Pick<RecordCorrected['data'], 'reason'>> {
  readonly version: number;
  readonly at: Instant;
  /** Revision of the event that holds it. */
  readonly revision: Revision;
}

/** A paper of the file: none is overwritten. */
export interface DailyPaper {
  readonly kind: keyof typeof PAPERS;
  readonly title: string;
  readonly at: Instant;
  readonly revision: Revision;
  readonly content: object;
}
const PAPERS = { ...POWER_PAPERS, DailyInspectionDisclosed: '暗访公开告知', IncidentEscalated: '紧急情况报告' } as const;

/** 日常督导案卷: what the rules ask of the supervision, and what a reader needs beside it. */
export interface DailyFile extends Omit<Daily, 'group'>, Omit<DailySupervisionPlanned['data'], keyof Daily> {
  readonly caseId: string;
  readonly stageName: string;
  /** Day of planning in Asia/Shanghai. */
  readonly plannedOn: LegalDate;
  readonly members: readonly FileMember[];
  /** supervisorIds of those whose seat nobody of their draw can take. */
  readonly vacant: readonly string[];
  readonly versions: readonly FileRecord[];
  /** What came of the supervisors' powers, and what they reported at once. */
  readonly papers: readonly DailyPaper[];
  readonly timeliness: RecordTimeliness;
  readonly daysLate?: number;
  /** 24:00 of the day until which the record is awaited. */
  readonly dueAt?: Instant;
  readonly lastEventAt: Instant;
}

/** The stored form: the state as the rules fold it stands beside what is read. */
export interface DailyDocument extends DailyFile, Pick<Daily, 'group'> {}

/** What may leave the store: the seats are read as members. */
export const dailyFileOf = ({ group: _group, ...file }: DailyDocument): DailyFile => file;

/** What is folded for readers alone. */
type Extras = Pick<DailyFile, 'members' | 'vacant' | 'versions' | 'papers' | 'timeliness' | 'daysLate'>;
const NO_EXTRAS: Extras = { members: [], vacant: [], versions: [], papers: [], timeliness: 'NOT_DUE' };

function seatsOf({ members, vacant }: Pick<FileSeats, 'members' | 'vacant'>, event: Recorded<DailyEvent>): Pick<FileSeats, 'members' | 'vacant'> {
  if (isSeatFact(event) || event.type === 'SupervisionTainted') return seatsAfter({ members, vacant }, event);
  if (event.type !== 'SupervisorFoundIneligible') return { members, vacant };
  return { vacant, members: members.map((one) => (one.supervisorId === event.data.supervisorId ? { ...one, status: 'INELIGIBLE' } : one)) };
}

function recordIn({ type, data, meta, revision }: Recorded<DailyEvent>): readonly FileRecord[] {
  const at = { at: meta.occurredAt, revision };
  if (type === 'RecordSubmitted') return [{ version: 1, form: data.form, signedBy: data.signedBy, ...at }];
  return type === 'RecordCorrected' ? [{ version: data.version, form: data.form, signedBy: data.signedBy, reason: data.reason, ...at }] : [];
}

const isPaper = (type: string): type is DailyPaper['kind'] => Object.hasOwn(PAPERS, type);

const paperIn = ({ type, data, meta, revision }: Recorded<DailyEvent>): readonly DailyPaper[] =>
  isPaper(type) ? [{ kind: type, title: PAPERS[type], at: meta.occurredAt, revision, content: data }] : [];

const withoutDue = ({ dueAt: _due, ...file }: DailyDocument): Omit<DailyDocument, 'dueAt'> => file;

function timelinessAfter({ timeliness }: Extras, { type, data }: Recorded<DailyEvent>): Pick<Extras, 'timeliness' | 'daysLate'> {
  if (type === 'DailySupervisionEnded') return { timeliness: 'PENDING' };
  if (type === 'RecordOverdue') return { timeliness: 'OVERDUE' };
  return type === 'RecordSubmitted' ? { timeliness: data.late ? 'LATE' : 'IN_TIME', daysLate: data.daysLate } : { timeliness };
}

function apply(file: DailyDocument | null, event: Recorded<DailyEvent>, caseId: string): DailyDocument | null {
  const before = file === null ? undefined : withoutDue(file);
  const said = event.type === 'DailySupervisionPlanned' ? { ...event.data, plannedOn: legalDateOf(event.meta.occurredAt) } : before;
  const daily = evolveDaily(before, event);
  if (said === undefined || daily === undefined) return null;
  const extras: Extras = before ?? NO_EXTRAS;
  const read = { ...seatsOf(extras, event), ...timelinessAfter(extras, event), versions: [...extras.versions, ...recordIn(event)], papers: [...extras.papers, ...paperIn(event)] };
  const due = daily.stage === 'ENDED' && daily.recordDue !== undefined ? { dueAt: daily.recordDue.dueAt } : {};
  return { ...said, ...daily, ...read, ...due, caseId, stageName: DAILY_STAGES[daily.stage], lastEventAt: event.meta.occurredAt };
}

export const dailyFile: View<DailyDocument> = {
  name: 'daily-file',
  version: 6,
  categories: ['daily'],
  indexes: ['caseId', 'area', 'dispatcher', 'stage', 'agencyId', 'sessionId', 'onSiteFrom', 'timeliness', 'dueAt', 'lastEventAt'],
  keys: (event) => [event.stream.slice('daily-'.length)],
  apply: (file, event, key) => apply(file, event as unknown as Recorded<DailyEvent>, key),
};
