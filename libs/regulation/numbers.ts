import type { Area } from '#libs/regulation/areas';

const CARD_NUMBER = /^R35(\d{2})(?!0000)(\d{4})$/;
export const MOST_CARDS_A_YEAR = 9999;
/** The Measures are of 2021; two digits say the century no more than the rule does. */
const CENTURY = 2000;

export interface CardNumber {
  /** Year of issue, four digits. */
  readonly year: number;
  /** 1 … 9999 within the year. */
  readonly serial: number;
}

/**
 * Number of an external supervisor's card: `R`, province 35, year of issue, serial. No check digit, no city; the
 * pattern is that of the published rule of another province with Fujian's code. Internal cards have no known rule.
 */
export function formatCardNumber({ year, serial }: CardNumber): string {
  if (!Number.isInteger(year) || year < CENTURY || year > CENTURY + 99) throw new RangeError(`not a year of issue: ${year}`);
  if (!Number.isInteger(serial) || serial < 1 || serial > MOST_CARDS_A_YEAR) throw new RangeError(`not a serial: ${serial}`);
  return `R35${String(year - CENTURY).padStart(2, '0')}${String(serial).padStart(4, '0')}`;
}

export function parseCardNumber(text: string): CardNumber | undefined {
  const [, year, serial] = CARD_NUMBER.exec(text) ?? [];
  return year === undefined || serial === undefined ? undefined : { year: CENTURY + Number(year), serial: Number(serial) };
}

export const isCardNumber = (text: string): boolean => CARD_NUMBER.test(text);

/** Kinds of documents with a numbering of their own; three kinds of 通报 are three numberings. */
export const DOCUMENT_KINDS = {
  DRAW: '抽',
  INTERNAL_DRAW: '内抽',
  OPINION: '意',
  REMINDER_LETTER: '提',
  QUALITY_BULLETIN: '质通',
  PUBLIC_CRITICISM: '批通',
  EMPLOYER_NOTICE: '告',
  SANCTION: '处',
  QUALIFICATION_REVOCATION: '取',
  COMPLAINT: '举',
} as const;
export type DocumentKind = keyof typeof DOCUMENT_KINDS;

/** 机关代字 of each centre. Neutral stand-ins until the centres give their own; every function takes another table. */
export const AGENCY_WORDS: Readonly<Record<Area, string>> = {
  FJ: '闽技督',
  3501: '榕技督',
  3502: '厦技督',
  3506: '漳技督',
  3505: '泉技督',
  3504: '明技督',
  3503: '莆技督',
  3507: '南技督',
  3508: '岩技督',
  3509: '宁技督',
  PT: '岚技督',
};

export interface DocumentNumber {
  readonly center: Area;
  readonly kind: DocumentKind;
  readonly year: number;
  /** 1, 2, 3 … within centre, kind and year. */
  readonly serial: number;
}

/** 发文字号 `闽技督意〔2026〕1号`: six-angle brackets, no 第, no leading zeros (GB/T 9704). */
export function formatDocumentNumber({ center, kind, year, serial }: DocumentNumber, words: Readonly<Record<Area, string>> = AGENCY_WORDS): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) throw new RangeError(`not a year: ${year}`);
  if (!Number.isInteger(serial) || serial < 1) throw new RangeError(`not a serial: ${serial}`);
  return `${words[center]}${DOCUMENT_KINDS[kind]}〔${year}〕${serial}号`;
}

const DOCUMENT_NUMBER = /^\p{Script=Han}+〔\d{4}〕[1-9]\d*号$/u;

export const isDocumentNumber = (text: string): boolean => DOCUMENT_NUMBER.test(text);
