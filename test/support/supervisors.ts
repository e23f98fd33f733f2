import type { Reply, TestServer } from '#test/support/test-server';

export interface TestSupervisor {
  readonly supervisorId: string;
  readonly personId: string;
}

/** Blank cards for the province: without one no card can be issued. */
export const receiveBlankCards = (server: TestServer): Promise<Reply> =>
  server.as('province').post('/v1/cards/FJ/receive-blank-cards', { count: 50, deliveryNo: 'D-1' });

const CONDITIONS = ['E1', 'E2', 'E3', 'E4', 'E5'].map((condition) => ({ condition, met: true, ...(condition !== 'E5' && { evidence: '材料' }) }));

/** From the application to the card, by the commands of those who may: a supervisor of 福州, or of another centre, who can be drawn. */
export async function appointSupervisor(server: TestServer, name: string, { persona: center, area } = { persona: 'fuzhou', area: '3501' }): Promise<TestSupervisor> {
  const supervisor = { supervisorId: `s-${name}`, personId: `p-${name}` };
  const about = (command: string): string => `/v1/supervisors/${supervisor.supervisorId}/${command}`;
  const steps: readonly (readonly [persona: string, command: string, body: object])[] = [
    [center, 'apply-as-supervisor', { personId: supervisor.personId, supervisorType: 'EXTERNAL', area }],
    ['province', 'confirm-conditions', { reviews: CONDITIONS }],
    ['province', 'enrol-in-training', { trainingClass: '2026-1', startsOn: '2026-11-02' }],
    ['province', 'record-exam-result', { score: 88, examinedOn: '2026-11-06' }],
    [center, 'appoint-supervisor', { termStart: '2026-11-23' }],
    ['province', 'issue-card', {}],
  ];
  for (const [persona, command, body] of steps) {
    const reply = await server.as(persona).post(about(command), body);
    if (reply.status >= 300) throw new Error(`${command}: ${JSON.stringify(reply.body)}`);
  }
  return supervisor;
}

/** An internal supervisor whom a registered agency of the area selected, with a card: by the commands of the agency alone. */
export async function appointInternalSupervisor(server: TestServer, name: string, agencyId: string, area = '3501'): Promise<TestSupervisor> {
  const supervisor = { supervisorId: `i-${name}`, personId: `p-${name}` };
  const selection = { by: 'AGENCY', organisation: agencyId, agencies: [agencyId] };
  const steps: readonly (readonly [command: string, body: object])[] = [
    ['apply-as-supervisor', { personId: supervisor.personId, supervisorType: 'INTERNAL', area, selection }],
    ['confirm-conditions', { reviews: CONDITIONS }],
    ['enrol-in-training', { trainingClass: '2026-1', trainingId: `training-${agencyId}`, startsOn: '2026-11-02' }],
    ['record-exam-result', { score: 88, examinedOn: '2026-11-06' }],
    ['appoint-supervisor', { termStart: '2026-11-23' }],
    ['issue-card', { internalNumber: `N-${name.toUpperCase()}` }],
  ];
  for (const [command, body] of steps) {
    const reply = await server.as(`agency-${agencyId}`).post(`/v1/supervisors/${supervisor.supervisorId}/${command}`, body);
    if (reply.status >= 300) throw new Error(`${command}: ${JSON.stringify(reply.body)}`);
  }
  return supervisor;
}
