import type { CaseEvent } from '#libs/cases/case.events';
import type { Lookup } from '#libs/event-sourcing/decider';
import type { Find } from '#libs/event-sourcing/document-store';
import type { Recorded } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { type CaseFacts, gatherCase } from '#libs/supervisors/case-facts.evolve';
import { gatherOpenTasks } from '#libs/supervisors/tasks.decide';
import { type CaseSeats, caseSeats } from '#libs/supervisors/tasks.view';

// Only what the two folds read of a case; the facts themselves are the cases' own.
const said = (type: CaseEvent['type'], data: object = {}) => recorded({ type, data }, { stream: 'case-7' });
const member = (name: string) => ({ supervisorId: `c-${name}`, personId: `p-${name}` });
const opened = said('SpecialSupervisionOpened', { dispatcher: '3502' });
const drawn = said('SupervisorsDrawn', { drawId: 'd-1', members: ['lin', 'chen', 'wu'].map(member) });

const seats = (...events: readonly ReturnType<typeof said>[]): CaseSeats | null =>
  events.reduce<CaseSeats | null>((document, event) => caseSeats.apply(document, event, '7'), null);

describe('seats in a special supervision', () => {
  it('are taken by the drawn and passed to substitutes', () => {
    expect(seats(opened, drawn)).toEqual({ caseId: '7', seated: ['c-lin', 'c-chen', 'c-wu'], open: true });
    expect(seats(opened, drawn, said('SubstituteSeated', { drawId: 'd-1', leaving: 'c-lin', substitute: member('zhou') }))?.seated).toEqual(['c-chen', 'c-wu', 'c-zhou']);
    for (const type of ['AssignmentDeclined', 'AssignmentUnanswered', 'SupervisorRecused'] as const) {
      expect(seats(opened, drawn, said(type, member('lin')))?.seated).toEqual(['c-chen', 'c-wu']);
    }
  });

  it('are no open task before the draw and after the group has done its work', () => {
    expect(seats(opened)?.open).toBe(false);
    expect(seats(opened, drawn, said('OnSiteEnded'))?.open).toBe(true);
    for (const type of ['PreliminaryOpinionDelivered', 'SupervisionCancelled', 'CaseClosed'] as const) expect(seats(opened, drawn, said(type))?.open).toBe(false);
  });

  it('of one supervisor are found on every page', async () => {
    const all = Array.from({ length: 450 }, (_, index): CaseSeats => ({ caseId: String(index).padStart(3, '0'), seated: index % 449 === 0 ? ['c-lin'] : ['c-wu'], open: true }));
    const pages: Find[] = [];
    const find = (_view: unknown, query: Find) => {
      pages.push(query);
      return Promise.resolve(all.filter(({ caseId }) => caseId > (query.after?.key ?? '')).slice(0, query.limit));
    };
    expect(await gatherOpenTasks('c-lin', { find } as unknown as Lookup)).toEqual({ openTasks: ['000', '449'] });
    expect(pages).toHaveLength(3);
    expect(pages.every(({ where }) => where?.open === true)).toBe(true);
  });
});

describe('what a case proves about its supervisors', () => {
  const facts = (...events: readonly ReturnType<typeof said>[]): Promise<CaseFacts> => {
    const fold = (stream: string, initial: CaseFacts, evolve: (facts: CaseFacts, event: Recorded<CaseEvent>) => CaseFacts) =>
      Promise.resolve(stream === 'case-7' ? events.reduce((state, event) => evolve(state, event as unknown as Recorded<CaseEvent>), initial) : initial);
    return gatherCase('7', { fold } as unknown as Lookup);
  };

  it('is who dispatched, who had a seat, what was denied and which decline was unjustified', async () => {
    const declaration = { version: '1', text: '', denies: ['COLLEAGUE', 'OTHER'] };
    expect(await facts(
      opened, drawn, said('AssignmentAccepted', { ...member('chen'), declaration }), said('AssignmentDeclined', { ...member('lin'), drawId: 'd-1', reason: '' }),
      said('SubstituteSeated', { drawId: 'd-1', leaving: 'c-lin', substitute: member('zhou') }),
      said('DeclineJudged', { ...member('lin'), judgement: 'UNJUSTIFIED', reasons: '' }), said('DeclineJudged', { ...member('wu'), judgement: 'JUSTIFIED', reasons: '' }),
    )).toEqual({ dispatcher: '3502', seated: ['c-lin', 'c-chen', 'c-wu', 'c-zhou'], denied: { 'c-chen': ['COLLEAGUE', 'OTHER'] }, unjustified: ['c-lin'] });
  });

  it('is told of a daily supervision alike, where no special one has the id', async () => {
    const fold = (stream: string, initial: CaseFacts, evolve: (facts: CaseFacts, event: Recorded<CaseEvent>) => CaseFacts) =>
      Promise.resolve(stream === 'daily-7' ? [{ ...opened, type: 'DailySupervisionPlanned', data: { dispatcher: '3501' } }, drawn].reduce((state, event) => evolve(state, event as unknown as Recorded<CaseEvent>), initial) : initial);
    expect(await gatherCase('7', { fold } as unknown as Lookup)).toMatchObject({ dispatcher: '3501', seated: ['c-lin', 'c-chen', 'c-wu'] });
  });
});
