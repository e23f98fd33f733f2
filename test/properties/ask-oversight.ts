import { LEAST } from '#libs/policy/parameter-limits';
import { POLICY_ID } from '#libs/policy/policy.events';
import type { Publication } from '#libs/publication/publication.evolve';
import { addDays } from '#libs/regulation/legal-date';
import { department } from '#libs/supervisors/supervisor-story';
import { type Ask, ask } from '#test/properties/ask';
import { centerOf, chosen } from '#test/properties/province';
import type { Scene } from '#test/properties/states';

const second = <A extends { readonly person: string }>(actor: A): A => ({ ...actor, person: `${actor.person}-second` });

/** What became public of a result, by its centre and a second person there. */
function askOfPublication(id: string, state: Publication, { today }: Scene, dice: number): Ask {
  const centre = centerOf(dice % 9 === 0 ? '3502' : state.dispatcher);
  const by = (name: string, body: object): Ask => ask(dice % 5 === 0 ? centre : second(centre), name, id, body);
  const propose = ask(centre, 'ProposePublication', id, {
    findings: dice % 6 === 0 ? '联系电话13800000000' : '收费公示已完善', guidance: '', cut: [], ...((state.wasApproved || dice % 7 === 0) && { reason: '更正表述' }),
  });
  const decided = [by('ApprovePublication', { visibleFrom: addDays(today, dice % 3) }), by('ApprovePublication', { visibleFrom: today }), by('ReturnPublication', { reason: '补充整改情况' })];
  if (state.proposal !== undefined) return chosen([...decided, ...decided, propose], dice);
  return chosen([propose, propose, propose, by('WithdrawPublication', { reason: '复核中' }), ...decided], dice);
}

const CHANGED = ['record.workingDays', 'defence.workingDays', 'publication.workingDays', 'draw.keyNoticeDays'] as const;

/** Versions of the parameters, by the department and a second person there. */
function askOfPolicy({ states, today, sent }: Scene, dice: number): Ask {
  const proposal = states.of('policy', POLICY_ID)?.proposal;
  const parameter = chosen(CHANGED, dice);
  const by = (name: string, body: object): Ask => ask(dice % 5 === 0 ? department : second(department), name, POLICY_ID, body);
  const proposed = {
    version: `FJ-${2026 + Math.floor(sent / 99)}-${1 + (sent % 99)}`, validFrom: addDays(today, (dice % 12) - 1), bases: ['闽人社〔2026〕1号(样例)'], reason: '试行期满后的调整',
    changes: [{ parameter, value: String((LEAST[parameter] ?? 3) - 1 + (dice % 4)), basis: '闽人社〔2026〕1号(样例)' }],
  };
  if (proposal === undefined && dice % 4 > 0) return ask(department, 'ProposePolicyVersion', POLICY_ID, proposed);
  const version = dice % 7 === 0 ? 'FJ-2021' : (proposal?.version ?? 'FJ-2025');
  return chosen([by('ApprovePolicyVersion', { version }), by('ApprovePolicyVersion', { version }), by('RejectPolicyVersion', { version, reason: '论证不充分' })], dice);
}

const SCOPES = [{ kind: 'AGENCY', value: 'agency-1' }, { kind: 'OCCUPATION', value: '电工' }, { kind: 'AREA', value: '3501' }, { kind: 'AREA', value: 'PT' }] as const;

const raiseFrequency = (dice: number): Ask =>
  ask(centerOf(dice % 7 === 0 ? '3502' : '3501'), 'RaiseSupervisionFrequency', '3501', { scope: chosen(SCOPES, dice), timesPerYear: 1 + (dice % 9), reasons: dice % 8 === 0 ? ' ' : '近期投诉较多' });

export function askOfOversight(scene: Scene, dice: number): Ask {
  const publications = scene.states.all('publication');
  const rest = Math.floor(dice / 4);
  if (dice % 4 < 2 && publications.length > 0) {
    const [id, state] = chosen(publications, rest);
    return askOfPublication(id, state, scene, rest);
  }
  return dice % 4 === 3 ? raiseFrequency(rest) : askOfPolicy(scene, rest);
}
