import type { AgencyType } from '#libs/agencies/agency.events';
import type { Matter } from '#libs/cases/case-intake.events';
import type { Fact } from '#libs/event-sourcing/event';
import type { Area } from '#libs/regulation/areas';
import type { OccupationLevel, TargetSelection } from '#libs/regulation/own-codes';
import type { Slot } from '#libs/sessions/session.events';

/** 明察 and 暗访: a covert supervision is unknown to the agency until it is disclosed. */
export const INSPECTIONS = { OVERT: '明察', COVERT: '暗访' } as const;
export type Inspection = keyof typeof INSPECTIONS;

/** 随场次改期: the supervision is of the session, whenever it is held. */
export type DailyDatesMoved = Fact<'DailyDatesMoved', Slot>;

/** 日常督导立项: of exactly one session. Stream `daily-<caseId>`. */
export type DailySupervisionPlanned = Fact<
  'DailySupervisionPlanned',
  Slot & {
    readonly kind: 'DAILY';
    readonly sessionId: string;
    readonly agencyId: string;
    readonly agencyName: string;
    readonly agencyType: AgencyType;
    readonly isCentralBranch: boolean;
    /** Area of the venue: its centre and the province are competent. */
    readonly area: Area;
    /** Area of the agency's filing: its centre is informed where it is another one. */
    readonly filedIn: Area;
    /** GB/T 2260 code of the place of conduct. */
    readonly venueDivision: string;
    readonly occupation: string;
    readonly level: OccupationLevel;
    /** The centre that planned the supervision and leads it to the end: 委派机构. */
    readonly dispatcher: Area;
    /** How the session came to be chosen; only the supervisors must be drawn (R3.3-1). */
    readonly targetSelection: TargetSelection;
    /** Why this session; absent only for a random draw. */
    readonly reason?: string;
    /** The draw of targets that drew the session; absent where it was chosen. */
    readonly targetDrawId?: string;
    readonly matters: readonly Matter[];
    /** Id of the accepted complaint that C3 verifies. */
    readonly complaintRef?: string;
    readonly inspection: Inspection;
    /** Why covertly; present where it is covert. */
    readonly covertReason?: string;
    /** Why beside another supervision of the same session. */
    readonly jointReason?: string;
  }
>;
