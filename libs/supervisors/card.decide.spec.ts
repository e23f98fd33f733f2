import fc from 'fast-check';
import { accessRules } from '#libs/access/access.rules';
import type { Recorded } from '#libs/event-sourcing/event';
import { given, recorded } from '#libs/event-sourcing/given';
import { cardDecider } from '#libs/supervisors/card.decide';
import type { CardEvent } from '#libs/supervisors/card.events';
import type { CardStock } from '#libs/supervisors/card.evolve';
import { cardRules } from '#libs/supervisors/card.rules';
import { fuzhou, on, province } from '#libs/supervisors/supervisor-story';

const received: CardEvent = { type: 'BlankCardsReceived', data: { count: 2, deliveryNo: '入1' } };
const first: CardEvent = { type: 'BlankCardAssigned', data: { number: 'R35210001', credentialId: 'c-1', ordinal: 1 } };
const second: CardEvent = { type: 'BlankCardAssigned', data: { number: 'R35210002', credentialId: 'c-2', ordinal: 1 } };
const stock = (...events: readonly CardEvent[]) => given(cardDecider, events).about('FJ').by(province).at(on('2021-12-31'));

describe('the stock of blank cards', () => {
  it('grows by a delivery, which counts once', () => {
    stock().when('ReceiveBlankCards', { count: 2, deliveryNo: '入1' }).expectFacts([received]);
    stock(received).when('ReceiveBlankCards', { count: 2, deliveryNo: '入1' }).expectFacts([]);
    stock(received).when('ReceiveBlankCards', { count: 2, deliveryNo: '入2' }).expectTypes(['BlankCardsReceived']);
  });

  it('gives each card the next number of its year', () => {
    stock(received).when('AssignBlankCard', { credentialId: 'c-1', ordinal: 1 }).expectFacts([first]);
    stock(received, first).when('AssignBlankCard', { credentialId: 'c-2', ordinal: 1 }).expectFacts([second]);
    stock(received, first).at('2021-12-31T16:00:00.000Z').when('AssignBlankCard', { credentialId: 'c-2', ordinal: 1 }).expectFacts([
      { type: 'BlankCardAssigned', data: { number: 'R35220001', credentialId: 'c-2', ordinal: 1 } },
    ]);
  });

  it('gives a credential one number for each of its cards', () => {
    stock(received, first).when('AssignBlankCard', { credentialId: 'c-1', ordinal: 1 }).expectFacts([]);
    stock(received, first).when('AssignBlankCard', { credentialId: 'c-1', ordinal: 2 }).expectTypes(['BlankCardAssigned']);
  });

  it('refuses when it is empty', () => {
    stock().when('AssignBlankCard', { credentialId: 'c-1', ordinal: 1 }).expectRefusal(cardRules.BlankCardIsOnHand);
    stock(received, first, second).when('AssignBlankCard', { credentialId: 'c-3', ordinal: 1 }).expectRefusal(cardRules.BlankCardIsOnHand);
  });

  it('runs out of numbers after 9999 in a year', () => {
    const oneBeforeLast: CardEvent = { type: 'BlankCardAssigned', data: { number: 'R35219998', credentialId: 'c-1', ordinal: 1 } };
    const last: CardEvent = { type: 'BlankCardAssigned', data: { number: 'R35219999', credentialId: 'c-1', ordinal: 2 } };
    stock(received, oneBeforeLast).when('AssignBlankCard', { credentialId: 'c-1', ordinal: 2 }).expectFacts([last]);
    stock(received, last).when('AssignBlankCard', { credentialId: 'c-2', ordinal: 1 }).expectRefusal(cardRules.SerialsAreLeft);
  });

  it('writes off no more than there are, and each record once', () => {
    const spoiled = { count: 2, cause: 'SPOILED', reason: '印制错误', recordNo: '废1' } as const;
    stock(received).when('WriteOffBlankCards', spoiled).expectFacts([{ type: 'BlankCardsWrittenOff', data: spoiled }]);
    stock(received, first).when('WriteOffBlankCards', spoiled).expectRefusal(cardRules.BlankCardIsOnHand);
    stock(received, { type: 'BlankCardsWrittenOff', data: spoiled }).when('WriteOffBlankCards', spoiled).expectFacts([]);
  });

  it('is counted, and a difference explained', () => {
    stock(received).when('CountStock', { counted: 2, countNo: '盘1' }).expectFacts([{ type: 'StockCounted', data: { counted: 2, expected: 2, countNo: '盘1' } }]);
    stock(received).when('CountStock', { counted: 1, countNo: '盘1' }).expectRefusal(cardRules.DifferenceIsExplained);
    const short: CardEvent = { type: 'StockCounted', data: { counted: 0, expected: 2, reason: '水损', countNo: '盘1' } };
    stock(received).when('CountStock', { counted: 0, reason: '水损', countNo: '盘1' }).expectFacts([short]);
    stock(received, short).when('CountStock', { counted: 0, reason: '水损', countNo: '盘1' }).expectFacts([]);
    stock(received, short).when('AssignBlankCard', { credentialId: 'c-1', ordinal: 1 }).expectRefusal(cardRules.BlankCardIsOnHand);
  });

  it('is one, and kept by the provincial centre', () => {
    stock().about('3501').when('ReceiveBlankCards', { count: 2, deliveryNo: '入1' }).expectRefusal(cardRules.ProvinceKeepsOneStock);
    for (const command of Object.keys(cardDecider.commands)) stock(received).by(fuzhou).when(command).expectRefusal(accessRules.OnlyTheProvincialCenterCards);
  });
});

