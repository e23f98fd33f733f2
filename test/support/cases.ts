import type { TestSupervisor } from '#test/support/supervisors';
import type { Reply, TestServer } from '#test/support/test-server';
import { NO_CONFLICT_DECLARATION } from '#libs/cases/no-conflict-declaration';
import { SYSTEM } from '#libs/event-sourcing/worker';

export const AGENCY_ID = 'agency-of-case';
export const CASE_ID = 'case-one';

/** A command about the case by a persona; a refusal is an error of the test. */
export async function act(server: TestServer, persona: string, command: string, body: object = {}): Promise<Reply> {
  const reply = await server.as(persona).post(`/v1/cases/${CASE_ID}/${command}`, body);
  if (reply.status >= 300) throw new Error(`${command}: ${JSON.stringify(reply.body)}`);
  return reply;
}

/** An agency of 福州 and a case about it, led by 福州, up to the matters. */
export async function openCase(server: TestServer): Promise<void> {
  const agency = { name: '闽江技师学院(样例)', agencyType: 'SCHOOL', division: '350102', isCentralBranch: false, filedOn: '2026-01-05' };
  await server.as('fuzhou').post(`/v1/agencies/${AGENCY_ID}/register-agency`, agency);
  await act(server, 'fuzhou', 'open-special-supervision', {
    agencyId: AGENCY_ID, targetSelection: 'PLANNED', reason: '年度计划', onSiteFrom: '2026-12-01', onSiteTo: '2026-12-02',
    activityType: 'SKILL_LEVEL_RECOGNITION', venueDivision: '350102',
  });
  await act(server, 'fuzhou', 'define-matters', { matters: [{ item: 'C2.01' }] });
}

/** What the draw will do: three supervisors take their seats. They accept, and the first of them leads the group. */
export async function formGroup(server: TestServer, members: readonly TestSupervisor[]): Promise<void> {
  await server.record.commands.handle({ name: 'SeatDrawnSupervisors', target: CASE_ID, body: { drawId: 'd-1', members }, actor: SYSTEM, commandId: 'seat-drawn' });
  for (const { personId } of members) await act(server, `supervisor-${personId}`, 'accept-assignment', { declarationVersion: NO_CONFLICT_DECLARATION.version, signed: true });
  await act(server, 'fuzhou', 'form-group', { leader: members[0]?.supervisorId });
}
