import { accessRules } from '#libs/access/access.rules';
import { given } from '#libs/event-sourcing/given';
import { type SupervisorGround, SUPERVISOR_GROUNDS } from '#libs/regulation/codes';
import { groundRules, sanctionRules } from '#libs/supervisors/sanction.rules';
import type { Finding } from '#libs/supervisors/sanction.events';
import { supervisorDecider } from '#libs/supervisors/supervisor.decide';
import { agency, applied, carded, fact, fuzhou, NOBODY_ELSE, on, xiamen } from '#libs/supervisors/supervisor-story';

const known = {
  cases: { 'case-7': { dispatcher: '3501', seated: ['c-1', 'c-2'], denied: { 'c-1': ['COLLEAGUE'], 'c-2': ['OTHER'] }, unjustified: ['c-1'] } },
};
const leak = (verificationNo: string, result: 'LEAK_CONFIRMED' | 'LEAK_NOT_CONFIRMED') =>
  fact('LeakVerificationConcluded', { verificationNo, result, findings: '试题照片外传', evidence: ['ev-1'], verifiedBy: '3501' });
const criticise = (finding: object) =>
  given(supervisorDecider, [...carded, leak('核查2022-3', 'LEAK_CONFIRMED'), leak('核查2022-4', 'LEAK_NOT_CONFIRMED')]).about('c-1').by(fuzhou).at(on('2022-01-05')).knowing(known)
    .when('GiveCriticism', { decisionNo: '榕教1号', reasons: '事实清楚', grounds: { severity: 'ORDINARY', findings: [finding] } });

const proven: Readonly<Record<SupervisorGround, Finding>> = {
  S1: { ground: 'S1', description: '拒绝参加', evidence: ['ev-1'], form: 'UNJUSTIFIED_DECLINE', caseId: 'case-7' },
  S2: { ground: 'S2', description: '隐瞒同事关系', evidence: ['ev-1'], relation: 'COLLEAGUE', caseId: 'case-7' },
  S3: { ground: 'S3', description: '未到现场', evidence: ['ev-1'] },
  S4: { ground: 'S4', description: '收受礼品', evidence: ['ev-1'] },
  S5: { ground: 'S5', description: '伪造记录', evidence: ['ev-1'] },
  S6: { ground: 'S6', description: '试题泄露', evidence: ['ev-1'], leakVerification: '核查2022-3' },
  S7: { ground: 'S7', description: '打击报复举报人', evidence: ['ev-1'] },
  S8: { ground: 'S8', description: '在社交平台发布考场照片并多次拒绝删除造成不良影响', evidence: ['ev-1'], approvedBy: 'clerk-2' },
};
const rules = {
  S1: groundRules.UnassignedOrUnjustified, S2: groundRules.DeclarationDeniedTheRelation, S3: groundRules.NeglectHasEvidence, S4: groundRules.AbuseHasEvidence,
  S5: groundRules.FraudHasEvidence, S6: groundRules.LeakIsConfirmed, S7: groundRules.RetaliationHasEvidence, S8: groundRules.CatchAllHasSecondApprover,
} as const;

