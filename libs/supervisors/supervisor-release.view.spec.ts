import type { Actor, RecordedEvent } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import { supervisorShownTo, supervisorToldTo } from '#libs/supervisors/supervisor-release.view';
import { agency, cancelled, carded, decision, department, fact, fuzhou, lin, proposedCancellation, province, xiamen } from '#libs/supervisors/supervisor-story';
import { supervisorRegister, type SupervisorEntry } from '#libs/supervisors/supervisor.view';
import type { SupervisorEvent } from '#libs/supervisors/supervisor.events';

const stored = (story: readonly SupervisorEvent[]): readonly RecordedEvent[] => story.map((event, revision) => recorded(event, { stream: 'supervisor-c-1', revision }));
function seen(story: readonly SupervisorEvent[], actor: Actor) {
  const entry = stored(story).reduce<SupervisorEntry | null>((document, event) => supervisorRegister.apply(document, event, 'c-1'), null);
  if (entry === null) throw new Error('no entry');
  const { proposals, decisions, assessments } = supervisorShownTo(entry, actor).credential;
  const told = supervisorToldTo(stored(story), actor).map(({ type }) => type).filter((type) => type.startsWith('Disqualification'));
  return { proposals: proposals.map(({ proposalNo }) => proposalNo), decisions: Object.keys(decisions), assessments, told };
}

const assessed = { ...decision('厦建1号', '3502'), cause: { kind: 'ASSESSMENT_FAIL', assessmentNo: '考1', concludedOn: '2022-01-10' } } as const;
const proposedByXiamen = [...carded, fact('DisqualificationProposed', { ...assessed, proposes: 'QUALIFICATION_CANCELLED' })];
const dismissed = [...proposedByXiamen, fact('DisqualificationDismissed', { proposalNo: '厦建1号', reasons: '情节不严重' })];
const nothing = { proposals: [], decisions: [], assessments: [], told: [] };

describe('a proposal against a supervisor', () => {
  it('is known to the centre that makes it and to the province, before it is decided', () => {
    const whole = { proposals: ['厦建1号'], decisions: ['厦建1号'], assessments: ['考1'], told: ['DisqualificationProposed'] };
    for (const actor of [xiamen, province, department]) expect(seen(proposedByXiamen, actor)).toEqual(whole);
  });

  it('leaves no trace for the person, for another centre, for an agency', () => {
    for (const actor of [lin, fuzhou, agency]) expect(seen(proposedByXiamen, actor)).toEqual(nothing);
    expect(seen(proposedCancellation, fuzhou).proposals).toEqual(['榕建1号']);
  });

  it('is the person\'s to read when it is decided, also where it was dismissed', () => {
    expect(seen(dismissed, lin)).toEqual({ proposals: ['厦建1号'], decisions: ['厦建1号'], assessments: [], told: ['DisqualificationProposed', 'DisqualificationDismissed'] });
    expect(seen(dismissed, fuzhou)).toEqual(nothing);
    expect(seen(cancelled, lin)).toMatchObject({ proposals: ['榕建1号'], decisions: ['榕建1号', '闽处1号'] });
  });

  it('leaves the decision itself to everybody who sees the entry', () => {
    expect(seen(cancelled, xiamen)).toMatchObject({ proposals: [], decisions: ['闽处1号'] });
  });
});
