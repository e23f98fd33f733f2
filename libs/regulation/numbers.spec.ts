import fc from 'fast-check';

import { AREAS } from '#libs/regulation/areas';
import {
  AGENCY_WORDS, DOCUMENT_KINDS, type DocumentKind, formatCardNumber, formatDocumentNumber, isCardNumber, isDocumentNumber, parseCardNumber,
} from '#libs/regulation/numbers';

describe('the number of an external card', () => {
  it('is R, 35, the year and a serial', () => {
    expect(formatCardNumber({ year: 2021, serial: 1 })).toBe('R35210001');
    expect(parseCardNumber('R35269999')).toEqual({ year: 2026, serial: 9999 });
  });

  it('is read back as it was written', () => {
    fc.assert(fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 9999 }), (year, serial) => {
      expect(parseCardNumber(formatCardNumber({ year, serial }))).toEqual({ year, serial });
    }));
  });

  it('is nothing else', () => {
    const wrong = ['R35210000', 'R36210001', 'r35210001', 'R3521001', 'R352100011', ' R35210001', 'R35210001\n', 'N35210001', ''];
    expect(wrong.filter(isCardNumber)).toEqual([]);
    expect(wrong.map(parseCardNumber)).toEqual(wrong.map(() => undefined));
    expect(isCardNumber('R35210001')).toBe(true);
  });

  it('runs out after 9999 in a year', () => {
    for (const serial of [0, 10_000, 1.5]) expect(() => formatCardNumber({ year: 2026, serial })).toThrow(RangeError);
    for (const year of [1999, 2100, 2026.5]) expect(() => formatCardNumber({ year, serial: 1 })).toThrow(RangeError);
  });
});

describe('the number of a document', () => {
  it('has six-angle brackets and no leading zero', () => {
    expect(formatDocumentNumber({ center: 'FJ', kind: 'OPINION', year: 2026, serial: 1 })).toBe('闽技督意〔2026〕1号');
    expect(['闽技督意〔2026〕01号', '闽技督意[2026]1号', '闽技督意〔26〕1号', '闽技督意〔2026〕第1号', '〔2026〕1号'].filter(isDocumentNumber)).toEqual([]);
  });

  it('takes the words of the centres as a parameter', () => {
    const number = { center: 'FJ', kind: 'OPINION', year: 2026, serial: 1 } as const;
    expect(formatDocumentNumber(number, { ...AGENCY_WORDS, FJ: '闽技鉴督' })).toBe('闽技鉴督意〔2026〕1号');
  });

  it('is another for another centre, kind, year or serial', () => {
    const kinds = Object.keys(DOCUMENT_KINDS) as DocumentKind[];
    const numbers = AREAS.flatMap((center) => kinds.flatMap((kind) => [2025, 2026].flatMap((year) =>
      [1, 2].map((serial) => formatDocumentNumber({ center, kind, year, serial })))));
    expect(new Set(numbers).size).toBe(11 * kinds.length * 4);
    expect(numbers.filter((number) => !isDocumentNumber(number))).toEqual([]);
  });

  it('is not made of what is no serial or year', () => {
    for (const serial of [0, -1, 1.5]) expect(() => formatDocumentNumber({ center: 'FJ', kind: 'OPINION', year: 2026, serial })).toThrow(RangeError);
    expect(() => formatDocumentNumber({ center: 'FJ', kind: 'OPINION', year: 26, serial: 1 })).toThrow(RangeError);
  });
});