describe('a ground against a supervisor', () => {
  it.each(Object.keys(SUPERVISOR_GROUNDS) as SupervisorGround[])('%s stands with its proof, and falls without evidence or description', (ground) => {
    criticise(proven[ground]).expectTypes(['CriticismGiven']);
    for (const change of [{ evidence: [] }, { evidence: [' '] }, { description: ' ' }]) criticise({ ...proven[ground], ...change }).expectRefusal(rules[ground]);
  });

  it('S1 needs participation without an assignment, or a decline that the dispatcher judged unjustified', () => {
    const { form: _form, ...formless } = proven.S1;
    criticise(formless).expectRefusal(groundRules.UnassignedOrUnjustified);
    criticise({ ...proven.S1, caseId: 'case-8' }).expectRefusal(groundRules.UnassignedOrUnjustified);
    criticise({ ...formless, form: 'UNASSIGNED' }).expectTypes(['CriticismGiven']);
    const judgedOther = { cases: { 'case-7': { ...known.cases['case-7'], unjustified: ['c-2'] } } };
    given(supervisorDecider, carded).about('c-1').by(fuzhou).at(on('2022-01-05')).knowing(judgedOther)
      .when('GiveCriticism', { decisionNo: '1', reasons: '事实清楚', grounds: { severity: 'ORDINARY', findings: [proven.S1] } })
      .expectRefusal(groundRules.UnassignedOrUnjustified);
  });

  it('S2 needs a relation that the signed declaration of that task denies', () => {
    const { relation: _relation, ...unnamed } = proven.S2;
    criticise(unnamed).expectRefusal(groundRules.DeclarationDeniedTheRelation);
    criticise({ ...proven.S2, relation: 'OTHER' }).expectRefusal(groundRules.DeclarationDeniedTheRelation);
    criticise({ ...proven.S2, caseId: 'case-8' }).expectRefusal(groundRules.DeclarationDeniedTheRelation);
  });

  it('S6 needs a confirmed leak', () => {
    for (const leakVerification of [undefined, '', '核查2022-4', '核查2022-5']) criticise({ ...proven.S6, leakVerification }).expectRefusal(groundRules.LeakIsConfirmed);
  });

  it('of a leak is verified by a centre, with evidence, each verification once', () => {
    const verification = { verificationNo: '核查2022-9', result: 'LEAK_CONFIRMED', findings: '试题照片外传', evidence: ['ev-1'], caseId: 'case-7' };
    const verifying = given(supervisorDecider, [...carded, leak('核查2022-3', 'LEAK_NOT_CONFIRMED')]).about('c-1').by(fuzhou).at(on('2022-01-05')).knowing(known);
    verifying.when('ConcludeLeakVerification', verification).expectFacts([fact('LeakVerificationConcluded', { ...verification, verifiedBy: '3501' } as never)]);
    for (const lacking of [{ evidence: [] }, { evidence: [' '] }, { findings: ' ' }, { verificationNo: '核查2022-3' }]) {
      verifying.when('ConcludeLeakVerification', { ...verification, ...lacking }).expectRefusal(groundRules.LeakVerificationHasEvidence);
    }
    verifying.by(agency).when('ConcludeLeakVerification', verification).expectRefusal(accessRules.OnlyDispatchingBodiesDispatch);
    verifying.by(xiamen).when('ConcludeLeakVerification', verification).expectRefusal(accessRules.CenterActsInItsOwnArea);
    given(supervisorDecider, applied).about('c-1').by(fuzhou).knowing(known).when('ConcludeLeakVerification', verification).expectRefusal(sanctionRules.SanctionNeedsAppointment);
  });

  it('S8 needs twenty characters and another person’s approval', () => {
    criticise({ ...proven.S8, description: '一二三四五六七八九十一二三四五六七八九' }).expectRefusal(groundRules.CatchAllHasSecondApprover);
    criticise({ ...proven.S8, description: '一二三四五六七八九十一二三四五六七八九十' }).expectTypes(['CriticismGiven']);
    criticise({ ...proven.S8, approvedBy: 'clerk-3501' }).expectRefusal(groundRules.CatchAllHasSecondApprover);
    criticise({ ...proven.S8, approvedBy: '' }).expectRefusal(groundRules.CatchAllHasSecondApprover);
  });

  it('is judged beside the others: each needs its own proof', () => {
    given(supervisorDecider, carded).about('c-1').by(fuzhou).at(on('2022-01-05')).knowing(NOBODY_ELSE)
      .when('GiveCriticism', { decisionNo: '1', reasons: '事实清楚', grounds: { severity: 'ORDINARY', findings: [proven.S3, proven.S2] } })
      .expectRefusal(groundRules.DeclarationDeniedTheRelation);
  });
});
