/** How often things go which way: every chance of the simulated year, 0 to 1. */
export const SHARES = {
  training: {
    /** A unit with the qualification is engaged. */
    withProvider: 0.15,
    /** The plan is sent back for completion. */
    returned: 0.08,
    /** The plan is forgotten until after the day by which it should be filed. */
    filedLate: 0.07,
    /** The province says that it has received the plan. */
    acknowledged: 0.6,
    /** Somebody wants to begin before the plan is filed. */
    startedUnfiled: 0.06,
    /** A trainee fails; of these, one who sits again and passes. */
    failed: 0.08,
    passedAtSecond: 0.6,
    /** An agency trains more people in the year itself. */
    again: 0.3,
    /** Of those who were carded. */
    resigned: 0.03,
    cardReplaced: 0.02,
  },
  /** A final result that nobody publishes. */
  publication: { forgotten: 0.06 },
  /** Of closed files: sealed within the year, and of these read. */
  archives: { sealed: 0.4, read: 0.1 },
  norms: { agency: 0.7, internalRequirements: 0.2, center: 0.8 },
  session: {
    severalDays: 0.25,
    /** A venue outside Fujian is tried. */
    outOfProvince: 0.01,
    secondExaminer: 0.5,
    rescheduled: 0.04,
    cancelled: 0.03,
    staffLeaves: 0.05,
    /** The one who supervises is named as examiner, too. */
    supervisorAsExaminer: 0.03,
    /** The drawn one cannot come. */
    supervisorFallsIll: 0.03,
    /** Nobody thinks of drawing. */
    undrawn: 0.02,
    /** The agency does not say that it is over. */
    endUnsaid: 0.1,
    /** Something was not as it should be, by phase. */
    irregular: 0.08,
    /** Phases entered the next morning. */
    enteredLater: 0.15,
    sheetLate: 0.06,
    sheetNever: 0.02,
    sheetCorrected: 0.04,
    /** The agency wants results before the sheet. */
    resultsTooEarly: 0.03,
    /** Before anything was looked at. */
    resultPhaseFirst: 0.02,
  },
  daily: {
    byProvince: 0.1,
    /** Of sessions that are drawn at random, too; one at least. */
    drawnTarget: 0.025,
    byRisk: 0.25,
    covert: 0.06,
    /** A centre of another area tries to plan it. */
    byAnother: 0.03,
    plannedTwice: 0.03,
    twoSupervisors: 0.2,
    cancelled: 0.02,
    /** Answers of those drawn; the others accept. */
    declined: 0.07,
    recused: 0.04,
    silent: 0.03,
    declineJustified: 0.75,
    reviewedTooEarly: 0.03,
    checkInUnbriefed: 0.03,
    /** A covert supervision tells the agency at its end. */
    disclosed: 0.8,
    refusesMaterial: 0.2,
    remote: 0.25,
    cardMissing: 0.04,
    cardOfAnother: 0.03,
    unassigned: 0.02,
    nobodyComes: 0.015,
    endUnsaid: 0.15,
    /** Of each matter. */
    problem: 0.3,
    recordNever: 0.03,
    recordLate: 0.08,
    recordUnsigned: 0.03,
    recordCorrected: 0.06,
    decidedTooEarly: 0.03,
    /** Though there are problems. */
    noMeasure: 0.2,
    verification: 0.25,
    talk: 0.35,
    letterBesideTalk: 0.3,
    bulletin: 0.12,
    closedTooEarly: 0.04,
    neverImproved: 0.06,
  },
  /** What the first supervisor does on the spot. */
  powers: { inquiry: 0.3, material: 0.3, evidence: 0.4, recommendation: 0.08, obstruction: 0.04, improperRequest: 0.04, incident: 0.02 },
  assessment: { unkept: 0.08, commended: 0.1, learnt: 0.3, fails: 0.05, objects: 0.5 },
} as const;
