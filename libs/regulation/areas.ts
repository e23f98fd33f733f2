import divisions from '#libs/regulation/divisions.json' with { type: 'json' };

/** 省本级、九个设区市、平潭 in the order in which every report lists them. */
export const AREAS = ['FJ', '3501', '3502', '3506', '3505', '3504', '3503', '3507', '3508', '3509', 'PT'] as const;

/** A jurisdiction: `FJ` the province itself, `PT` 平潭综合实验区, else the four digits of the city. */
export type Area = (typeof AREAS)[number];

export const AREA_NAMES: Readonly<Record<Area, string>> = {
  FJ: '省本级',
  3501: '福州',
  3502: '厦门',
  3506: '漳州',
  3505: '泉州',
  3504: '三明',
  3503: '莆田',
  3507: '南平',
  3508: '龙岩',
  3509: '宁德',
  PT: '平潭',
};

/** GB/T 2260 names of the province's cities and counties, by their six digits. */
export const DIVISION_NAMES: Readonly<Record<string, string>> = divisions;

const PROVINCE = '350000';
const PINGTAN_COUNTY = '350128';
/** 金门县 is listed in GB/T 2260, but no activity can take place or be filed there. */
const NOT_ADMINISTERED = '350527';

export const isArea = (text: string): text is Area => (AREAS as readonly string[]).includes(text);

/**
 * The area a GB/T 2260 code belongs to. 350128 is cut out of 福州 (R1.5-3). Codes that a county had before its
 * renaming keep their city. `undefined`: outside the province (R0-1), or no place where activity is possible.
 */
export function areaOfDivision(division6: string): Area | undefined {
  if (!/^35\d{4}$/.test(division6) || division6 === NOT_ADMINISTERED) return undefined;
  if (division6 === PROVINCE) return 'FJ';
  if (division6 === PINGTAN_COUNTY) return 'PT';
  const city = division6.slice(0, 4);
  return isArea(city) ? city : undefined;
}

/** The area whose centre is competent first: branches of central bodies belong to the province alone (R1.5-2). */
export function jurisdictionOf(place: { readonly division: string; readonly isCentralBranch: boolean }): Area | undefined {
  const area = areaOfDivision(place.division);
  return area !== undefined && place.isCentralBranch ? 'FJ' : area;
}

/** Whether the centre of one area may act in another: the province everywhere, a city only at home and never over central branches. */
export const mayActFor = (center: Area, area: Area, isCentralBranch: boolean): boolean =>
  center === 'FJ' || (center === area && !isCentralBranch);
