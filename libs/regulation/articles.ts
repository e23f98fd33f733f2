import articles from '#libs/regulation/articles.json' with { type: 'json' };
import type { Item, Measures } from '#libs/regulation/parse-measures';

/** 《福建省职业技能等级认定质量督导工作实施办法(试行)》, word for word. */
export const MEASURES: Measures = articles;

const items: ReadonlyMap<string, Item> = new Map(MEASURES.chapters.flatMap((chapter) => chapter.items.map((item) => [item.article, item])));

/** The item with the name `第三章四`; `undefined` where there is none. */
export const articleOf = (name: string): Item | undefined => items.get(name);

/** The full text of an item, its sub-items under it. */
export const textOf = ({ paragraphs, subItems }: Item): string =>
  [...paragraphs, ...subItems.map(({ number, text }) => `${number}${text}`)].join('\n');
