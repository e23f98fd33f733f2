import type { Fact } from '#libs/event-sourcing/event';
import { recorded } from '#libs/event-sourcing/given';
import type { CardEvent } from '#libs/supervisors/card.events';
import { tellCardStock } from '#libs/supervisors/card.timeline';
import { tellInternalCard } from '#libs/supervisors/internal-card.timeline';
import type { PersonEvent } from '#libs/supervisors/person.events';
import { tellPerson } from '#libs/supervisors/person.timeline';
import {
  cancelled, carded, decision, expired, fact, failedFinally, internalCarded, refused, rejected, renewedCarded, resigned, suspended, suspendedAtXiamen,
} from '#libs/supervisors/supervisor-story';
import { supervisorBasis, type SupervisorEvent } from '#libs/supervisors/supervisor.events';
import { tellSupervisor } from '#libs/supervisors/supervisor.timeline';

const sentences = (events: readonly Fact[], tell: typeof tellSupervisor) => events.map((event) => tell(recorded(event)));
const everything: readonly SupervisorEvent[] = [
  ...rejected, ...failedFinally, ...suspended, ...suspendedAtXiamen, ...cancelled, ...refused, ...resigned, ...expired, ...renewedCarded, ...internalCarded,
  fact('CardReplaced', { number: 'R35220003', oldNumber: 'R35210001', validFrom: '2022-01-05', validUntil: '2024-09-01', reason: '遗失。' }),
  fact('CardReturned', { number: 'R35210001' }),
  fact('LeakVerificationConcluded', { verificationNo: '核1号', result: 'LEAK_CONFIRMED', findings: '试题照片由其外传。', evidence: ['ev-1'], verifiedBy: '3501' }),
  fact('CriticismGiven', { ...decision('榕教1号', '3501'), heardOn: '2022-01-05' }),
  fact('DispatchResumed', { suspendedBy: 'PT', reasons: '已改正。' }),
  fact('SuspensionLapsed', { suspendedBy: 'FJ', endsOn: '2022-06-30' }),
  fact('DisqualificationDismissed', { proposalNo: '榕建1号', reasons: '证据不足。' }),
  fact('EmployerNotified', { employer: '样例公司', noticeNo: '告1号', decisionNo: '闽处1号' }),
];

describe('the timeline of a supervisor', () => {
  it('tells every kind of fact', () => {
    expect(new Set(everything.map(({ type }) => type))).toEqual(new Set(Object.keys(supervisorBasis)));
    for (const sentence of sentences(everything, tellSupervisor)) expect(sentence).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
  });

  it('names no person', () => {
    const words = sentences(everything, tellSupervisor).join('');
    for (const reference of ['p-lin', 'clerk', 'undefined', 'object']) expect(words).not.toContain(reference);
  });

  it('reads as a history', () => {
    expect(sentences(carded, tellSupervisor)).toEqual([
      '向福州中心申报外督。',
      '五项申报条件审核通过。',
      '参加省中心2021年第1期培训,2021年8月10日开班。',
      '2021年8月20日考核合格,得88分(合格线60分)。',
      '由福州中心聘任,聘期自2021年9月1日至2024年9月1日。',
      '核发证卡R35210001,有效期至2024年9月1日。',
    ]);
    expect(sentences(internalCarded, tellSupervisor).filter((_sentence, index) => index !== 1 && index !== 3)).toEqual([
      '向评价机构agency-1申报内督。',
      '参加选聘单位2021年第1期培训,2021年8月10日开班。',
      '由评价机构agency-1聘任为内督,督导agency-1,聘期自2021年9月1日至2024年9月1日。',
      '核发证卡N3521-0001,有效期至2024年9月1日。',
    ]);
    expect(sentences(suspended.slice(-1), tellSupervisor)).toEqual([
      '福州中心暂停全省任务委派至2022年6月30日(榕停1号),依据“玩忽职守,贻误质量督导工作的”(情节严重),未听取当事人意见。',
    ]);
    const body = { by: 'AGENCY', organisation: 'agency-1' } as const;
    const own = [fact('DispatchSuspended', { ...decision('校停1号', '3501'), body, scope: 'ALL', endsOn: '2022-06-30' }), fact('SuspensionLapsed', { suspendedBy: '3501', body, endsOn: '2022-06-30' })];
    expect(sentences(own, tellSupervisor)).toEqual([
      '评价机构agency-1暂停其任务委派至2022年6月30日(校停1号),依据“玩忽职守,贻误质量督导工作的”(情节严重),未听取当事人意见。',
      '评价机构agency-1的暂停委派于2022年6月30日期满。',
    ]);
    expect(sentences(cancelled.slice(-2), tellSupervisor)).toEqual([
      '取消资格(闽处1号),根据建议榕建1号,依据“玩忽职守,贻误质量督导工作的”(情节严重),未听取当事人意见。',
      '证卡R35210001作废:取消资格',
    ]);
  });
});

describe('the timelines of person and stock', () => {
  it('read as histories', () => {
    const person: readonly PersonEvent[] = [
      { type: 'CredentialClaimed', data: { supervisorType: 'EXTERNAL', credentialId: 'c-1' } },
      { type: 'BarRecorded', data: { credentialId: 'c-1', decision: 'RENEWAL_REFUSED', decisionNo: '闽处2号', credentials: ['c-1'] } },
      { type: 'CredentialReleased', data: { supervisorType: 'EXTERNAL', credentialId: 'c-1' } },
      { type: 'BarReversed', data: { credentialId: 'c-1', outcomeOf: 'COURT', documentNo: '行终1号', reasons: '', credentials: ['c-1'], stillBarred: false } },
    ];
    expect(sentences(person, tellPerson)).toEqual([
      '占用外督资格名额(资格编号c-1)。', '因不予续聘(闽处2号),不得再从事我省技能人才评价质量督导相关工作。', '外督资格终止(资格编号c-1)。',
      '经人民法院裁判(行终1号)撤销原处理,可以重新申报。',
    ]);
    const stock: readonly CardEvent[] = [
      { type: 'BlankCardsReceived', data: { count: 100, deliveryNo: '入1' } },
      { type: 'BlankCardAssigned', data: { number: 'R35210001', credentialId: 'c-1', ordinal: 1 } },
      { type: 'BlankCardsWrittenOff', data: { count: 2, cause: 'LOST', reason: '搬迁遗失', recordNo: '失1' } },
      { type: 'StockCounted', data: { counted: 97, expected: 97, countNo: '盘1' } },
      { type: 'StockCounted', data: { counted: 96, expected: 97, reason: '水损', countNo: '盘2' } },
    ];
    const claimed = { type: 'InternalCardNumberClaimed', data: { credentialId: 'c-2', ordinal: 1 } } as const;
    expect(sentences([claimed], tellInternalCard)).toEqual(['编号用于该内督资格的第1张证卡。']);
    expect(sentences(stock, tellCardStock)).toEqual([
      '空白证卡入库100张(入1)。', '领用空白证卡1张,编号R35210001,为该资格的第1张证卡。', '空白证卡遗失2张(失1):搬迁遗失',
      '盘点空白证卡97张,台账97张(盘1),账实相符。', '盘点空白证卡96张,台账97张(盘2):水损',
    ]);
  });
});
