import { legalDateOf } from '#libs/regulation/legal-date';
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

/** An internal supervisor whom a registered agency of the area selected, trained and gave a card: by the commands of the agency alone. */
export async function appointInternalSupervisor(server: TestServer, name: string, agencyId: string, area = '3501'): Promise<TestSupervisor> {
  const supervisor = { supervisorId: `i-${name}`, personId: `p-${name}` };
  const selection = { by: 'AGENCY', organisation: agencyId, agencies: [agencyId] };
  const credential = `supervisors/${supervisor.supervisorId}`;
  const training = `trainings/${name}-${agencyId}`;
  const today = legalDateOf(server.clock.now());
  const steps: readonly (readonly [path: string, body?: object])[] = [
    [`${credential}/apply-as-supervisor`, { personId: supervisor.personId, supervisorType: 'INTERNAL', area, selection }],
    [`${credential}/confirm-conditions`, { reviews: CONDITIONS }],
    [`${training}/draft-training-plan`, trainingPlan(agencyId, today)],
    [`${training}/file-training-plan`],
    [`${training}/start-training`, { startedOn: today }],
    [`${credential}/enrol-in-training`, { trainingClass: '2026-1', trainingId: `${name}-${agencyId}`, startsOn: today }],
    [`${training}/hold-training`, { endedOn: today, hours: 16, attended: [supervisor.supervisorId] }],
    [`${training}/hold-exam`, { examinedOn: today, form: 'WRITTEN' }],
    [`${training}/record-training-results`, { scores: [{ supervisorId: supervisor.supervisorId, score: 88 }] }],
    [`${credential}/record-exam-result`, { score: 88, examinedOn: today }],
    [`${credential}/appoint-supervisor`, { termStart: today }],
    [`${credential}/issue-card`, { internalNumber: `N-${name.toUpperCase()}` }],
  ];
  for (const [path, body] of steps) {
    const reply = await server.as(`agency-${agencyId}`).post(`/v1/${path}`, body);
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
  }
  return supervisor;
}

/** The plan of a training of one day. */
export const trainingPlan = (agencyId: string, day: string) => ({
  by: 'AGENCY', organisation: agencyId, title: '内督培训', content: '政策法规、督导方法', hours: 16, startsOn: day, endsOn: day, examForm: 'WRITTEN', places: 10,
});
