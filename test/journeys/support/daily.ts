import { acceptance } from '#libs/cases/case-story';
import type { Journey } from '#test/journeys/support/journey';

/** A session of a-1 on the 1st of December 2026. */
export const SESSION = {
  agencyId: 'a-1', activityType: 'SKILL_LEVEL_RECOGNITION', occupation: '电工', level: 'LEVEL_4', venueDivision: '350102', venue: '实训楼一层',
  startsAt: '2026-12-01T01:00:00.000Z', endsAt: '2026-12-01T09:00:00.000Z',
};
export const DECLARATION = acceptance;

/** A record that finds nothing wrong about these matters. */
export const cleanRecord = (...items: readonly string[]) => ({
  templateVersion: 'ATT4-2026-1',
  fields: [{ field: 'plannedCandidates', value: '40' }, { field: 'actualCandidates', value: '38' }, { field: 'stage', value: '技能' }, { field: 'opinion', value: '良好' }],
  methods: ['ONSITE'], items: items.map((item) => ({ item, result: 'CONFORMS', facts: '符合要求', evidenceIds: [] })), guidance: [], evidence: [],
});

/** The session is registered, and one matter of it planned to be supervised as d-1. */
export async function isPlanned(journey: Journey): Promise<void> {
  await journey.as('agency-a-1').does('sessions/one/register-session', SESSION);
  await journey.as('fuzhou').does('daily-cases/d-1/plan-daily-supervision', { sessionId: 'one', targetSelection: 'PLANNED', reason: '年度计划', matters: [{ item: 'C2.05' }], inspection: 'OVERT' });
}

/** A planned daily supervision is drawn, and whom the draw gives is dispatched: their name. */
async function dispatched(journey: Journey, caseId: string): Promise<string> {
  const center = journey.as('fuzhou');
  await center.does(`draws/${caseId}-d1/prepare-daily-draw`, { caseId });
  const [member] = (await center.reads(`daily-cases/${caseId}`)).members as readonly { readonly supervisorId: string }[];
  await center.does(`daily-cases/${caseId}/dispatch-supervisor`, { supervisorId: member?.supervisorId });
  return member?.supervisorId.slice(2) ?? '';
}

/** A planned daily supervision is drawn, and supervised to its end on the day of the session: by whom. */
export async function isSupervised(journey: Journey, caseId: string): Promise<string> {
  const name = await dispatched(journey, caseId);
  const supervisor = journey.as(`supervisor-p-${name}`);
  await supervisor.does(`daily-cases/${caseId}/accept-daily-assignment`, DECLARATION);
  await supervisor.does(`daily-cases/${caseId}/acknowledge-session-briefing`);
  await journey.comes('2026-12-01', 9);
  await supervisor.does(`daily-cases/${caseId}/check-in`, { mode: 'ONSITE' });
  await supervisor.does(`daily-cases/${caseId}/end-daily-supervision`);
  return name;
}
