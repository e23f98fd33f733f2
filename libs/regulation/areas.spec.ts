import { AREA_NAMES, AREAS, areaOfDivision, DIVISION_NAMES, isArea, jurisdictionOf, mayActFor } from '#libs/regulation/areas';

const counties = Object.keys(DIVISION_NAMES).filter((code) => !code.endsWith('00'));

describe('areas', () => {
  it('are eleven, in the order of the reports', () => {
    expect(AREAS.map((area) => AREA_NAMES[area]).join('、')).toBe('省本级、福州、厦门、漳州、泉州、三明、莆田、南平、龙岩、宁德、平潭');
  });

  it('carry the name of their city', () => {
    const cities = AREAS.filter((area) => area !== 'FJ' && area !== 'PT');
    expect(cities.map((area) => DIVISION_NAMES[`${area}00`])).toEqual(cities.map((area) => `${AREA_NAMES[area]}市`));
  });

  it('know 9 cities and 84 counties', () => {
    expect(counties).toHaveLength(84);
    expect(Object.keys(DIVISION_NAMES).filter((code) => code.endsWith('00') && code !== '350000')).toHaveLength(9);
  });
});

describe('the area of a division', () => {
  it('cuts 350128 out of 福州 and leaves every other 3501 to it', () => {
    expect(DIVISION_NAMES['350128']).toBe('平潭县');
    expect(areaOfDivision('350128')).toBe('PT');
    const fuzhou = Object.keys(DIVISION_NAMES).filter((code) => code.startsWith('3501') && code !== '350128');
    expect(new Set(fuzhou.map(areaOfDivision))).toEqual(new Set(['3501']));
    expect(fuzhou).toHaveLength(13);
  });

  it('is the city of each county, the province of 350000, and also known for codes that were replaced', () => {
    const others = counties.filter((code) => !['350128', '350527'].includes(code));
    expect(others.filter((code) => areaOfDivision(code) !== code.slice(0, 4))).toEqual([]);
    expect(areaOfDivision('350000')).toBe('FJ');
    expect(areaOfDivision('350681')).toBe('3506');
  });

  it('does not exist outside the province, for 金门, or for what is no code', () => {
    expect(['440100', '110101', '350527', '351000', '350', '3501021', '35010x', ''].map(areaOfDivision)).toEqual(Array(8).fill(undefined));
  });
});

describe('competence', () => {
  it('gives branches of central bodies to the province', () => {
    expect(jurisdictionOf({ division: '350102', isCentralBranch: true })).toBe('FJ');
    expect(jurisdictionOf({ division: '350102', isCentralBranch: false })).toBe('3501');
    expect(jurisdictionOf({ division: '440100', isCentralBranch: true })).toBeUndefined();
  });

  it('lets the province act everywhere, a city only at home and never over central branches', () => {
    for (const center of AREAS) {
      for (const area of AREAS) {
        expect(mayActFor(center, area, false)).toBe(center === 'FJ' || center === area);
        expect(mayActFor(center, area, true)).toBe(center === 'FJ');
      }
    }
  });

  it('knows an area when it sees one', () => {
    expect(['FJ', 'PT', '3509', '3510', 'pt', ''].map(isArea)).toEqual([true, true, true, false, false, false]);
  });
});
