import { CASE_ID, member } from '#libs/cases/case-story';
import { caseAndDraw } from '#libs/cases/case.reaction';
import { dailyAndDraw } from '#libs/cases/daily.reaction';
import { recorded } from '#libs/event-sourcing/given';

const purpose = { kind: 'DAILY_CASE', caseId: CASE_ID };
const drawn = recorded({ type: 'DrawCompleted', data: { purpose, drawn: [member(1)] } }, { stream: 'draw-d-1' });

describe('a daily supervision and its draw', () => {
  it('what the draw gives takes its seats there, and not in a special supervision of the same id', () => {
    expect(dailyAndDraw.requests(drawn)).toEqual([{ name: 'SeatDailySupervisors', target: CASE_ID, body: { drawId: 'd-1', members: [member(1)] } }]);
    expect(caseAndDraw.requests(drawn)).toEqual([]);
  });

  it('one found ineligible is replaced', () => {
    const found = recorded({ type: 'SupervisorFoundIneligible', data: { ...member(1), drawId: 'd-1', reasons: ['SUSPENDED'] } }, { stream: `daily-${CASE_ID}` });
    expect(dailyAndDraw.requests(found)).toEqual([{ name: 'ReplaceMember', target: 'd-1', body: { supervisorId: 's-1', reason: 'INELIGIBLE', caseId: CASE_ID } }]);
  });
});