const anyNumber = fc.integer({ min: 1, max: 4 });
const anyRequest = fc.oneof(
  fc.record({ name: fc.constant('ReceiveBlankCards'), body: fc.record({ count: anyNumber, deliveryNo: fc.constantFrom('a', 'b', 'c', 'd') }) }),
  fc.record({ name: fc.constant('AssignBlankCard'), body: fc.record({ credentialId: fc.constantFrom('c-1', 'c-2', 'c-3'), ordinal: anyNumber }) }),
  fc.record({ name: fc.constant('WriteOffBlankCards'), body: fc.record({ count: anyNumber, cause: fc.constant('LOST'), reason: fc.constant('x'), recordNo: fc.constantFrom('a', 'b', 'c') }) }),
  fc.record({ name: fc.constant('CountStock'), body: fc.record({ counted: fc.nat(5), reason: fc.constantFrom('x', ''), countNo: fc.constantFrom('a', 'b', 'c') }) }),
);
const anyHistory = fc.array(fc.tuple(anyRequest, fc.integer({ min: 2021, max: 2023 })), { maxLength: 40 });

/** Facts of the requests one after another, refusals left out. */
function historyOf(requests: readonly (readonly [{ readonly name: string; readonly body: object }, number])[]): readonly CardEvent[] {
  let year = 2021;
  return requests.reduce<readonly CardEvent[]>((events, [{ name, body }, at]) => {
    year = Math.max(year, at);
    return [...events, ...stock(...events).at(on(`${year}-06-01`)).when(name, body).facts];
  }, []);
}

describe('whatever happens to the stock', () => {
  it('never falls below zero', () => {
    fc.assert(fc.property(anyHistory, (requests) => {
      let state: CardStock = cardDecider.initial;
      for (const event of historyOf(requests)) {
        state = cardDecider.evolve(state, recorded(event) as unknown as Recorded<CardEvent>);
        expect(state.onHand).toBeGreaterThanOrEqual(0);
      }
    }));
  });

  it('no number is given twice', () => {
    fc.assert(fc.property(anyHistory, (requests) => {
      const numbers = historyOf(requests).flatMap((event) => (event.type === 'BlankCardAssigned' ? event.data.number : []));
      expect(new Set(numbers).size).toBe(numbers.length);
    }));
  });

  it('asking twice adds nothing', () => {
    fc.assert(fc.property(anyHistory, anyRequest, (requests, { name, body }) => {
      const events = historyOf(requests);
      const once = [...events, ...stock(...events).at(on('2023-07-01')).when(name, body).facts];
      expect(stock(...once).at(on('2023-07-01')).when(name, body).facts).toEqual([]);
    }));
  });
});
