import { articleOf, textOf } from '#libs/regulation/articles';
import {
  AGENCY_GROUNDS, AGENCY_SANCTIONS, BARRED_QUOTE, CATCH_ALLS, CONDUCT_RULES, CONTENT_ITEMS, DAILY_MEASURES, ELIGIBILITY_CONDITIONS, EXTERNAL_METHODS,
  INTERNAL_PHASES, SPECIAL_STEPS, SUPERVISOR_GROUNDS, SUPERVISOR_POWERS, SUPERVISOR_SANCTIONS, TECHNICAL_METHODS,
} from '#libs/regulation/codes';
import { EXCLUSION_REASONS, OCCUPATION_LEVELS, RECUSAL_REASONS } from '#libs/regulation/own-codes';

const textIn = (article: string): string => {
  const item = articleOf(article);
  return item === undefined ? '' : textOf(item);
};
const subItemsIn = (article: string): string[] => (articleOf(article)?.subItems ?? []).map(({ text }) => text.replace(/[;。]$/, ''));
const quotesOf = (table: Readonly<Record<string, { readonly quote: string }>>): string[] => Object.values(table).map(({ quote }) => quote);

describe('code tables', () => {
  it.each([
    ['conditions of an applicant', '第二章一', ELIGIBILITY_CONDITIONS],
    ['powers', '第二章六', SUPERVISOR_POWERS],
    ['rules of conduct', '第二章七', CONDUCT_RULES],
    ['steps of a special supervision', '第三章四', SPECIAL_STEPS],
    ['grounds against a supervisor', '第四章一', SUPERVISOR_GROUNDS],
    ['grounds against an agency', '第四章二', AGENCY_GROUNDS],
  ])('have the %s as %s lists them, all and in order', (_what, article, table) => {
    expect(subItemsIn(article).length).toBeGreaterThan(0);
    expect(Object.values(table)).toEqual(subItemsIn(article));
  });

  it.each([
    ['content', '第三章一', quotesOf(CONTENT_ITEMS)],
    ['methods', '第三章三', Object.values(EXTERNAL_METHODS)],
    ['measures', '第三章三', Object.values(DAILY_MEASURES)],
    ['phases', '第三章三', Object.values(INTERNAL_PHASES)],
    ['sanctions against a supervisor', '第四章一', [...quotesOf(SUPERVISOR_SANCTIONS), BARRED_QUOTE]],
    ['sanctions against an agency', '第四章二', quotesOf(AGENCY_SANCTIONS)],
  ])('take the %s word for word from %s', (_what, article, quotes) => {
    expect(quotes.filter((quote) => !textIn(article).includes(quote))).toEqual([]);
  });

  it('name the parts of C2 in the order of the sentence, with nothing left between them', () => {
    const parts = Object.entries(CONTENT_ITEMS).filter(([code]) => code.startsWith('C2.')).map(([, { quote }]) => quote);
    const sentence = articleOf('第三章一')?.subItems[1]?.text ?? '';
    const rest = parts.reduce((left, part) => left.replace(part, ''), sentence.split('包括')[1] ?? '');
    expect(parts).toHaveLength(11);
    expect(rest.replaceAll('以及', '').replace(/[、,;]/g, '')).toBe('');
  });

  it('count as technical what the Measures would call so, and know what needs a description', () => {
    expect(TECHNICAL_METHODS).toEqual(['DATA_COMPARISON', 'REMOTE_MONITORING']);
    expect(CATCH_ALLS).toEqual(['C2.99', 'S8', 'G6']);
  });

  it('have 14 exclusions, 9 recusals and 8 levels, five of them with a digit', () => {
    expect(Object.keys(EXCLUSION_REASONS)).toHaveLength(14);
    expect(Object.keys(RECUSAL_REASONS)).toHaveLength(9);
    expect(Object.keys(OCCUPATION_LEVELS)).toHaveLength(8);
    expect(Object.entries(OCCUPATION_LEVELS).flatMap(([code, level]) => ('certificateDigit' in level ? [`${code}=${level.certificateDigit}`] : [])))
      .toEqual(['LEVEL_5=5', 'LEVEL_4=4', 'LEVEL_3=3', 'LEVEL_2=2', 'LEVEL_1=1']);
  });
});
