const BRACKETS: Readonly<Record<string, string>> = { '〔': '[', '〕': ']', '［': '[', '］': ']', '【': '[', '】': ']', '（': '(', '）': ')' };

/** Text as people search for it: brackets of any form are the same, case and spaces do not count. */
const folded = (text: string): string => text.replaceAll(/[〔〕［］【】（）]/g, (bracket) => BRACKETS[bracket] ?? bracket).replaceAll(/\s/g, '').toLowerCase();

/** Whether a document says, in one of its texts, what is searched for; undefined where nothing is. */
export function containing<D>(q: string | undefined, textsOf: (document: D) => readonly string[]): ((document: D) => boolean) | undefined {
  if (q === undefined) return undefined;
  const wanted = folded(q);
  return (document) => textsOf(document).some((text) => folded(text).includes(wanted));
}
