import { articleOf, MEASURES, textOf } from '#libs/regulation/articles';
import { DEADLINES_CATALOGUE } from '#libs/regulation/deadlines-catalogue';
import { catalogueRule, RULES_CATALOGUE } from '#libs/regulation/rules-catalogue';

const everything = [MEASURES.preamble, ...MEASURES.chapters.flatMap(({ items }) => items.map(textOf))].join('\n');

function textUnder(article: string, subItem: string | undefined): string {
  if (article === '前言') return MEASURES.preamble;
  if (article === '附件') return everything;
  const item = articleOf(article);
  if (item === undefined) return '';
  return subItem === undefined ? textOf(item) : (item.subItems.find(({ number }) => number === subItem)?.text ?? '');
}

describe('the catalogue of rules', () => {
  it('has 108 rules, each id once', () => {
    expect(RULES_CATALOGUE).toHaveLength(108);
    expect(new Set(RULES_CATALOGUE.map(({ id }) => id)).size).toBe(108);
  });

  it('quotes each rule word for word from the item it belongs to', () => {
    const wrong = RULES_CATALOGUE.flatMap(({ id, article, subItem, quotes }) =>
      quotes.filter((quote) => !textUnder(article, subItem).includes(quote)).map((quote) => `${id}: ${quote}`));
    expect(wrong).toEqual([]);
  });

  it('leaves without a quote only what follows from silence or from several sentences', () => {
    expect(RULES_CATALOGUE.filter(({ quotes }) => quotes.length === 0).map(({ id }) => id)).toEqual(['R2.1-x', 'R2.5-3', 'R4.1-x']);
  });

  it('touches every item of the Measures', () => {
    const touched = new Set(RULES_CATALOGUE.map(({ article }) => article));
    const items = MEASURES.chapters.flatMap((chapter) => chapter.items.map(({ article }) => article));
    expect(items.filter((article) => !touched.has(article))).toEqual([]);
    expect(touched.size).toBe(items.length + 2);
  });

  it('derives article and sub-item from the id', () => {
    const chapters = '零一二三四五六七八九';
    for (const { id, article, subItem } of RULES_CATALOGUE.filter((rule) => /^R[1-5]/.test(rule.id))) {
      expect(article).toBe(`第${chapters[Number(id[1])]}章${chapters[Number(id[3])]}`);
      expect(subItem).toBe(/\([一二三四五六七八]\)/.exec(id)?.[0]);
    }
  });

  it('gives each rule at least one of the five levels', () => {
    for (const { levels } of RULES_CATALOGUE) {
      expect(levels.length).toBeGreaterThan(0);
      expect(levels.filter((level) => !['H', 'T', 'F', 'P', 'N'].includes(level))).toEqual([]);
    }
  });

  it('is looked up by id', () => {
    expect(catalogueRule('R3.4-3')?.quotes).toEqual(['督导小组原则上由3名及以上质量督导员组成']);
    expect(catalogueRule('R9.9-9')).toBeUndefined();
  });
});

describe('the catalogue of deadlines', () => {
  it('runs from D-01 to D-15, each with at least one parameter', () => {
    expect(DEADLINES_CATALOGUE.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, index) => `D-${String(index + 1).padStart(2, '0')}`));
    expect(DEADLINES_CATALOGUE.filter(({ parameters }) => parameters.length === 0)).toEqual([]);
  });

  it('rests on rules that exist where it names a rule', () => {
    const named = DEADLINES_CATALOGUE.map(({ basis }) => basis).filter((basis) => basis.startsWith('R'));
    expect(named.filter((id) => catalogueRule(id) === undefined)).toEqual([]);
    expect(named).toHaveLength(5);
  });
});
