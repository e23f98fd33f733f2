import fc from 'fast-check';
import type { CaseEvent } from '#libs/cases/case.events';
import { anyPlay, play, stored } from '#libs/cases/case-chance';
import { caseFile, type CaseFile } from '#libs/cases/case-file.view';
import { CASE_ID, type Told } from '#libs/cases/case-story';
import { CALENDAR_FJ_2021_2026 } from '#libs/regulation/published-calendars';
import { isWorkingDay } from '#libs/regulation/work-calendar';

/** Several defences, questions and pieces of evidence are allowed; opening a stream twice is refused by the kernel, not here. */
const NOT_ASKED_TWICE = ['SubmitDefence', 'OpenSpecialSupervision', 'RaiseInquiry', 'RequestMaterial', 'AddEvidence', 'ReportObstruction'];
const addsNothing = (name: string, facts: readonly CaseEvent[]): void => {
  if (!NOT_ASKED_TWICE.includes(name)) expect([name, facts]).toEqual([name, []]);
};

const indexOf = (events: readonly Told[], type: CaseEvent['type']): number => events.findIndex((event) => event.type === type);
const PROCEDURE = ['GroupFormed', 'OnSiteStarted', 'ViewsHeard', 'OnSiteEnded', 'PreliminaryOpinionFormed', 'PreliminaryOpinionDelivered'] as const;
const DEFENCES: readonly CaseEvent['type'][] = ['DefenceSubmitted', 'DefenceWaived', 'DefenceLapsed'];

describe('every history of a case', () => {
  it('keeps the order of the procedure, adds nothing when asked twice, and ends with its end', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(anyPlay, (steps) => {
        const events = play(steps, addsNothing);
        for (const { type } of events) reached.add(type);
        const end = events.findIndex(({ type }) => type === 'CaseClosed' || type === 'SupervisionCancelled');
        if (end !== -1) expect(events.length).toBe(end + 1);
        const issued = indexOf(events, 'OpinionIssued');
        if (issued === -1) return;
        const earlier = events.slice(0, issued);
        for (const event of earlier) {
          if (event.type !== 'GroupFormed') continue;
          const { members, exception } = event.data;
          expect(members.length >= 3 || (members.length === 2 && exception !== undefined)).toBe(true);
        }
        const order = PROCEDURE.map((type) => indexOf(earlier, type));
        expect(order).not.toContain(-1);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(earlier.some(({ type }) => DEFENCES.includes(type))).toBe(true);
      }),
      { numRuns: 350, seed: 20261124 },
    );
    const deep = ['CovertInspectionOrdered', 'InspectionDisclosed', 'OpinionIssued', 'CaseClosed', 'SupervisionCancelled', 'DefenceLapsed', 'DefenceWaived', 'SubstituteSeated', 'RectificationReturned'];
    expect(deep.filter((type) => !reached.has(type))).toEqual([]);
  });

  it('seats only whom a draw gave, and lets only them act', () => {
    fc.assert(
      fc.property(anyPlay, (steps) => {
        const drawn = new Set<string>();
        for (const event of play(steps)) {
          if (event.type === 'SupervisorsDrawn') for (const { supervisorId } of event.data.members) drawn.add(supervisorId);
          if (event.type === 'SubstituteSeated') drawn.add(event.data.substitute.supervisorId);
          if (event.type === 'GroupFormed') for (const { supervisorId } of event.data.members) expect(drawn).toContain(supervisorId);
          if (event.type === 'PreliminaryOpinionFormed') for (const { supervisorId } of event.data.votes) expect(drawn).toContain(supervisorId);
        }
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('only ever adds to the papers of the file, and its deadlines end on working days after their start', () => {
    fc.assert(
      fc.property(anyPlay, (steps) => {
        let file: CaseFile | null = null;
        for (const [revision, fact] of play(steps).entries()) {
          const earlier: CaseFile | null = file;
          file = caseFile.apply(file, stored(fact, revision), CASE_ID);
          expect(file?.documents.slice(0, earlier?.documents.length ?? 0)).toEqual(earlier?.documents ?? []);
          for (const { deadline } of Object.values(file?.deadlines ?? {})) {
            expect(deadline.date > deadline.start).toBe(true);
            expect(isWorkingDay(CALENDAR_FJ_2021_2026, deadline.date).working).toBe(true);
          }
        }
      }),
      { numRuns: 100, seed: 11 },
    );
  });
});
