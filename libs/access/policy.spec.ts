import { accessRules } from '#libs/access/access.rules';
import * as policy from '#libs/access/policy';
import type { Actor } from '#libs/event-sourcing/event';
import { NotAllowed, type Rule } from '#libs/event-sourcing/rule';

const actor = (role: string, organisation: string, person = 'p-1'): Actor => ({ person, role, organisation });
const province = actor('PROVINCIAL_CENTER', 'FJ');
const fuzhou = actor('MUNICIPAL_CENTER', '3501');
const agency = actor('AGENCY', 'agency-7');
const supervisor = actor('EXT_SUPERVISOR', 'FJ', 'p-9');
const internal = actor('INT_SUPERVISOR', 'agency-7', 'p-6');
const department = actor('PROVINCIAL_HR', 'FJ');
const auditor = actor('AUDITOR', 'FJ');
const system = actor('SYSTEM', 'FJ', 'system');
const industry = actor('INDUSTRY_DEPT', 'industry-7');
const everyone = [province, fuzhou, agency, industry, supervisor, internal, department, auditor, system];

const refusal = (act: () => void): Rule | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof NotAllowed) return error.rule;
    throw error;
  }
};

/** Only those named may; everyone else is refused by the rule. */
const onlyFor = (allowed: readonly Actor[], rule: Rule, act: (by: Actor) => void): void => {
  for (const by of everyone) expect([by.role, refusal(() => act(by))]).toEqual([by.role, allowed.includes(by) ? undefined : rule]);
};

describe('who may act', () => {
  it('dispatching is for centres', () => {
    onlyFor([province, fuzhou], accessRules.OnlyDispatchingBodiesDispatch, (by) => policy.requireCenter(by, { area: '3501', isCentralBranch: false }));
  });

  it('a municipal centre stays in its area, and 平潭 is not in 福州', () => {
    for (const area of ['3502', 'PT', 'FJ'] as const) {
      expect(refusal(() => policy.requireCenter(fuzhou, { area, isCentralBranch: false }))).toBe(accessRules.CenterActsInItsOwnArea);
      expect(refusal(() => policy.requireCenter(province, { area, isCentralBranch: false }))).toBeUndefined();
    }
  });

  it('branches of central bodies belong to the province', () => {
    const over = { area: '3501', isCentralBranch: true } as const;
    expect(refusal(() => policy.requireCenter(fuzhou, over))).toBe(accessRules.CentralBranchesBelongToTheProvince);
    expect(refusal(() => policy.requireCenter(province, over))).toBeUndefined();
  });

  it('selection is for centres, cards for the provincial centre, policy for the provincial department', () => {
    onlyFor([province, fuzhou], accessRules.OnlyCentersSelectExternalSupervisors, policy.requireAnyCenter);
    onlyFor([province], accessRules.OnlyTheProvincialCenterCards, policy.requireProvincialCenter);
    onlyFor([department], accessRules.PolicyBelongsToTheProvincialDepartment, policy.requireProvincialDepartment);
  });

  it('an agency speaks for itself, and not for another', () => {
    onlyFor([agency], accessRules.AgencySpeaksForItself, (by) => policy.requireAgency(by, 'agency-7'));
    expect(refusal(() => policy.requireAgency(agency, 'agency-8'))).toBe(accessRules.AgencySpeaksForItself);
  });

  it('internal supervisors are a matter of the body that selected them', () => {
    onlyFor([agency], accessRules.BodiesCardTheirOwn, (by) => policy.requireBody(by, { by: 'AGENCY', organisation: 'agency-7' }, accessRules.BodiesCardTheirOwn));
    onlyFor([], accessRules.BodiesTrainTheirOwn, (by) => policy.requireBody(by, { by: 'INDUSTRY_DEPT', organisation: 'agency-7' }, accessRules.BodiesTrainTheirOwn));
    onlyFor([agency, industry], accessRules.BodiesSelectTheirOwn, (by) => policy.requireAnyBody(by, accessRules.BodiesSelectTheirOwn));
  });

  it('only assigned supervisors supervise', () => {
    onlyFor([supervisor], accessRules.OnlyAssignedSupervisors, (by) => policy.requireAssigned(by, ['p-9']));
    expect(refusal(() => policy.requireAssigned(supervisor, ['p-8']))).toBe(accessRules.OnlyAssignedSupervisors);
    onlyFor([internal], accessRules.OnlyAssignedSupervisors, (by) => policy.requireAssignedInternal(by, ['p-6', 'p-9']));
    expect(refusal(() => policy.requireAssignedInternal(internal, ['p-9']))).toBe(accessRules.OnlyAssignedSupervisors);
  });

  it('a person applies for themselves, or a centre enters the application', () => {
    onlyFor([province, fuzhou, supervisor], accessRules.PersonSpeaksForThemselves, (by) => policy.requirePersonOrCenter(by, 'p-9'));
  });

  it('the log itself is read by whoever answers for the whole record', () => {
    onlyFor([province, department, auditor], accessRules.OnlyAuditorsReadTheLog, policy.requireAuditor);
  });

  it('what the system does by date, nobody else does', () => {
    onlyFor([system], accessRules.OnlyTheSystem, policy.requireSystem);
  });
});
