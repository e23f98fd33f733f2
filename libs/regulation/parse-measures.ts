export interface SubItem {
  /** `(一)`, as written. */
  readonly number: string;
  readonly text: string;
}

export interface Item {
  /** `第三章四`: numbering restarts in each chapter, so chapter and item together. */
  readonly article: string;
  /** The text before the sub-items. */
  readonly paragraphs: readonly string[];
  readonly subItems: readonly SubItem[];
}

export interface Chapter {
  readonly number: string;
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Measures {
  readonly title: string;
  readonly issuedBy: string;
  readonly issuedOn: string;
  readonly preamble: string;
  readonly chapters: readonly Chapter[];
  readonly attachmentFile: string;
}

interface OpenItem {
  article: string;
  paragraphs: string[];
  subItems: { number: string; text: string }[];
}

interface OpenChapter {
  number: string;
  title: string;
  items: OpenItem[];
}

/** Brackets that two document numbers of the preamble lost on their way to the page: 〔2020〕17号, 〔2020〕53号. */
const restoreBrackets = (text: string): string => text.replace(/便函2020(\d+)号/g, '便函〔2020〕$1号');

const CHAPTER = /^(第[一二三四五]章)\s*(.*)$/;
const ITEM = /^([一二三四五六七八九])、(.+)$/;
const SUB_ITEM = /^(\([一二三四五六七八]\))(.+)$/;
const ENDS = /[。;:]$/;

/** A line without a number: the rest of a title, of a sub-item broken over two lines (第四章一(六)), or a paragraph. */
function addLine(chapter: OpenChapter, line: string): void {
  const item = chapter.items.at(-1);
  if (item === undefined) {
    chapter.title += line;
    return;
  }
  const last = item.subItems.at(-1);
  if (last !== undefined) last.text += line;
  else if (ENDS.test(item.paragraphs.at(-1) ?? '')) item.paragraphs.push(line);
  else item.paragraphs.push(`${item.paragraphs.pop() ?? ''}${line}`);
}

function readLine(chapter: OpenChapter, line: string): void {
  const [, itemNumber, itemText] = ITEM.exec(line) ?? [];
  const [, subNumber, subText] = SUB_ITEM.exec(line) ?? [];
  if (itemNumber !== undefined && itemText !== undefined) {
    chapter.items.push({ article: `${chapter.number}${itemNumber}`, paragraphs: [itemText], subItems: [] });
  } else if (subNumber !== undefined && subText !== undefined) {
    chapter.items.at(-1)?.subItems.push({ number: subNumber, text: subText });
  } else {
    addLine(chapter, line);
  }
}

function readChapters(lines: readonly string[]): Chapter[] {
  const chapters: OpenChapter[] = [];
  for (const line of lines) {
    const [, number, title] = CHAPTER.exec(line) ?? [];
    const chapter = chapters.at(-1);
    if (number !== undefined && title !== undefined) chapters.push({ number, title: title.replaceAll(' ', ''), items: [] });
    else if (chapter !== undefined) readLine(chapter, line);
  }
  return chapters;
}

function found(match: RegExpExecArray | null, what: string): string {
  const text = match?.[1];
  if (text === undefined) throw new Error(`the source has no ${what}`);
  return text;
}

/**
 * The Measures out of the page that republished them: without the page's header and footer, lines joined where they
 * were broken, brackets restored. Punctuation stays as half-width as in the source. Its result is `articles.json`.
 */
export function parseMeasures(page: string): Measures {
  const lines = page.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const text = lines.join('\n');
  const first = lines.findIndex((line) => CHAPTER.test(line));
  const attachmentFile = found(/^附件:(.+\.docx)$/m.exec(text), 'list of attachments');
  const last = lines.findIndex((line) => line.startsWith('附件:'));
  return {
    title: found(/制定《(.+?)》,现印发给你们/.exec(text), 'title'),
    issuedBy: found(/^(福建省职业技能鉴定指导中心)$/m.exec(text), 'issuer'),
    issuedOn: found(/^(2021年8月3日)$/m.exec(text), 'day of issue'),
    preamble: restoreBrackets(lines[first - 1] ?? ''),
    chapters: readChapters(lines.slice(first, last)),
    attachmentFile,
  };
}
