import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { articleOf, MEASURES, textOf } from '#libs/regulation/articles';
import { type Item, parseMeasures } from '#libs/regulation/parse-measures';

const bytes = readFileSync(new URL('./measures-fujian-2021.txt', import.meta.url));
const page = bytes.toString('utf8');
const dense = (text: string): string => text.replace(/\s/g, '');
const items = MEASURES.chapters.flatMap((chapter) => chapter.items);
/** An item as it stands on the page: its number without the chapter, then its text. */
const printed = (item: Item): string => `${item.article.slice(3)}、${textOf(item)}`;

describe('the text of the Measures', () => {
  it('is kept in the bytes in which it was found', () => {
    expect(bytes).toHaveLength(11_136);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe('720937bad69b87a8d48635965d6a22c3d0f402230e42ef62559e4f613793080e');
  });

  it('is carried by the program as it is read from the page', () => {
    expect(MEASURES).toEqual(parseMeasures(page));
  });

  it('loses and adds no character between the first chapter and the list of attachments', () => {
    const body = MEASURES.chapters.map(({ number, title, items: own }) => `${number}${title}${own.map(printed).join('')}`).join('');
    const whole = dense(page);
    const start = whole.indexOf('第一章总则');
    expect(dense(body)).toBe(whole.slice(start, whole.indexOf(`附件:${MEASURES.attachmentFile}`)));
  });

  it('keeps the preamble, with the brackets of two document numbers restored', () => {
    expect(dense(page)).toContain(MEASURES.preamble.replace('〔2020〕17号', '202017号').replace('〔2020〕53号', '202053号'));
    expect(MEASURES.preamble).toContain('人社职司便函〔2020〕17号');
    expect(MEASURES.preamble).toContain('人社职司便函〔2020〕53号');
  });

  it('has 5 chapters, 26 items and 45 sub-items', () => {
    expect(MEASURES.chapters.map(({ items: own }) => own.length)).toEqual([6, 9, 7, 2, 2]);
    const withSubItems = items.filter(({ subItems }) => subItems.length > 0);
    expect(withSubItems.map(({ article, subItems }) => [article, subItems.length])).toEqual([
      ['第二章一', 5], ['第二章六', 6], ['第二章七', 7], ['第三章一', 4], ['第三章三', 5], ['第三章四', 4], ['第四章一', 8], ['第四章二', 6],
    ]);
  });

  it('joins the ground that the page breaks over two lines', () => {
    expect(page).toContain('工作秘密泄露,\n经查实泄密的');
    expect(articleOf('第四章一')?.subItems[5]?.text).toBe('因失职或个人主观意志导致试题内容等工作秘密泄露,经查实泄密的;');
  });

  it('is dated, named and issued as on the page', () => {
    expect(MEASURES).toMatchObject({
      title: '福建省职业技能等级认定质量督导工作实施办法(试行)', issuedBy: '福建省职业技能鉴定指导中心', issuedOn: '2021年8月3日',
    });
    expect(dense(page)).toContain(MEASURES.title);
  });

  it('names an item by chapter and number', () => {
    expect(articleOf('第五章二')?.paragraphs).toEqual(['本办法自颁布之日起试行。']);
    expect(articleOf('第五章三')).toBeUndefined();
  });

  it('is refused when the page is another one', () => {
    expect(() => parseMeasures('第一章 总则\n一、其他办法。')).toThrow('the source has no');
  });
});
