import { caseFile, type CaseFile } from '#libs/cases/case-file.view';
import { acceptance, and, at, before, CASE_ID, fuzhou, member, opinion, report, school, supervisor, system, through, type Told } from '#libs/cases/case-story';
import { recorded } from '#libs/event-sourcing/given';

/** The file after the facts. */
function fileOf(events: readonly Told[]): CaseFile {
  const file = events.reduce<CaseFile | null>((document, fact, revision) => {
    const event = recorded(fact, { revision, stream: `case-${CASE_ID}`, occurredAt: fact.occurredAt });
    return caseFile.keys(event).reduce((held, key) => caseFile.apply(held, event, key), document);
  }, null);
  if (file === null) throw new Error('no file');
  return file;
}
const turn = (events: readonly Told[]): string => {
  const { nextActor, nextStep } = fileOf(events);
  return `${nextActor} ${nextStep}`;
};

describe('the file of a case', () => {
  it('says at every step what is next, and whose turn it is', () => {
    expect(turn(through('OpenSpecialSupervision'))).toBe('DISPATCHER 明确督导事项');
    expect(turn(through('DefineMatters'))).toBe('DISPATCHER 抽取督导员');
    expect(turn(through('SeatDrawnSupervisors'))).toBe('SUPERVISORS 答复委派');
    expect(turn(before('FormGroup'))).toBe('DISPATCHER 成立督导小组');
    expect(turn(through('FormGroup'))).toBe('DISPATCHER 送达督导通知');
    expect(turn(through('ServeSupervisionNotice'))).toBe('AGENCY 提交自评(自查)报告');
    expect(turn(through('SubmitSelfReport'))).toBe('GROUP 开始现场考察(核查)');
    expect(turn(through('StartOnSite'))).toBe('GROUP 听取评价机构意见');
    expect(turn(through('HearViews'))).toBe('GROUP 结束现场考察(核查)');
    expect(turn(through('EndOnSite'))).toBe('GROUP 评议并形成初步督导意见');
    expect(turn(through('FormPreliminaryOpinion'))).toBe('GROUP 反馈初步督导意见');
    expect(turn(through('DeliverPreliminaryOpinion'))).toBe('AGENCY 提交申辩意见或者放弃申辩');
    expect(turn(through('SubmitDefence'))).toBe('DISPATCHER 综合分析申辩意见');
    expect(turn(through('AnalyseDefence'))).toBe('DISPATCHER 发出质量督导意见书');
    expect(turn(through('IssueOpinion'))).toBe('DISPATCHER 送达质量督导意见书');
    expect(turn(through('DeliverOpinion'))).toBe('AGENCY 整改并提交整改工作报告');
    expect(turn(through('SubmitRectificationReport'))).toBe('DISPATCHER 核查整改工作报告');
    expect(turn(through('VerifyRectification'))).toBe('DISPATCHER 结案归档');
    expect(turn(through('CloseCase'))).toBe('NOBODY 无');
  });

  it('asks for a group again when a member has left, then for answers, then for a further draw', () => {
    const recused = and(through('SubmitSelfReport'), fuzhou, at('03-11'), 'RecuseSupervisor', { supervisorId: 's-2', reason: 'COLLEAGUE', detail: '与考生同事' });
    expect(turn(recused)).toBe('DISPATCHER 重新成立督导小组');
    const seated = and(recused, system, at('03-11'), 'SeatSubstitute', { drawId: 'd-1', leaving: 's-2', substitute: member(4) });
    expect(turn(seated)).toBe('SUPERVISORS 答复委派');
    expect(turn(and(recused, system, at('03-11'), 'LeaveSeatVacant', { drawId: 'd-1', leaving: 's-2' }))).toBe('DISPATCHER 补充抽取督导员,或者成立督导小组');
    const whole = and(and(seated, supervisor(4), at('03-12'), 'AcceptAssignment', acceptance), fuzhou, at('03-12'), 'FormGroup', { leader: 's-4' });
    expect(turn(whole)).toBe('GROUP 开始现场考察(核查)');
    const { members } = fileOf(whole);
    expect(members.map(({ supervisorId, status, isLeader }) => `${supervisorId} ${status} ${isLeader}`)).toEqual([
      's-1 ACCEPTED false', 's-2 RECUSED false', 's-3 ACCEPTED false', 's-4 ACCEPTED true',
    ]);
    expect(members[3]?.replaces).toBe('s-2');
  });

  it('shows the open deadline that ends first, with its reason, and none when all are met', () => {
    const file = fileOf(through('DeliverPreliminaryOpinion'));
    expect(file.deadline).toMatchObject({ name: 'defence', label: '提交申辩意见', passed: false, due: { date: '2026-04-10' } });
    expect(file.deadline?.due.explanation).toContain('10个工作日');
    expect([file.dueAt, Object.keys(file.deadlines)]).toEqual(['2026-04-10T16:00:00.000Z', ['opinion', 'defence']]);
    const closed = fileOf(through('CloseCase'));
    expect([closed.dueAt, closed.deadline, closed.closedOn]).toEqual([undefined, undefined, '2026-04-23']);
  });

  it('keeps a deadline that has passed in sight, and its flag for ever', () => {
    const overdue = and(before('SubmitRectificationReport'), system, '2026-04-30T16:00:00.000Z', 'FlagRectificationOverdue');
    expect([fileOf(overdue).flags, fileOf(overdue).deadline?.passed, turn(overdue)]).toEqual([['RECTIFICATION_OVERDUE'], true, 'DISPATCHER 催告整改']);
    const late = fileOf(and(overdue, school, at('05-06'), 'SubmitRectificationReport', report));
    expect([late.flags, late.deadline?.name]).toEqual([['RECTIFICATION_OVERDUE'], 'verification']);
  });

  it('holds every version of every paper', () => {
    const returned = and(through('SubmitRectificationReport'), fuzhou, at('04-22'), 'ReturnRectification', { returned: [{ demandNo: 1, reason: '无照片' }], dueOn: '2026-05-08' });
    const { documents, documentNumber } = fileOf(and(returned, school, at('05-07'), 'SubmitRectificationReport', report));
    expect(documents.map(({ title, version }) => `${title} ${version}`)).toEqual([
      '督导事项 1', '督导通知 1', '自评(自查)报告 1', '听取意见记录 1', '现场考察(核查)情况 1', '初步督导意见 1', '申辩意见 1', '申辩意见综合分析 1',
      '质量督导意见书 1', '整改工作报告 1', '整改退回意见 1', '整改工作报告 2',
    ]);
    expect(documentNumber).toBe('榕技督意〔2026〕7号');
    expect(documents.find(({ kind }) => kind === 'OpinionIssued')).toMatchObject({ documentNumber, content: { guidance: opinion.guidance } });
  });

  it('is the same fold as of any moment: what came later is not in it', () => {
    const all = through('CloseCase');
    const half = fileOf(all.slice(0, 8));
    expect(half).toEqual(fileOf(through('ServeSupervisionNotice')));
    expect([half.state, half.stateName, half.openedOn, half.documents.length]).toEqual(['NOTIFIED', '已送达督导通知', '2026-03-02', 2]);
  });
});
