import { agencySanctionDecider } from '#libs/agencies/agency-sanction.decide';
import type { AgencySanctionEvent, AgencySanctionLevel } from '#libs/agencies/agency-sanction.events';
import type { Actor, Instant } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { NO_NUMBERS } from '#libs/regulation/numbering.evolve';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';

export const fuzhou: Actor = { person: 'clerk-3501', role: 'MUNICIPAL_CENTER', organisation: '3501' };
export const school: Actor = { person: 'clerk-school', role: 'AGENCY', organisation: 'agency-1' };
export const system: Actor = { person: 'system', role: 'SYSTEM', organisation: 'FJ' };
export const department: Actor = { person: 'clerk-hr', role: 'PROVINCIAL_HR', organisation: 'FJ' };
export const agency = { agencyType: 'SCHOOL', area: '3501', isCentralBranch: false } as const;
/** A day of 2026 at ten o'clock in Asia/Shanghai. */
const at = (day: string): Instant => `2026-${day}T02:00:00.000Z`;

/** A sanction case of 福州 about agency-1 in April 2026, told in commands, for specs. */
export const SANCTION_KNOWN = { agency, standing: [], supervisions: {}, calendar: CALENDAR_FJ_2021_2026, taken: NO_NUMBERS };
export const violation = { ground: 'G2', description: '安排专人陪同并打断考评人员陈述', evidence: ['ev-1'] } as const;
export const violationCase = { agencyId: 'agency-1', violations: [violation], severity: 'ORDINARY', severityReasons: '未造成后果', persons: ['staff-1'] } as const;
export const holdNotice = { proposes: 'PLATFORM_OPERATION_HOLD', facts: '阻挠有关人员向质量督导员反映情况' } as const;
export const hold = { reasons: '事实清楚', demands: ['不得再阻挠'], correctionDueOn: '2026-05-15' } as const;
export const statement = { text: '并非有意', evidence: [] } as const;

export type SanctionTold = AgencySanctionEvent & { readonly occurredAt: Instant };

/** The decider after the facts, on a day of 2026 at ten o'clock. */
export const sanctioning = (events: readonly SanctionTold[], by: Actor, day: string, known: object = {}) =>
  given(agencySanctionDecider, events).about('s-1').by(by).at(at(day)).knowing({ ...SANCTION_KNOWN, ...known })
    .afterPreparing(recorded({ type: 'NumberTaken', data: { year: 2026, serial: 7, holder: 'agencysanction-s-1' } }));

type Step = readonly [day: string, by: Actor, name: string, body?: object];

/** The facts that the commands bring. Throws the refusal of any. */
export const tellSanction = (steps: readonly Step[], known: object = {}): readonly SanctionTold[] =>
  steps.reduce<readonly SanctionTold[]>((events, [day, by, name, body = {}]) => {
    const { facts, refusal } = sanctioning(events, by, day, known).when(name, body);
    if (refusal !== undefined) throw refusal;
    return [...events, ...facts.map((fact) => ({ ...fact, occurredAt: at(day) }))];
  }, []);

export const criticism = {
  reasons: '事实清楚', demands: ['停止阻挠'], correctionDueOn: '2026-06-15', recommendation: '给予处分',
  persons: [{ person: 'staff-1', responsibility: 'DIRECT' }], addressee: { kind: 'SUPERIOR_UNIT', name: '样例教育集团' },
} as const;
export const notice = (proposes: AgencySanctionLevel) => ({ ...holdNotice, proposes });

const OPENED: readonly Step[] = [['04-07', fuzhou, 'OpenViolationCase', violationCase]];
const NOTIFIED: readonly Step[] = [...OPENED, ['04-08', fuzhou, 'NotifySanction', holdNotice]];
const HELD: readonly Step[] = [...NOTIFIED, ['04-09', school, 'WaiveStatement'], ['04-13', fuzhou, 'HoldPlatformOperation', hold]];
const OVERDUE: readonly Step[] = [...HELD, ['05-16', system, 'FlagCorrectionOverdue']];

const REFUSED: readonly Step[] = [...HELD, ['05-06', fuzhou, 'RecordCorrectionRefusal', { ground: 'EXPRESS_REFUSAL', reasons: '书面拒绝' }]];
const CRITICISED: readonly Step[] = [...REFUSED, ['05-07', fuzhou, 'NotifySanction', notice('PUBLIC_CRITICISM')], ['05-08', school, 'WaiveStatement'], ['05-11', fuzhou, 'CriticiseAgency', criticism]];
const SERIOUS: readonly Step[] = [['04-07', fuzhou, 'OpenViolationCase', { ...violationCase, severity: 'SERIOUS' }], ['04-08', fuzhou, 'NotifySanction', notice('QUALIFICATION_REVOCATION')]];
const PROPOSED: readonly Step[] = [...SERIOUS, ['04-09', school, 'WaiveStatement'], ['04-10', fuzhou, 'ProposeRevocation', { reasons: '情节严重' }]];

/** The case as it stands after each of its phases. */
export const sanctionPhases = {
  opened: tellSanction(OPENED),
  notified: tellSanction(NOTIFIED),
  held: tellSanction(HELD),
  reminded: tellSanction([...OVERDUE, ['05-18', fuzhou, 'RemindCorrection', { text: '请改正' }]]),
  submitted: tellSanction([...HELD, ['05-06', school, 'SubmitCorrection', { report: '已改正', evidence: [] }]]),
  refused: tellSanction(REFUSED),
  criticised: tellSanction(CRITICISED),
  revocationNotified: tellSanction(SERIOUS),
  proposed: tellSanction(PROPOSED),
  revoked: tellSanction([...PROPOSED, ['04-13', department, 'ConfirmRevocation']]),
  resumed: tellSanction([...HELD, ['05-06', school, 'SubmitCorrection', { report: '已改正', evidence: [] }], ['05-07', fuzhou, 'AcceptCorrection', { conclusion: '到位' }]]),
};
