import { aJourney } from '#test/journeys/support/journey';

const neglect = (severity: string) => ({ severity, findings: [{ ground: 'S3', description: '两次未按时提交记录表且不答复催告', evidence: ['ev-1'] }] });

/** b.1 where it ends otherwise than with the term: by resignation, and by a refusal to renew. */
describe('external supervisors who leave', () => {
  const journey = aJourney((started) => started.supervisors('one', 'two'));
  const as = (persona: string) => journey().as(persona);

  it('resign for themselves, and may come back', async () => {
    const one = 'supervisors/s-one';
    await as('supervisor-p-two').isRefused('403 R2.2-1 第二章二 申报由本人提出,或者由中心代为录入本人的申报。', `${one}/resign-supervisor`, { reason: '工作调动' });
    await as('supervisor-p-one').does(`${one}/resign-supervisor`, { reason: '工作调动' });
    await as('fuzhou').isRefused('422 R4.1-1 第四章一 只能暂停在聘质量督导员的任务委派,同一中心不得重复暂停。', `${one}/suspend-dispatch`, { decisionNo: '榕停9号', reasons: '无', scope: 'OWN', grounds: neglect('ORDINARY') });
    expect(await as('fuzhou').reads(one)).toMatchObject({ state: 'RESIGNED' });
    await as('supervisor-p-one').does('supervisors/s-one-again/apply-as-supervisor', { personId: 'p-one', supervisorType: 'EXTERNAL', area: '3501' });
  });

  it('are suspended until the centre resumes, which it alone may', async () => {
    const two = 'supervisors/s-two';
    await as('fuzhou').does(`${two}/suspend-dispatch`, { decisionNo: '榕停1号', reasons: '再次', scope: 'ALL', grounds: neglect('ORDINARY') });
    await as('xiamen').isRefused('422 R4.1-1 第四章一 暂停委派由作出暂停决定的中心恢复。', `${two}/resume-dispatch`, { reasons: '已改正' });
    await as('fuzhou').does(`${two}/resume-dispatch`, { reasons: '已改正' });
    expect(await as('supervisor-p-two').reads(two)).toMatchObject({ state: 'APPOINTED' });
  });

  it('are not renewed where that is the sanction, and barred for it in both kinds', async () => {
    const two = 'supervisors/s-two';
    await as('fuzhou').does(`${two}/propose-disqualification`, { decisionNo: '榕建1号', reasons: '贻误督导', proposes: 'RENEWAL_REFUSED', grounds: neglect('SERIOUS') });
    await as('province').isRefused('422 R4.1-2 第四章一 取消资格或不予续聘由颁发证卡的单位根据委派机构的处理建议作出决定。', `${two}/cancel-qualification`, { decisionNo: '闽处1号', reasons: '严重', proposalNo: '榕建1号' });
    expect(await as('province').toDo()).toContain('CancelQualification');
    await as('province').does(`${two}/refuse-renewal`, { decisionNo: '闽处1号', reasons: '严重', proposalNo: '榕建1号' });
    expect(await as('province').toDo()).not.toContain('CancelQualification');
    const barred = '422 R4.1-3 第四章一 被取消资格或不予续聘的人员不得再从事我省技能人才评价质量督导相关工作。';
    await as('supervisor-p-two').isRefused(barred, 'supervisors/s-two-again/apply-as-supervisor', { personId: 'p-two', supervisorType: 'EXTERNAL', area: '3501' });
    await as('supervisor-p-two').isRefused(barred, `${two}/apply-for-renewal`);
  });

  it('are read with how they left, and counted by it', async () => {
    expect(await as('fuzhou').isTold('supervisors/s-one')).toContain('退出督导工作:工作调动');
    expect((await as('supervisor-p-two').isTold('supervisors/s-two')).slice(-2)).toEqual([
      '不予续聘(闽处1号),根据建议榕建1号,依据“玩忽职守,贻误质量督导工作的”(情节严重,聘期内再次发生第3项情形),未听取当事人意见。', '证卡R35260002作废:不予续聘',
    ]);
    expect((await as('province').opens('SupervisorStandings', { standing: 'RENEWAL_REFUSED' })).total).toBe(1);
    expect(journey().server.refusals).toEqual([]);
  });
});
